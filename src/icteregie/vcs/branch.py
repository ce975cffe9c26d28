"""The present branch, as far as it differs from main: what it brings that main doesn't have yet."""

from dataclasses import dataclass

from icteregie.vcs.commits import Change, changes, commits
from icteregie.vcs.lineage import Lineage, Memory, Work, identity
from icteregie.vcs.refs import Tips, merge_base
from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class Present:
    """A file of the present commit: what main knows it as, and whether main still has to get it.

    ``opened`` is when it was first written on this branch, for what is new.
    """

    lineage: Lineage | None
    is_new: bool = False
    opened: int | None = None


def present(repository: Repository, tips: Tips, memory: Memory) -> dict[str, Present]:
    """Look at every file of the present commit, by path from the top of the repository.

    Raises GitError.
    """
    base = merge_base(repository, tips.head, tips.main)
    own = commits(repository, tips.head, (tips.main,))
    work = Work(repository.boundary)
    compared = [(one.name, one.parents[0] if one.parents else "") for one in own.values()]
    changed = changes(repository, compared) if compared else {}
    for one in own.values():
        work.add(one, changed.get(one.name, ()))
    brought: dict[str, Change] = {}
    if own:
        net = changes(repository, [(tips.head, base or "")]).get(tips.head, ())
        brought = {change.path: change for change in net if change.kind in ("A", "R")}
    written = own[tips.head].authored if tips.head in own else 0
    branch = _Branch(memory, work, written, _files(repository, tips.head))
    return {path: branch.one(path, brought.get(path)) for path in branch.files}


def _files(repository: Repository, commit: str) -> set[str]:
    within = (repository.within.rstrip("/"),) if repository.within else ()
    said = repository.git.ask("ls-tree", "-r", "-z", "--name-only", "--full-tree", "--", commit, *within)
    return {path for path in said.decode("utf-8", "surrogateescape").split("\0") if path}


@dataclass(frozen=True, slots=True)
class _Branch:
    """The present branch: main's past, its own work, when its tip was written, and its files."""

    memory: Memory
    work: Work
    written: int
    files: set[str]

    def one(self, path: str, change: Change | None) -> Present:
        """Recognise a file; ``change`` is what this branch as a whole did to it."""
        known = self.memory.ever.get(path)
        if known is not None and (change is None or known.is_here):
            return Present(known)  # untouched here, or main got it as well, by another way
        old = change.old if change and change.old else self.work.origin.get(path, "")
        moved = self.memory.ever.get(old)
        if moved is not None and old not in self.files:
            return Present(moved)
        former = known or self.memory.gone.get(identity(path))
        return Present(former, is_new=True, opened=self.work.opened(path, self.written))
