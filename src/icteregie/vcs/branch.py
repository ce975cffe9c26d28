"""The files of the current branch, each matched with what main knows of it."""

from dataclasses import dataclass

from icteregie.vcs.commits import Change, commits, is_yaml, stem
from icteregie.vcs.lineage import FileOrigins, Lineage, LineageIndex
from icteregie.vcs.moves import changes
from icteregie.vcs.refs import Tips, merge_base
from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class BranchFile:
    """A file of the current commit: its lineage on main, and whether it ``is_new`` to main.

    ``opened`` is when a new file was first written on this branch, in seconds since 1970. ``old`` is
    the path on main of one that this branch gave another id.
    """

    lineage: Lineage | None
    is_new: bool = False
    opened: int | None = None
    old: str = ""


def branch_files(repository: Repository, tips: Tips, index: LineageIndex) -> dict[str, BranchFile]:
    """Match every YAML file of the current commit, by path from the top level of the repository.

    Raises GitError.
    """
    base = merge_base(repository, tips.head, tips.main)
    branch_commits = commits(repository, tips.head, (tips.main,))
    origins = FileOrigins(repository.shallow_boundary)
    pairs = [(commit.name, commit.first_parent) for commit in branch_commits.values()]
    changed = changes(repository, pairs) if pairs else {}
    for commit in branch_commits.values():
        origins.add(commit, changed.get(commit.name, ()))
    added: dict[str, Change] = {}
    if branch_commits:
        net_changes = changes(repository, [(tips.head, base or "")]).get(tips.head, ())
        added = {change.path: change for change in net_changes if change.kind in ("A", "R")}
    tip_written = branch_commits[tips.head].authored if tips.head in branch_commits else 0
    branch = _Branch(index, origins, tip_written, _paths(repository, tips.head))
    return {path: branch.file(path, added.get(path)) for path in sorted(branch.paths)}


def _paths(repository: Repository, commit: str) -> set[str]:
    paths = (repository.prefix.rstrip("/"),) if repository.prefix else ()
    output = repository.git.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", "--", commit, *paths)
    return {path for path in output.decode("utf-8", "surrogateescape").split("\0") if is_yaml(path)}


@dataclass(frozen=True, slots=True)
class _Branch:
    """The current branch: main's lineages, its own origins, when its tip was written, and its files."""

    index: LineageIndex
    origins: FileOrigins
    tip_written: int
    paths: set[str]

    def file(self, path: str, change: Change | None) -> BranchFile:
        """Match a file; ``change`` is what this branch as a whole did to it."""
        on_main = self.index.by_path.get(path)
        if on_main is not None and (change is None or path in self.index.present):
            return BranchFile(on_main)  # untouched here, or main has it as well, from elsewhere
        renamed = self.index.by_path.get(change.old) if change and change.old else None
        if renamed is not None and change is not None:
            return BranchFile(renamed, old=change.old if stem(change.old) != stem(path) else "")
        former = self.index.former(path)
        return BranchFile(former, is_new=True, opened=self.origins.opened(path, self.tip_written))
