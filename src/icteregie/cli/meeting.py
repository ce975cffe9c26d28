"""``regie meeting``: the papers of a meeting, as an annotated agenda."""

from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.decision_calendar import NEEDS as CALENDAR_NEEDS
from icteregie.analysis.facts import NEEDS as FACTS
from icteregie.analysis.meeting_subjects import NEEDS as SUBJECT_NEEDS
from icteregie.analysis.unanswered.landscape import NEEDS as UNANSWERED_NEEDS
from icteregie.analysis.unanswered.listed import left_out
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import opened
from icteregie.cli.papers import NAMED, PAPERS, PaperOptions, emit_paper, format_of, require_sound
from icteregie.cli.streams import emit, notify
from icteregie.portfolio.partnership import Meeting
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.meeting.formats import FORMATS, MeetingFormat
from icteregie.reports.basis import Basis
from icteregie.reports.meeting import FilesOf, meeting_before, meeting_report
from icteregie.workspace.main_days import decided_on, portfolio_before
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.select import CONFIG_KEYS, is_usable, readable, require_config, require_lists

_CONFIG = frozenset({"*", "agendas", "bodies", "domains", "history", "meetings", "members", "thresholds"})
_NEEDS = frozenset(
    {
        "title",
        "summary",
        "support",
        "conflicts_with",
        *CALENDAR_NEEDS,
        *SUBJECT_NEEDS,
        *UNANSWERED_NEEDS,
        *(key for keys in FACTS.values() for key in keys),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PaperOptions):
    """Which meeting, and in which format."""

    day: date
    body: str | None = None


def run(options: Options, context: Context) -> int:
    """Write the papers of one meeting, as of today, and at most as of its day."""
    form = format_of(options, "md")
    require_sound(context, options, form)
    workspace, language = opened(options, context)
    config = _CONFIG | NAMED if form in PAPERS else _CONFIG
    require_config(workspace.portfolio, config)
    require_lists(workspace.portfolio)
    meeting = _meeting(workspace.portfolio, options.day, options.body)
    then = _then(workspace, meeting, config)
    known = readable(then or workspace.portfolio, _NEEDS)
    portfolio = replace(known.portfolio, day=min(workspace.today, meeting.date))
    before = meeting_before(portfolio, meeting)
    earlier = None
    if before is not None and before <= workspace.today:
        earlier = decided_on(workspace, (), (before,)).by_day.get(before)
    is_past = meeting.date < workspace.today
    files: FilesOf = "then" if then else "unknown" if is_past else "now"
    basis = Basis(
        portfolio, portfolio.day or meeting.date, unreadable=(*known.left_out, *left_out(portfolio))
    )
    report = meeting_report(basis, meeting, earlier, files)
    notify(context, language, known.notices)
    if form in PAPERS:
        from icteregie.render.paper.meeting import paper  # noqa: PLC0415 - only papers pay for it

        emit_paper(context, paper(report, language), options, form)
    else:
        emit(context, FORMATS[MeetingFormat(form)]()(report, language), options.output)
    return CLEAN


def _then(workspace: Workspace, meeting: Meeting, config: frozenset[str]) -> Portfolio | None:
    """Give what main had when the day of a past meeting began; None where that can't be told or used."""
    if meeting.date >= workspace.today:
        return None
    then = portfolio_before(workspace, meeting.date)
    if then is None or not is_usable(then, config | CONFIG_KEYS):
        return None
    return then if meeting.body in then.partnership.bodies else None


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
