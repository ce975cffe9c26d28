"""Check out a portfolio at a commit into a temporary folder for the loader."""

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from icteregie.diagnostics.ceilings import CHECKOUT_FILES, CHECKOUT_PATH_LENGTH
from icteregie.portfolio.kinds import bounds_of
from icteregie.vcs.blobs import read_blobs
from icteregie.vcs.repository import Repository
from icteregie.vcs.types import GitError

_REGULAR = ("100644", "100755")
_SUFFIXES = (".yaml", ".yml", ".md")


@dataclass(frozen=True, slots=True)
class Checkout:
    """What was written: the portfolio's ``root``, and the paths that were ``refused``, sorted.

    Links, submodules and unsafe names are refused.
    """

    root: Path
    refused: tuple[str, ...] = ()


def check_out(repository: Repository, commit: str, target_dir: Path) -> Checkout:
    """Write the portfolio as it was at a commit into an empty folder, with two git processes.

    Only YAML and Markdown are written, as plain files without mode or link. Raises GitError, also
    above CHECKOUT_FILES files; OSError when ``target_dir`` can't be written.
    """
    paths = (repository.prefix.rstrip("/"),) if repository.prefix else ()
    output = repository.git.run("ls-tree", "-r", "-z", "--full-tree", "--", commit, *paths)
    objects: dict[str, str] = {}
    refused = []
    for entry in filter(None, output.decode("utf-8", "surrogateescape").split("\0")):
        metadata, _, full_path = entry.partition("\t")
        mode, _, name = metadata.split(" ")
        path = full_path.removeprefix(repository.prefix)
        if not path.lower().endswith(_SUFFIXES) or _is_hidden(path):
            continue
        if mode not in _REGULAR or not _is_safe(path):
            refused.append(path)
        else:
            objects[path] = name
    if len(objects) > CHECKOUT_FILES:
        raise GitError("too-much")
    blobs = read_blobs(repository, objects.values())
    refused += [
        path for path, name in sorted(objects.items()) if not _write(target_dir, path, blobs.get(name))
    ]
    return Checkout(target_dir, tuple(sorted(refused)))


def _is_hidden(path: str) -> bool:
    """Skip what the loader skips as well."""
    return any(re.match(r"\.[^.]", part) and part != ".git" for part in path.split("/"))


def _is_safe(path: str) -> bool:
    """Whether a path stays inside the folder and means the same on every system."""
    parts = PurePosixPath(path).parts
    return (
        len(path) <= CHECKOUT_PATH_LENGTH
        and path.isprintable()
        and not any(sign in path for sign in "\\:")
        and all(part not in (".", "..", ".git") and not part.startswith("/") for part in parts)
    )


def _write(target_dir: Path, path: str, data: bytes | None) -> bool:
    """Write a new file; False when it exists already, as on a disk that ignores case.

    It is cut one byte above what is read of it, so that a larger one is still reported as too large.
    """
    if data is None:
        return False
    target = target_dir / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(data[: bounds_of(path).kilobytes * 1024 + 1])
    return True
