"""``regie arrivals``: how the initiatives of an agenda came in, and who is at risk."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import emit, notify, write_whole
from icteregie.cli.tables import written
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals import json as form_json
from icteregie.render.arrivals import md as form_md
from icteregie.render.arrivals import plot_svg
from icteregie.render.arrivals import text as form_text
from icteregie.render.arrivals.parts import PARTS
from icteregie.reports.arrivals.submissions import FRAME, NEEDS
from icteregie.reports.arrivals.view import Season, season
from icteregie.workspace.completeness import Completeness, completeness
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.notices import Notice
from icteregie.workspace.open import Workspace, open_portfolio
from icteregie.workspace.select import readable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which season is shown, and how; ``part`` asks for one table, ``plot`` names a file for a drawing."""

    folder: Path = Path()
    year: int | None = None
    part: Literal["at-risk", "initiatives", "lead-times", "trend"] | None = None
    format: Literal["table", "json", "csv", "md", "svg"] = "table"
    plot: Path | None = None
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Show one season: who came when, who is late, and who still can be in time."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    known = readable(workspace.portfolio, NEEDS, FRAME)
    complete = completeness(workspace)
    report = _season(known.portfolio, complete, workspace, options.year)
    doubts = workspace.arrivals.notices() if options.format != "json" else ()
    empty = () if report.filed else (Notice("commands/arrivals/empty", {"year": str(report.year)}),)
    notify(context, language, (*known.notices, *doubts, *complete.notices, *empty))
    if options.plot is not None:
        write_whole(context, options.plot, plot_svg.render(report, language))
    emit(context, _written(known.portfolio, report, options, language, context, workspace), options.output)
    return CLEAN


def _season(portfolio: Portfolio, complete: Completeness, workspace: Workspace, year: int | None) -> Season:
    years = sorted(portfolio.partnership.agendas)
    if not years:
        raise ProblemError("no-agenda")
    wanted = years[-1] if year is None else year
    report = season(portfolio, complete.completions, wanted, workspace.today)
    if report is None:
        raise ProblemError("unknown-year", year=wanted, known=tuple(map(str, years)))
    return report


def _written(
    portfolio: Portfolio,
    report: Season,
    options: Options,
    language: Language,
    context: Context,
    workspace: Workspace,
) -> str:
    if options.format == "svg":
        return plot_svg.render(report, language)
    if options.part is not None or options.format == "csv":
        table = PARTS[options.part or "initiatives"](portfolio, report, language)
        return written(context, table, options.format, options.output)
    if options.format == "json":
        doubts = [doubt.name for doubt in workspace.arrivals.reading.doubts]
        return form_json.render(portfolio, report, language, doubts)
    if options.format == "md":
        return form_md.render(portfolio, report, language)
    return form_text.render(
        portfolio, report, language, lambda table: written(context, table, "table", options.output)
    )
