"""A portfolio as it was at a commit, written into a folder of its own for the loader to read."""

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from icteregie.vcs.blobs import contents
from icteregie.vcs.errors import GitError
from icteregie.vcs.repository import Repository

MOST_BYTES_A_FILE = 256 * 1024 + 1
"""What the loader reads of a file at most: one byte more than it takes, so that it says so."""
MOST_FILES = 50_000
_REGULAR = ("100644", "100755")
_ENDINGS = (".yaml", ".yml", ".md")
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was written: the portfolio's ``root``, and the paths that were ``refused``, sorted.

    Refused are links, submodules and names that no file should have.
    """

    root: Path
    refused: tuple[str, ...] = ()


def snapshot(repository: Repository, commit: str, into: Path) -> Snapshot:
    """Write the portfolio as it is at a commit into an empty folder, with two questions to git.

    Only YAML and Markdown is written, as plain files, with no mode and no link. Raises GitError,
    and OSError when ``into`` can't be written.
    """
    within = (repository.within.rstrip("/"),) if repository.within else ()
    said = repository.git.ask("ls-tree", "-r", "-z", "--full-tree", "--", commit, *within)
    wanted: dict[str, str] = {}
    refused = []
    for entry in filter(None, said.decode("utf-8", "surrogateescape").split("\0")):
        about, _, whole = entry.partition("\t")
        mode, _, name = about.split(" ")
        path = whole.removeprefix(repository.within)
        if not path.lower().endswith(_ENDINGS) or _is_hidden(path):
            continue
        if mode not in _REGULAR or not _is_sound(path):
            refused.append(path)
        else:
            wanted[path] = name
    if len(wanted) > MOST_FILES:
        raise GitError("too-much")
    held = contents(repository, wanted.values())
    refused += [path for path, name in sorted(wanted.items()) if not _write(into, path, held.get(name))]
    return Snapshot(into, tuple(sorted(refused)))


def _is_hidden(path: str) -> bool:
    """Pass over what the loader passes over as well."""
    return any(re.match(r"\.[^.]", part) and part != ".git" for part in path.split("/"))


def _is_sound(path: str) -> bool:
    """Refuse what could leave the folder, or mean something else on another system."""
    parts = PurePosixPath(path).parts
    return (
        len(path) <= _LONGEST
        and path.isprintable()
        and not any(sign in path for sign in "\\:")
        and all(part not in (".", "..", ".git") and not part.startswith("/") for part in parts)
    )


def _write(into: Path, path: str, data: bytes | None) -> bool:
    """Write one file where nothing is yet: on a disk that ignores case a second one is refused."""
    if data is None:
        return False
    target = into / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(data[:MOST_BYTES_A_FILE])
    return True
