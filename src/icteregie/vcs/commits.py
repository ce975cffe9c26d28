"""Commits and what they changed: two git processes for a whole history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icteregie.vcs.repository import Repository

# Every YAML file counts, in any folder and also with .yml: an initiative that was moved into place
# later had arrived all the same.
_SUFFIXES = (".yaml", ".yml")
_FIELDS = "%H%x00%P%x00%at%x00%ct%x00%s"


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
    """A change of one file: kind A added, D deleted, M modified, R goes on from ``old``.

    ``blob`` is the object that the path has from then on; of D, that which it had. ``maybe`` are
    paths that an added file may go on from: a clone that lacks old texts can't tell.
    """

    kind: str
    path: str
    old: str = ""
    blob: str = ""
    maybe: tuple[str, ...] = ()


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


def raw_changes(repository: Repository, pairs: Iterable[tuple[str, str]]) -> dict[str, list[Change]]:
    """List what was added, deleted and modified; a move is a deletion and an addition.

    As ``moves.changes``. Raises GitError.
    """
    lines = "".join(f"{commit} {parent}".strip() + "\n" for commit, parent in pairs)
    output = repository.git.run(
        "diff-tree", "--stdin", "--root", "-r", "-z", "--raw", "--no-abbrev", "--no-renames",
        "--no-ext-diff", "--no-textconv", stdin=lines.encode(),
    )  # fmt: skip
    by_commit: dict[str, list[Change]] = {}
    commit_changes: list[Change] = []
    fields = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    for field in fields:
        if field[:1] == ":":
            _, _, old_blob, blob, kind = field.split(" ")
            path = next(fields)
            if is_yaml(path):
                is_gone = kind[0] == "D"
                known = "M" if kind[0] == "T" else kind[0]
                commit_changes.append(Change(known, path, blob=old_blob if is_gone else blob))
        elif field:
            commit_changes = by_commit.setdefault(field, [])
    return by_commit


def is_yaml(path: str) -> bool:
    """Whether a path is that of a YAML file, by its ending."""
    return path.lower().endswith(_SUFFIXES)


def stem(path: str) -> str:
    """Return the id in a path: its file name without endings, in lower case."""
    return path.rpartition("/")[2].partition(".")[0].casefold()
