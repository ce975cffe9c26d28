"""Commits and what they changed, in two questions for the whole of a history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icteregie.vcs.errors import GitError
from icteregie.vcs.repository import Repository

# Every YAML file counts, also one that once lay elsewhere or ended in .yml: an initiative that was
# put right later was there all the same.
_SUFFIXES = (".yaml", ".yml")
_FIELDS = "%H%x00%P%x00%at%x00%ct%x00%s"
_SIMILAR = "-M75%"
"""So much must stay for a file under another name to be the same: new files have a template in common."""
_IDENTICAL = "-M100%"
_RENAME_LIMIT = "-l1000"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its parents, when it was written and when it was made (seconds since 1970)."""

    name: str
    parents: tuple[str, ...]
    authored: int
    committed: int
    subject: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a file: A added, D deleted, M changed, R renamed from ``old``."""

    kind: str
    path: str
    old: str = ""


def commits(repository: Repository, tip: str, exclude: Sequence[str] = ()) -> dict[str, Commit]:
    """List a commit and all below it, parents first, without some and all below those. Raises GitError."""
    exclusions = [f"^{name}" for name in exclude]
    output = repository.git.run(
        "log", "-z", "--topo-order", "--reverse", "--no-color", "--no-decorate", "--no-notes", "--no-mailmap",
        "--no-show-signature", "--encoding=UTF-8", f"--format={_FIELDS}", "--end-of-options", tip, *exclusions,
        "--",
    )  # fmt: skip
    fields = output.decode("utf-8", "replace").split("\0")
    rows = zip(*[iter(fields)] * 5, strict=False)
    return {
        name: Commit(name, tuple(parents.split()), _seconds(authored), _seconds(committed), subject)
        for name, parents, authored, committed, subject in rows
    }


def _seconds(text: str) -> int:
    """Read a time; a commit that was damaged has none."""
    return int(text) if text.lstrip("-").isdecimal() else 0


def changes(repository: Repository, pairs: Iterable[tuple[str, str]]) -> dict[str, list[Change]]:
    """List what each commit changed in YAML files, compared with the commit given beside it.

    "" stands for nothing at all before it. Raises GitError.
    """
    lines = "".join(f"{commit} {parent}".strip() + "\n" for commit, parent in pairs)
    try:
        output = _diff_tree(repository, lines.encode(), _SIMILAR)
    except GitError:
        # A clone without the contents of old files can still tell those that stayed the same.
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
    """Keep what happened to a YAML file. Git is not asked for those alone: it would take far longer."""
    is_yaml, was_yaml = path.lower().endswith(_SUFFIXES), old.lower().endswith(_SUFFIXES)
    if is_yaml:
        return [Change(kind, path, old) if was_yaml or not old else Change("A", path)]
    return [Change("D", old)] if was_yaml and kind == "R" else []


def stem(path: str) -> str:
    """Give the id that a path stands for."""
    return path.rpartition("/")[2].partition(".")[0].casefold()


def pair_moves(changes: list[Change]) -> list[Change]:
    """See a file that goes and one of the same id that comes as one file that moved, however changed."""
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
