"""The present branch, as far as it differs from main: what it brings that main doesn't have yet."""

from dataclasses import dataclass

from icteregie.vcs.commits import Change, changes, commits
from icteregie.vcs.lineage import FileOrigins, Lineage, LineageIndex, identity_key
from icteregie.vcs.refs import Tips, merge_base
from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class BranchFile:
    """A file of the present commit: what main knows it as, and whether main still has to get it.

    ``opened`` is when it was first written on this branch, for what is new.
    """

    lineage: Lineage | None
    is_new: bool = False
    opened: int | None = None


def branch_files(repository: Repository, tips: Tips, index: LineageIndex) -> dict[str, BranchFile]:
    """Look at every file of the present commit, by path from the top of the repository.

    Raises GitError.
    """
    base = merge_base(repository, tips.head, tips.main)
    branch_commits = commits(repository, tips.head, (tips.main,))
    origins = FileOrigins(repository.shallow_boundary)
    parent_pairs = [(one.name, one.parents[0] if one.parents else "") for one in branch_commits.values()]
    changed = changes(repository, parent_pairs) if parent_pairs else {}
    for one in branch_commits.values():
        origins.add(one, changed.get(one.name, ()))
    added: dict[str, Change] = {}
    if branch_commits:
        net_changes = changes(repository, [(tips.head, base or "")]).get(tips.head, ())
        added = {change.path: change for change in net_changes if change.kind in ("A", "R")}
    tip_written = branch_commits[tips.head].authored if tips.head in branch_commits else 0
    branch = _Branch(index, origins, tip_written, paths_at(repository, tips.head))
    return {path: branch.file(path, added.get(path)) for path in branch.paths}


def paths_at(repository: Repository, commit: str) -> set[str]:
    paths = (repository.prefix.rstrip("/"),) if repository.prefix else ()
    output = repository.git.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", "--", commit, *paths)
    return {path for path in output.decode("utf-8", "surrogateescape").split("\0") if path}


@dataclass(frozen=True, slots=True)
class _Branch:
    """The present branch: main's past, its own work, when its tip was written, and its files."""

    index: LineageIndex
    origins: FileOrigins
    tip_written: int
    paths: set[str]

    def file(self, path: str, change: Change | None) -> BranchFile:
        """Recognise a file; ``change`` is what this branch as a whole did to it."""
        on_main = self.index.by_path.get(path)
        if on_main is not None and (change is None or on_main.is_present):
            return BranchFile(on_main)  # untouched here, or main got it as well, by another way
        old_path = change.old if change and change.old else self.origins.original_path.get(path, "")
        moved_lineage = self.index.by_path.get(old_path)
        if moved_lineage is not None and old_path not in self.paths:
            return BranchFile(moved_lineage)
        former = on_main or self.index.removed.get(identity_key(path))
        return BranchFile(former, is_new=True, opened=self.origins.opened(path, self.tip_written))
