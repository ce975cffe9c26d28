"""Initiatives through the steps of main: where each came from, and when it was there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from icteregie.vcs.commits import Change, Commit, stem
from icteregie.vcs.first_parents import Step

HERE = -1
"""Ends the stay of what is there still."""


@dataclass(slots=True, eq=False)
class Lineage:
    """One initiative under all names it has had.

    ``opened`` is when the first commit that brought it was written, None when a shallow clone
    doesn't hold that. ``stays`` are from which step of main it was there, to the step that took
    it away. ``changes`` are the steps that touched it, with its path from then on.
    """

    opened: int | None
    stays: list[tuple[int, int]]
    changes: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_here(self) -> bool:
        """Whether main has it now."""
        return self.stays[-1][1] == HERE


class Work:
    """The commits between two steps of main: who wrote which file first, and what it was called."""

    def __init__(self, boundary: frozenset[str] = frozenset()) -> None:
        self.boundary = boundary
        self.born: dict[str, int] = {}
        self.origin: dict[str, str] = {}
        self.is_cut = False
        self._merged: dict[str, int] = {}

    def add(self, commit: Commit, changes: Iterable[Change]) -> None:
        """Take in one commit, after its parents."""
        if commit.name in self.boundary:
            self.is_cut = True
            return
        # What a merge adds came, unless someone slipped it in, from the other side of it.
        into = self._merged if len(commit.parents) > 1 else self.born
        for change in changes:
            if change.kind == "R":
                self.origin[change.path] = self.origin.get(change.old, change.old)
                if (old := self.born.get(change.old)) is not None:
                    self.born[change.path] = min(old, self.born.get(change.path, old))
            elif change.kind in ("A", "C"):
                into[change.path] = min(commit.authored, into.get(change.path, commit.authored))

    def opened(self, path: str, otherwise: int) -> int | None:
        """Give when a file was first written; of one that lay elsewhere before, by its id."""
        for known in (self.born, self._merged):
            if path in known:
                return known[path]
            if same := [time for other, time in known.items() if stem(other) == stem(path)]:
                return min(same)
        return None if self.is_cut else otherwise


@dataclass(slots=True)
class Memory:
    """What is known of main up to a step: by path now, by path ever, and by id when gone."""

    now: dict[str, Lineage] = field(default_factory=dict)
    ever: dict[str, Lineage] = field(default_factory=dict)
    gone: dict[str, Lineage] = field(default_factory=dict)

    def take(self, index: int, step: Step, changed: Mapping[str, list[Change]], work: Work) -> None:
        """Go one step on."""
        found = changed.get(step.commit.name, [])
        left = {old: self.now.pop(old) for old in _leaving(found) if old in self.now}
        renamed = {change.old for change in found if change.kind == "R"}
        for change in found:
            if change.kind != "D":
                source = self._source(change, left, renamed, work)
                self._put(index, change.path, source, work.opened(change.path, step.commit.authored))
        for path, lineage in left.items():
            lineage.stays[-1] = (lineage.stays[-1][0], index)
            self.gone[identity(path)] = lineage
        for path, written in work.born.items():
            known = self.now.get(path)
            if known is not None and known.opened is not None:
                known.opened = min(known.opened, written)

    def _source(
        self, change: Change, left: dict[str, Lineage], renamed: set[str], work: Work
    ) -> Lineage | None:
        """Find what a file was before this step: where it lay, or what it was called in the work."""
        if change.kind == "R":
            return left.pop(change.old, None)
        if change.kind == "M":
            return self.now.get(change.path)
        old = work.origin.get(change.path, "")
        if old in left and old not in renamed:
            return left.pop(old)
        return self.gone.pop(identity(change.path), None)

    def _put(self, index: int, path: str, source: Lineage | None, opened: int | None) -> None:
        lineage = source or Lineage(opened, [(index, HERE)])
        if not lineage.is_here:
            lineage.stays.append((index, HERE))
        lineage.changes.append((index, path))
        self.now[path] = self.ever[path] = lineage


def _leaving(found: Iterable[Change]) -> list[str]:
    return [change.old or change.path for change in found if change.kind in ("R", "D")]


def identity(path: str) -> str:
    """Name an initiative by its portfolio and its id, wherever it lies in that portfolio."""
    portfolio, _, _ = f"/{path}".rpartition("/initiatives/")
    return f"{portfolio}/{stem(path)}"


def replay(
    made: list[Step],
    changed: Mapping[str, list[Change]],
    boundary: frozenset[str],
    memory: Memory,
    start: int = 0,
) -> None:
    """Go through steps of main, of which the first is number ``start``."""
    for index, step in enumerate(made, start):
        work = Work(boundary)
        for commit in (*step.brought, step.commit):
            is_merge_of_main = commit is step.commit and len(commit.parents) > 1
            work.add(commit, [] if is_merge_of_main else changed.get(commit.name, ()))
        memory.take(index, step, changed, work)
