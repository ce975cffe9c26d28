"""Commits and what they changed, in two questions for the whole of a history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icteregie.vcs.errors import GitError
from icteregie.vcs.repository import Repository

# Every YAML file counts, also one that once lay elsewhere or ended in .yml: an initiative that was
# put right later was there all the same.
_ENDINGS = (".yaml", ".yml")
_FIELDS = "%H%x00%P%x00%at%x00%ct%x00%s"
_ALIKE = "-M75%"
"""So much must stay for a file under another name to be the same: new files have a template in common."""
_THE_SAME = "-M100%"
_MOST_COMPARED = "-l1000"


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


def commits(repository: Repository, tip: str, without: Sequence[str] = ()) -> dict[str, Commit]:
    """List a commit and all below it, parents first, without some and all below those. Raises GitError."""
    limits = [f"^{name}" for name in without]
    said = repository.git.ask(
        "log", "-z", "--topo-order", "--reverse", "--no-color", "--no-decorate", "--no-notes", "--no-mailmap",
        "--no-show-signature", "--encoding=UTF-8", f"--format={_FIELDS}", "--end-of-options", tip, *limits,
        "--",
    )  # fmt: skip
    parts = said.decode("utf-8", "replace").split("\0")
    rows = zip(*[iter(parts)] * 5, strict=False)
    return {
        name: Commit(name, tuple(parents.split()), _seconds(authored), _seconds(made), subject)
        for name, parents, authored, made, subject in rows
    }


def _seconds(text: str) -> int:
    """Read a time; a commit that was damaged has none."""
    return int(text) if text.lstrip("-").isdecimal() else 0


def changes(repository: Repository, pairs: Iterable[tuple[str, str]]) -> dict[str, list[Change]]:
    """List what each commit changed in YAML files, compared with the commit given beside it.

    "" stands for nothing at all before it. Raises GitError.
    """
    lines = "".join(f"{commit} {before}".strip() + "\n" for commit, before in pairs)
    try:
        said = _compared(repository, lines.encode(), _ALIKE)
    except GitError:
        # A clone without the contents of old files can still tell those that stayed the same.
        said = _compared(repository, lines.encode(), _THE_SAME)
    found: dict[str, list[Change]] = {}
    own: list[Change] = []
    parts = iter(said.decode("utf-8", "surrogateescape").split("\0"))
    for part in parts:
        if len(part) >= 40:
            own = found.setdefault(part, [])
        elif part[:1] in ("R", "C"):
            old = next(parts)
            own += _ours(part[0], next(parts), old)
        elif part:
            own += _ours("M" if part == "T" else part[0], next(parts))
    return {name: paired(each) for name, each in found.items()}


def _compared(repository: Repository, lines: bytes, alike: str) -> bytes:
    return repository.git.ask(
        "diff-tree", "--stdin", "--root", "-r", "-z", "--name-status", alike, _MOST_COMPARED,
        "--no-ext-diff", "--no-textconv", given=lines,
    )  # fmt: skip


def _ours(kind: str, path: str, old: str = "") -> list[Change]:
    """Keep what happened to a YAML file. Git is not asked for those alone: it would take far longer."""
    is_ours, was_ours = path.lower().endswith(_ENDINGS), old.lower().endswith(_ENDINGS)
    if is_ours:
        return [Change(kind, path, old) if was_ours or not old else Change("A", path)]
    return [Change("D", old)] if was_ours and kind == "R" else []


def stem(path: str) -> str:
    """Give the id that a path stands for."""
    return path.rpartition("/")[2].partition(".")[0].casefold()


def paired(found: list[Change]) -> list[Change]:
    """See a file that goes and one of the same id that comes as one file that moved, however changed."""
    gone: dict[str, list[str]] = {}
    for change in found:
        if change.kind == "D":
            gone.setdefault(stem(change.path), []).append(change.path)
    if not gone:
        return found
    moved: set[str] = set()
    made = []
    for change in found:
        old = gone.get(stem(change.path)) if change.kind == "A" else None
        if old:
            moved.add(old[0])
            made.append(Change("R", change.path, old.pop(0)))
        else:
            made.append(change)
    return [change for change in made if not (change.kind == "D" and change.path in moved)]
