"""Initiatives through the steps of main: earlier paths, and when each was present."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from icteregie.vcs.commits import Change, Commit, stem
from icteregie.vcs.first_parents import Step

STILL_PRESENT = -1
"""The end of a period that has not ended."""


@dataclass(slots=True, eq=False)
class Lineage:
    """One initiative under all paths it has had.

    ``opened`` is when its first commit was written (seconds since 1970), None when a shallow
    clone doesn't hold that. ``presence`` are periods on main: the step that added it, and the
    step that removed it. ``changes`` are the steps that touched it, with its path and its blob
    from then on. ``earliest`` is the step in which it may have come at the earliest, where a clone
    lacks the texts that tell whether it went by another id before; None where that is certain.
    """

    opened: int | None
    presence: list[tuple[int, int]]
    changes: list[tuple[int, str, str]] = field(default_factory=list)
    earliest: int | None = None

    @property
    def is_present(self) -> bool:
        """Whether the file is on main now."""
        return self.presence[-1][1] == STILL_PRESENT


class FileOrigins:
    """When files were first written in the commits between two steps of main."""

    def __init__(self, boundary: frozenset[str] = frozenset()) -> None:
        self.boundary = boundary
        self.first_seen: dict[str, int] = {}
        self.is_shallow = False
        self._seen_in_merge: dict[str, int] = {}

    def add(self, commit: Commit, changes: Iterable[Change]) -> None:
        """Add one commit, after its parents."""
        if commit.name in self.boundary:
            self.is_shallow = True
            return
        # What a merge adds was, unless someone slipped it in, written on its other side.
        into = self._seen_in_merge if len(commit.parents) > 1 else self.first_seen
        for change in changes:
            if change.kind == "R":
                if (old_time := self.first_seen.get(change.old)) is not None:
                    self.first_seen[change.path] = min(old_time, self.first_seen.get(change.path, old_time))
            elif change.kind == "A":
                into[change.path] = min(commit.authored, into.get(change.path, commit.authored))

    def opened(self, path: str, default: int) -> int | None:
        """Return when a file was first written; of one that had another folder before, by its id."""
        for times in (self.first_seen, self._seen_in_merge):
            if path in times:
                return times[path]
            if same_id := [time for other, time in times.items() if stem(other) == stem(path)]:
                return min(same_id)
        return None if self.is_shallow else default


@dataclass(slots=True)
class LineageIndex:
    """The lineages up to a step of main: present by path, all by path, and removed by identity key.

    ``renames`` are the paths that went on under another id, with the path from then on, in order.
    """

    present: dict[str, Lineage] = field(default_factory=dict)
    by_path: dict[str, Lineage] = field(default_factory=dict)
    removed: dict[str, Lineage] = field(default_factory=dict)
    renames: list[tuple[str, str]] = field(default_factory=list)

    def former(self, path: str) -> Lineage | None:
        """Return what main once had under a path or its id, None when that goes on under another id."""
        known = self.by_path.get(path)
        return known if known and not known.is_present else self.removed.get(identity_key(path))

    def add_step(
        self, index: int, step: Step, changed: Mapping[str, list[Change]], origins: FileOrigins
    ) -> None:
        """Add the next step of main."""
        step_changes = changed.get(step.commit.name, [])
        leaving = {old: self.present.pop(old) for old in _leaving_paths(step_changes) if old in self.present}
        ends = dict(leaving)
        for change in step_changes:
            if change.kind != "D":
                source = self._source(change, leaving)
                earliest = [_first_step(ends[path]) for path in change.maybe if path in ends]
                opened = origins.opened(change.path, step.commit.authored)
                lineage = source or Lineage(
                    opened, [(index, STILL_PRESENT)], earliest=min(earliest, default=None)
                )
                self._record(index, change, lineage)
        for path, lineage in leaving.items():
            lineage.presence[-1] = (lineage.presence[-1][0], index)
            self.removed[identity_key(path)] = lineage
        for path, written in origins.first_seen.items():
            current = self.present.get(path)
            if current is not None and current.opened is not None:
                current.opened = min(current.opened, written)

    def _source(self, change: Change, leaving: dict[str, Lineage]) -> Lineage | None:
        """Find the lineage of a file before this step."""
        if change.kind == "R":
            if stem(change.old) != stem(change.path):
                self.renames.append((change.old, change.path))
            return leaving.pop(change.old, None)
        if change.kind == "M":
            return self.present.get(change.path)
        return self.removed.pop(identity_key(change.path), None)

    def _record(self, index: int, change: Change, lineage: Lineage) -> None:
        if not lineage.is_present:
            lineage.presence.append((index, STILL_PRESENT))
        lineage.changes.append((index, change.path, change.blob))
        self.present[change.path] = self.by_path[change.path] = lineage


def _first_step(lineage: Lineage) -> int:
    return lineage.presence[0][0] if lineage.earliest is None else lineage.earliest


def _leaving_paths(changes: Iterable[Change]) -> list[str]:
    return [change.old or change.path for change in changes if change.kind in ("R", "D")]


def identity_key(path: str) -> str:
    """Return a key of portfolio and id, the same in every folder of that portfolio."""
    portfolio, _, _ = f"/{path}".rpartition("/initiatives/")
    return f"{portfolio}/{stem(path)}"


def replay(
    steps: list[Step],
    changed: Mapping[str, list[Change]],
    boundary: frozenset[str],
    index: LineageIndex,
    first: int = 0,
) -> None:
    """Add steps of main to ``index``; the first is number ``first``, ``changed`` is by commit."""
    for number, step in enumerate(steps, first):
        origins = FileOrigins(boundary)
        for commit in (*step.merged, step.commit):
            is_merge_of_main = commit is step.commit and len(commit.parents) > 1
            origins.add(commit, [] if is_merge_of_main else changed.get(commit.name, ()))
        index.add_step(number, step, changed, origins)
