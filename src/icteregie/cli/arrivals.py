"""``regie arrivals``: how the initiatives of an agenda came in, and who is at risk."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from icteregie.analysis.agenda_state import latest_agenda
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.option_values import one_year
from icteregie.cli.streams import emit, notify, write_whole
from icteregie.cli.tables import written
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.formats import FORMATS, ArrivalsFormat
from icteregie.reports.arrivals.submissions import NEEDS, PARTNERSHIP_NEEDS, Seasons
from icteregie.reports.arrivals.view import ArrivalsReport, arrivals_report
from icteregie.reports.basis import Basis
from icteregie.workspace.completeness import Completeness, completeness
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace, left_out_notices, open_portfolio
from icteregie.workspace.select import readable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which season is shown, and how; ``part`` asks for one table, ``plot`` names a file for a drawing."""

    folder: Path = Path()
    named_year: int | None = None
    year: int | None = None
    part: Literal["at-risk", "late", "initiatives", "moved-on", "lead-times", "trend"] | None = None
    format: str = "table"
    plot: Path | None = None
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Show one season: who came when, who is late, and who still can be in time."""
    year = one_year(options.named_year, options.year)
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    notify(context, language, left_out_notices(workspace))
    known = readable(workspace.portfolio, NEEDS, PARTNERSHIP_NEEDS)
    complete = completeness(workspace)
    report = _report(known.portfolio, complete, workspace, year)
    doubts = workspace.arrivals.notices() if options.format != ArrivalsFormat.json else ()
    empty = () if report.submissions else (Notice("commands/arrivals/empty", {"year": str(report.year)}),)
    notify(context, language, (*known.notices, *doubts, *complete.notices, *empty))
    if options.plot is not None:
        from icteregie.render.arrivals.plot_svg import render  # noqa: PLC0415 - only who asks for it pays for it

        write_whole(context, options.plot, render(report, language))
    emit(context, _written(report, options, language, context), options.output)
    return CLEAN


def _report(
    portfolio: Portfolio, complete: Completeness, workspace: Workspace, year: int | None
) -> ArrivalsReport:
    years = sorted(portfolio.partnership.agendas)
    latest = latest_agenda(portfolio)
    if latest is None:
        raise ProblemError("no-agenda")
    wanted = latest if year is None else year
    basis = Basis(portfolio, workspace.today, doubts=workspace.arrivals.reading.doubts)
    seasons = Seasons(workspace.today, complete.completions, complete.timelines)
    report = arrivals_report(basis, seasons, wanted)
    if report is None:
        raise ProblemError("unknown-year", year=wanted, known=tuple(map(str, years)))
    return report


def _written(report: ArrivalsReport, options: Options, language: Language, context: Context) -> str:
    form = ArrivalsFormat(options.format)
    if options.part is not None and form is not ArrivalsFormat.svg:
        from icteregie.render.arrivals.tables import TABLES  # noqa: PLC0415 - only who asks for it pays for it

        return written(context, TABLES[options.part](report, language), form, options.output)
    return FORMATS[form]()(report, language, lambda table: written(context, table, "table", options.output))
