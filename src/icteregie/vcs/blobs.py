"""The contents of many files in one question."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class Held:
    """An object that a repository holds: its own name, what it is (``blob``, ``tree``), its bytes."""

    name: str
    kind: str
    size: int


def described(repository: Repository, names: Iterable[str]) -> dict[str, Held]:
    """Say what names stand for without reading it; what is not there is left out. Raises GitError."""
    asked = [name for name in dict.fromkeys(names) if "\n" not in name]
    if not asked:
        return {}
    said = repository.git.ask("cat-file", "--batch-check", given=_lines(asked))
    found: dict[str, Held] = {}
    for name, line in zip(asked, said.split(b"\n"), strict=False):
        kind, size = _described(line)
        if kind is not None:
            found[name] = Held(line.split(b" ", 1)[0].decode("ascii", "replace"), kind, size)
    return found


def contents(repository: Repository, names: Iterable[str]) -> dict[str, bytes]:
    """Read objects by name (``<hash>``, ``<commit>:<path>``); what is no file is left out.

    Raises GitError.
    """
    asked = [name for name in dict.fromkeys(names) if "\n" not in name]
    if not asked:
        return {}
    said = repository.git.ask("cat-file", "--batch", given=_lines(asked))
    found: dict[str, bytes] = {}
    at = 0
    for name in asked:
        end = said.index(b"\n", at)
        kind, size = _described(said[at:end])
        at = end + 1
        if kind is None:
            continue
        if kind == "blob":
            found[name] = said[at : at + size]
        at += size + 1
    return found


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")


def _described(line: bytes) -> tuple[str | None, int]:
    """Take apart ``<hash> <kind> <size>``; anything else says that there is no such thing."""
    parts = line.decode("utf-8", "replace").rsplit(" ", 2)
    if len(parts) == 3 and parts[1] in ("blob", "tree", "commit", "tag") and parts[2].isdecimal():
        return parts[1], int(parts[2])
    return None, 0
