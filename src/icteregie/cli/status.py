"""``regie status``: how far what was adopted is, what it costs, and what slips if something slips."""

import re
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.selection import NEEDS
from icteregie.analysis.slips import NEEDS as SLIP_NEEDS
from icteregie.analysis.standing.statuses import is_over
from icteregie.cli import option_values
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import opened
from icteregie.cli.papers import PAPERS, PaperOptions, emit_paper, format_of, require_sound
from icteregie.cli.streams import emit, notify
from icteregie.portfolio import period
from icteregie.portfolio.period import Lag
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.status.formats import FORMATS, StatusFormat
from icteregie.reports.basis import Basis
from icteregie.reports.status import status_report
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.select import readable, require_config, require_known, require_lists, select

_NEEDS = {"title", "costs", "cost_key", "effort", "participants", "submitted", *NEEDS, *SLIP_NEEDS}
_CONFIG = {"bodies", "meetings", "cost_keys", "thresholds"}
_DUTCH = {
    "dag": "day",
    "dagen": "days",
    "weken": "weeks",
    "maand": "month",
    "maanden": "months",
}
_DELAY = re.compile(r"([0-9]+) ?([a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PaperOptions):
    """Which initiatives, in which format, and which delays are tried."""

    selectors: tuple[str, ...] = ()
    year: int | None = None
    slips: tuple[str, ...] = ()
    is_report: bool = False
    exclude: tuple[str, ...] = ()


def run(options: Options, context: Context) -> int:
    """Show how far it all is, or write the report for a meeting."""
    form = format_of(options, "md" if options.is_report else "table")
    if options.is_report and form not in ("md", *PAPERS):
        raise ProblemError("options-together", options=("--report", "--format"))
    require_sound(context, options, form)
    workspace, language = opened(options, context)
    shown = readable(workspace.portfolio, _NEEDS, _CONFIG)
    require_config(workspace.portfolio, {"name"} if options.is_report or form in PAPERS else ())
    require_lists(workspace.portfolio)
    selected = select(shown.portfolio, workspace, options.selectors, options.exclude)
    delays = dict(_delay(shown.portfolio, text) for text in options.slips)
    basis = Basis(shown.portfolio, workspace.today, unreadable=shown.left_out)
    report = status_report(basis, selected.ids, options.year, delays)
    empty = () if report.rows else (Notice("commands/status/empty", {"year": report.year}),)
    notify(context, language, (*shown.notices, *selected.notices, *empty))
    if form in PAPERS:
        from icteregie.render.paper.status import paper  # noqa: PLC0415 - only papers pay for it

        emit_paper(context, paper(report, language), options, form)
    else:
        written = StatusFormat.report if options.is_report else StatusFormat(form)
        emit(context, FORMATS[written]()(report, language), options.output)
    return CLEAN


def _delay(portfolio: Portfolio, text: str) -> tuple[str, Lag]:
    """Read ``ID=3 months``, ``ID=3 maanden`` or ``ID=2027-Q4``. Raises ProblemError."""
    name, equals, written = text.partition("=")
    name, written = name.strip(), written.strip().casefold()
    if not equals:
        raise ProblemError("not-a-slip", written=text)
    require_known(portfolio, name)
    if name in portfolio.initiatives and is_over(portfolio.initiatives[name]):
        raise ProblemError("slip-over", id=name)
    match = _DELAY.fullmatch(written)
    if match:
        unit = _DUTCH.get(match[2], match[2])
        return name, option_values.value("--slip", f"{match[1]} {unit}", period.lag)
    if not written[:1].isdecimal() or written.isdecimal():
        raise ProblemError("not-a-slip", written=text)
    moment = option_values.value("--slip", written.upper(), period.moment)
    return name, Lag(days=_days_until(portfolio, name, moment.last))


def _days_until(portfolio: Portfolio, name: str, end: date) -> int:
    """Count the days by which it would end later than is foreseen. Raises ProblemError when that is none."""
    now = foreseen_span(portfolio, portfolio.initiatives[name]).end if name in portfolio.initiatives else None
    if now is None or end <= now:
        raise ProblemError("slip-not-later", id=name)
    return (end - now).days
