"""``regie new --decision``: write the list of a meeting, with what asks for a decision on its day."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.meeting_subjects import NEEDS, excluded_by, meeting_subjects, passed_over
from icteregie.cli import option_values
from icteregie.cli.context import Context
from icteregie.cli.prompts import Question, answer
from icteregie.cli.streams import emit, notify, write_whole
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.messages.formats import day as written_day
from icteregie.portfolio.kinds import DECISION
from icteregie.portfolio.partnership import Language, Meeting, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.scaffold.decision_list import NewDecisionList, NewSubject, render
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.select import readable, require_lists

ALL = "all"
SHOWN_MEETINGS = 8
"""Meetings that are shown to choose from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options gave of a list: its meeting, its body, and who will be there; None is asked for."""

    meeting: str | None
    body: str | None
    present: str | None


def write_list(context: Context, workspace: Workspace, asked: Asked, language: Language) -> None:
    """Write the list of a meeting and say what to do with it. Raises ProblemError; an existing one stays."""
    shown = readable(workspace.portfolio, {"title", *NEEDS}, {"bodies", "meetings"})
    portfolio = shown.portfolio
    require_lists(portfolio)
    key = _meeting(context, portfolio, asked, workspace.today, language)
    path = f"{DECISION.folder}/{key}.yaml"
    taken = portfolio.paths[DECISION.name].get(key, path)
    if key in portfolio.paths[DECISION.name] or os.path.lexists(workspace.root / path):
        raise ProblemError("list-taken", file=context.here(workspace.root).path(taken))
    new = _new(context, portfolio, key, asked, language)
    notify(context, language, shown.notices)
    write_whole(context, workspace.root / path, render(new, portfolio.partnership.language))
    said = "list-closing" if new.subjects else "list-closing-empty"
    file, count = terminal(context.here(workspace.root).path(path)), len(new.subjects)
    emit(context, sentence(language, f"commands/new/{said}", file=file, count=count, name=key))


def _meeting(context: Context, portfolio: Portfolio, asked: Asked, today: date, language: Language) -> str:
    """Name the meeting: as given or asked for, or else the next one of who decides, or of the body given."""
    partnership = portfolio.partnership
    body = asked.body
    if body is not None:
        option_values.choice("--body", tuple(partnership.bodies))(body)
    meetings = {f"{m.date}-{m.body}": m for m in partnership.meetings if body in (None, m.body)}
    to_come = [
        key
        for key, meeting in sorted(meetings.items(), key=lambda item: (item[1].date, item[0]))
        if meeting.date >= today and key not in portfolio.paths[DECISION.name]
    ]
    first = next((key for key in to_come if body or _decides(partnership, meetings[key])), None)
    if first is None and asked.meeting is None:
        raise ProblemError("no-meeting-to-come")
    choices = tuple((key, _label(partnership, meetings[key], language)) for key in to_come[:SHOWN_MEETINGS])
    text = sentence(language, "commands/new/ask-meeting")
    question = Question("DATE", text, _reader(tuple(meetings)), first, choices)
    return answer(context, question, asked.meeting, language)


def _decides(partnership: Partnership, meeting: Meeting) -> bool:
    return meeting.body in partnership.bodies and partnership.bodies[meeting.body].role == "decides"


def _label(partnership: Partnership, meeting: Meeting, language: Language) -> str:
    body = partnership.bodies.get(meeting.body)
    return f"{written_day(meeting.date, language)}, {body.name if body else meeting.body}"


def _reader(keys: tuple[str, ...]) -> Callable[[str], str]:
    """Read a day, or a day and a body: 2026-10-08 or 2026-10-08-directors."""

    def read(written: str) -> str:
        fitting = [key for key in keys if written == key or (written and key.startswith(f"{written}-"))]
        if not fitting:
            raise ProblemError("no-such-meeting", written=written)
        if len(fitting) > 1:
            raise ProblemError("several-meetings", written=written, names=tuple(sorted(fitting)))
        return fitting[0]

    return read


def _new(
    context: Context, portfolio: Portfolio, key: str, asked: Asked, language: Language
) -> NewDecisionList:
    """Collect what a list is to say: who will be there, and what asks."""
    partnership = portfolio.partnership
    day, name = date.fromisoformat(key[:10]), key[11:]
    if name not in partnership.bodies:
        raise ProblemError("no-such-body", body=name)
    body = partnership.bodies[name]
    members = {member: known.name for member, known in partnership.members.items()}
    text = sentence(language, "commands/new/ask-present")
    question = Question("--present", text, _present(tuple(members)), "", tuple(members.items()))
    present = answer(context, question, asked.present, language)
    subjects = meeting_subjects(portfolio, day, body)
    others = passed_over(portfolio, subjects.agenda, day)
    listed = (
        NewSubject(i.id, i.title, i.id not in others, excluded_by(i, subjects.initiatives))
        for i in subjects.initiatives
    )
    return NewDecisionList(
        body.name, day, body.role == "decides", subjects.agenda, present, tuple(members), tuple(listed)
    )


def _present(members: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """Read ``all``, or members in any order; they are kept in their own order."""
    known = option_values.choice("--present", [*members, ALL])

    def read(written: str) -> tuple[str, ...]:
        named = {known(name) for name in option_values.split(written)}
        return members if ALL in named else tuple(name for name in members if name in named)

    return read
