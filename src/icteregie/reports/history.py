"""The life of one initiative on main: what became different when, and by which decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.changes import Change, changes_between
from icteregie.analysis.flatten import field_values
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.loading.single import initiative
from icteregie.portfolio.initiative import Initiative, Status
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.readers import day as read_day
from icteregie.vcs.versions import FileHistory, Version

Kind: TypeAlias = Literal["began", "cut", "changed", "same", "unreadable", "gone", "back", "lost"]
JUST_BEFORE = 31
"""Days within which a meeting is taken to be the one that a new status comes from."""
_FOLDER = "decisions/"
_BY: dict[Status, str] = {
    "advised": "advises",
    "adopted": "decides",
    "rejected": "decides",
    "stopped": "decides",
}
"""The role of the body that gives a status."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The meeting that something rests on: its day, its body, and the file that says so, "" without one."""

    on: date
    body: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One version: what it changed since the last one that could be read.

    ``before`` and ``after`` are the initiative then and now, None where it can't be read or
    isn't there. ``moved_from`` is its former path where that was another. What is the ``same`` was
    only written differently; what is ``cut`` is where a shallow clone begins.
    """

    version: Version
    kind: Kind
    before: Initiative | None
    after: Initiative | None
    changes: tuple[Change, ...] = ()
    moved_from: str = ""
    decision: Decision | None = None


def turns(
    course: FileHistory | None, name: str, partnership: Partnership, files: Mapping[str, bytes]
) -> tuple[Turn, ...]:
    """Tell a life, oldest first; ``files`` are those of the portfolio by path, decisions among them."""
    decisions = _Decisions(partnership, tuple(_mentions(name, files, partnership)))
    made: list[Turn] = []
    last: Initiative | None = None
    for version in course.versions if course else ():
        former = made[-1].version if made else None
        found = _read(version, name)
        different = (
            changes_between(Initiative, field_values(last), field_values(found)) if last and found else ()
        )
        moved = former.path if former and former.path != version.path else ""
        kind = _kind(version, former, last, found)
        if kind == "changed" and not different and not moved:
            kind = "same"
        if course and course.is_shallow and former is None and kind == "began":
            kind = "cut"
        decision = decisions.find(version.on, former.on if former else date.min, (last, found))
        made.append(Turn(version, kind, last, found, different, moved, decision))
        last = found or last
    return tuple(made)


def _read(version: Version, name: str) -> Initiative | None:
    found = initiative(version.text, name) if version.text is not None else None
    # What could be read in part only is not compared: what is absent would seem to be taken away.
    return found.initiative if found and not found.damage else None


def _kind(
    version: Version, former: Version | None, last: Initiative | None, found: Initiative | None
) -> Kind:
    if version.is_missing:
        return "lost"
    if version.text is None:
        return "gone"
    if found is None:
        return "unreadable"
    if former is not None and former.text is None:
        return "back"
    return "changed" if last else "began"


def _mentions(name: str, files: Mapping[str, bytes], partnership: Partnership) -> Iterator[Decision]:
    """List the decisions files that name an initiative, by day and body."""
    for path in sorted(files):
        stem = path.removeprefix(_FOLDER).removesuffix(".yaml")
        moment, body = stem[:10], stem[11:]
        if not path.startswith(_FOLDER) or stem[10:11] != "-":
            continue
        try:
            on = read_day(moment)
        except ValueError:
            continue
        tree, _ = reader.read(files[path])
        if tree is not None and name in _scalars(tree):
            known = partnership.bodies.get(body)
            yield Decision(on, known.name if known else body, path)


def _scalars(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from tree
        for held in tree.values():
            yield from _scalars(held)
    else:
        for held in tree:
            yield from _scalars(held)


@dataclass(frozen=True, slots=True)
class _Decisions:
    """The meetings of a partnership, and what its decisions files say of one initiative."""

    partnership: Partnership
    mentions: tuple[Decision, ...]

    def find(
        self, on: date, since: date, states: tuple[Initiative | None, Initiative | None]
    ) -> Decision | None:
        """Find what a version rests on: a file that names it since the last one, or else a meeting."""
        if told := [one for one in self.mentions if since < one.on <= on]:
            return max(told, key=lambda one: (one.on, one.file))
        before, after = states
        if before is None or after is None or before.status == after.status:
            return None
        role, bodies = _BY.get(after.status), self.partnership.bodies
        held = [
            Decision(meeting.date, bodies[meeting.body].name)
            for meeting in self.partnership.meetings
            if meeting.body in bodies
            and bodies[meeting.body].role == role
            and 0 <= (on - meeting.date).days <= JUST_BEFORE
        ]
        meeting = max(held, key=lambda one: (one.on, one.body), default=None)
        of_it = (
            one for one in self.mentions if meeting and one.on == meeting.on and one.body == meeting.body
        )
        return next(of_it, meeting)
