"""``regie meeting``: the papers of a meeting, as an annotated agenda."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from icteregie.analysis.decision_calendar import NEEDS as CALENDAR_NEEDS
from icteregie.analysis.facts import NEEDS as FACTS
from icteregie.analysis.meeting_subjects import NEEDS as SUBJECT_NEEDS
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.streams import emit, notify
from icteregie.portfolio.partnership import Meeting
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.meeting.formats import FORMATS, MeetingFormat
from icteregie.reports.basis import Basis
from icteregie.reports.meeting import meeting_before, meeting_report
from icteregie.workspace.main_days import decided_on
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.select import readable, require_config, require_lists

_CONFIG = frozenset({"*", "agendas", "bodies", "domains", "history", "meetings", "members", "thresholds"})
_NEEDS = frozenset(
    {
        "title",
        "summary",
        "support",
        "conflicts_with",
        *CALENDAR_NEEDS,
        *SUBJECT_NEEDS,
        *(key for keys in FACTS.values() for key in keys),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Which meeting, and in which format."""

    day: date
    body: str | None = None
    format: str = "md"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Write the papers of one meeting, as of today, and at most as of its day."""
    workspace, language = opened(options, context)
    require_config(workspace.portfolio, _CONFIG)
    require_lists(workspace.portfolio)
    meeting = _meeting(workspace.portfolio, options.day, options.body)
    known = readable(workspace.portfolio, _NEEDS)
    portfolio = replace(known.portfolio, day=min(workspace.today, meeting.date))
    before = meeting_before(portfolio, meeting)
    earlier = None
    if before is not None and before <= workspace.today:
        earlier = decided_on(workspace, (), (before,)).by_day.get(before)
    basis = Basis(portfolio, portfolio.day or meeting.date, unreadable=known.left_out)
    report = meeting_report(basis, meeting, earlier)
    notify(context, language, known.notices)
    emit(context, FORMATS[MeetingFormat(options.format)]()(report, language), options.output)
    return CLEAN


def _meeting(portfolio: Portfolio, day: date, body: str | None) -> Meeting:
    """Find the meeting that is meant. Raises ProblemError, with the nearest where nobody meets that day."""
    known = [m for m in portfolio.partnership.meetings if m.body in portfolio.partnership.bodies]
    on_day = {meeting.body: meeting for meeting in known if meeting.date == day}
    if not known:
        raise ProblemError("meeting-none")
    if not on_day:
        near = min(known, key=lambda m: (abs((m.date - day).days), m.date, m.body))
        raise ProblemError("meeting-day", day=day, body=near.body, near=near.date.isoformat())
    if body is None and len(on_day) > 1:
        raise ProblemError("meeting-bodies", day=day, bodies=tuple(sorted(on_day)))
    if body is not None and body not in on_day:
        raise ProblemError("meeting-body", day=day, body=body, bodies=tuple(sorted(on_day)))
    return on_day[body] if body is not None else next(iter(on_day.values()))
