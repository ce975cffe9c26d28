"""Commits and what they changed: two git processes for a whole history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icteregie.vcs.repository import Repository
from icteregie.vcs.types import GitError

# Every YAML file counts, in any folder and also with .yml: an initiative that was moved into place
# later had arrived all the same.
_SUFFIXES = (".yaml", ".yml")
_FIELDS = "%H%x00%P%x00%at%x00%ct%x00%s"
_SIMILAR = "-M75%"
"""How similar a renamed file must be: new files share a template, so git's default of 50% is too low."""
_IDENTICAL = "-M100%"
_RENAME_LIMIT = "-l1000"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its parents, its author time and committer time (seconds since 1970), its first line."""

    name: str
    parents: tuple[str, ...]
    authored: int
    committed: int
    subject: str

    @property
    def first_parent(self) -> str:
        """The name of its first parent, "" for a root commit."""
        return self.parents[0] if self.parents else ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one file: kind A added, C copied, D deleted, M modified, R renamed from ``old``."""

    kind: str
    path: str
    old: str = ""


def commits(repository: Repository, tip: str, exclude: Sequence[str] = ()) -> dict[str, Commit]:
    """List ``tip`` and its ancestors, parents first, without ``exclude`` and theirs. Raises GitError."""
    exclusions = [f"^{name}" for name in exclude]
    output = repository.git.run(
        "log", "-z", "--topo-order", "--reverse", "--no-color", "--no-decorate", "--no-notes", "--no-mailmap",
        "--no-show-signature", "--encoding=UTF-8", f"--format={_FIELDS}", "--end-of-options", tip,
        *exclusions, "--",
    )  # fmt: skip
    fields = output.decode("utf-8", "replace").split("\0")
    rows = zip(*[iter(fields)] * 5, strict=False)
    return {
        name: Commit(name, tuple(parents.split()), _seconds(authored), _seconds(committed), subject)
        for name, parents, authored, committed, subject in rows
    }


def _seconds(text: str) -> int:
    """Read a time; 0 for a damaged commit."""
    return int(text) if text.lstrip("-").isdecimal() else 0


def changes(repository: Repository, pairs: Iterable[tuple[str, str]]) -> dict[str, list[Change]]:
    """List the changes of YAML files by commit, for pairs of a commit and the one it is compared with.

    "" as the second stands for an empty tree. Raises GitError.
    """
    lines = "".join(f"{commit} {parent}".strip() + "\n" for commit, parent in pairs)
    try:
        output = _diff_tree(repository, lines.encode(), _SIMILAR)
    except GitError:
        # A clone without the contents of old files can still match identical ones, by their hash.
        output = _diff_tree(repository, lines.encode(), _IDENTICAL)
    by_commit: dict[str, list[Change]] = {}
    commit_changes: list[Change] = []
    fields = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    for field in fields:
        if len(field) >= 40:
            commit_changes = by_commit.setdefault(field, [])
        elif field[:1] in ("R", "C"):
            old = next(fields)
            commit_changes += _yaml_changes(field[0], next(fields), old)
        elif field:
            commit_changes += _yaml_changes("M" if field == "T" else field[0], next(fields))
    return {name: pair_moves(each) for name, each in by_commit.items()}


def _diff_tree(repository: Repository, lines: bytes, similarity: str) -> bytes:
    return repository.git.run(
        "diff-tree", "--stdin", "--root", "-r", "-z", "--name-status", similarity, _RENAME_LIMIT,
        "--no-ext-diff", "--no-textconv", stdin=lines,
    )  # fmt: skip


def _yaml_changes(kind: str, path: str, old: str = "") -> list[Change]:
    """Keep changes of YAML files. Git doesn't filter: with a pathspec it takes far longer."""
    was_yaml = is_yaml(old)
    if is_yaml(path):
        return [Change(kind, path, old) if was_yaml or not old else Change("A", path)]
    return [Change("D", old)] if was_yaml and kind == "R" else []


def is_yaml(path: str) -> bool:
    """Whether a path is that of a YAML file, by its ending."""
    return path.lower().endswith(_SUFFIXES)


def stem(path: str) -> str:
    """Return the id in a path: its file name without endings, in lower case."""
    return path.rpartition("/")[2].partition(".")[0].casefold()


def pair_moves(changes: list[Change]) -> list[Change]:
    """Turn a deletion and an addition with the same id into a rename, however different the contents."""
    deleted: dict[str, list[str]] = {}
    for change in changes:
        if change.kind == "D":
            deleted.setdefault(stem(change.path), []).append(change.path)
    if not deleted:
        return changes
    moved: set[str] = set()
    paired = []
    for change in changes:
        candidates = deleted.get(stem(change.path)) if change.kind == "A" else None
        if candidates:
            moved.add(candidates[0])
            paired.append(Change("R", change.path, candidates.pop(0)))
        else:
            paired.append(change)
    return [change for change in paired if not (change.kind == "D" and change.path in moved)]
