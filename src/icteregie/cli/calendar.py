"""``regie calendar``: what must happen before which date."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from icteregie.analysis.decision_calendar import NEEDS, PARTNERSHIP_NEEDS
from icteregie.analysis.unanswered.landscape import NEEDS as UNANSWERED_NEEDS
from icteregie.analysis.unanswered.landscape import PARTNERSHIP_NEEDS as UNANSWERED_CONFIG
from icteregie.analysis.unanswered.listed import left_out
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.option_values import choice, one_year
from icteregie.cli.streams import emit, notify
from icteregie.cli.tables import print_table
from icteregie.portfolio.partnership import Language
from icteregie.render.deadlines.formats import FORMATS, DeadlinesFormat
from icteregie.render.tables.calendar import calendar_table
from icteregie.reports.basis import Basis
from icteregie.reports.calendar import CalendarReport, Only, calendar_report, narrowed
from icteregie.reports.deadlines import deadlines_report
from icteregie.workspace.fact_changes import fact_moves
from icteregie.workspace.notices import Notice, ProblemError, skipped
from icteregie.workspace.open import Workspace, open_portfolio
from icteregie.workspace.select import readable, require_config


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which dates are listed: of one agenda, so many days ahead, or all with those that are past."""

    folder: Path = Path()
    named_year: int | None = None
    year: int | None = None
    days: int | None = None
    is_whole: bool = False
    only: Only | None = None
    is_unanswered: bool = False
    member: str | None = None
    format: str = "table"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """List the dates that are still to come."""
    year = one_year(options.named_year, options.year)
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    if options.member is not None:
        require_config(workspace.portfolio, {"members"})
        choice("--member", tuple(workspace.portfolio.partnership.members))(options.member)
    if options.is_unanswered:
        return _unanswered(options, context, workspace, language)
    if options.format == "ics":
        require_config(workspace.portfolio, {"name"})
    known = readable(workspace.portfolio, {"title", *NEEDS, *UNANSWERED_NEEDS}, PARTNERSHIP_NEEDS)
    basis = Basis(known.portfolio, workspace.today)
    report = calendar_report(basis, year, options.days, everything=options.is_whole)
    report = narrowed(report, options.only, options.member)
    is_narrowed = any(each is not None for each in (year, options.days, options.only, options.member))
    empty_notice = Notice(f"commands/calendar/empty{'-narrowed' if is_narrowed else ''}")
    empty = () if report.entries else (empty_notice,)
    notify(context, language, (*known.notices, *skipped(left_out(known.portfolio)), *empty))
    if options.format == "ics":
        render, moves = _ics(), fact_moves(workspace, report.entries)
        emit(context, render(replace(report, moves=moves), language), options.output)
        return CLEAN
    print_table(context, calendar_table(report, language), options.format, options.output)
    return CLEAN


def _unanswered(options: Options, context: Context, workspace: Workspace, language: Language) -> int:
    """Write the list of the deadlines that nothing answers."""
    others = {
        "--days": options.days is not None,
        "--all": options.is_whole,
        "--only": options.only is not None,
        "--year": options.named_year is not None or options.year is not None,
        "--format ics": options.format == "ics",
    }
    for other, is_given in others.items():
        if is_given:
            raise ProblemError("options-together", options=("--unanswered", other))
    known = readable(workspace.portfolio, UNANSWERED_NEEDS, UNANSWERED_CONFIG)
    files = left_out(known.portfolio)
    basis = Basis(known.portfolio, workspace.today, unreadable=(*known.left_out, *files))
    notify(context, language, (*known.notices, *skipped(files)))
    render = FORMATS[DeadlinesFormat(options.format)]()
    emit(context, render(deadlines_report(basis, options.member), language), options.output)
    return CLEAN


def _ics() -> Callable[[CalendarReport, Language], str]:
    """Load what writes a calendar file. Raises ProblemError where its library is not installed."""
    try:
        # It comes with an extra, and only this format needs it.
        from icteregie.render.ics import render  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name != "icalendar":
            raise
        raise ProblemError("calendar-library") from None
    return render
