"""The contents of many files, read with one git process."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.vcs.repository import Repository
from icteregie.vcs.types import GitError

_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class ObjectInfo:
    """A git object: its hash, its kind (``blob``, ``tree``, ``commit``, ``tag``) and its size in bytes."""

    name: str
    kind: str
    size: int


def object_infos(repository: Repository, names: Iterable[str]) -> dict[str, ObjectInfo]:
    """Look up objects by name without their contents; missing ones are left out. Raises GitError."""
    unique = [name for name in dict.fromkeys(names) if "\n" not in name]
    if not unique:
        return {}
    try:
        output = repository.git.run("cat-file", "--batch-check", stdin=_lines(unique))
    except GitError:
        unique = _held(repository, unique)
        output = repository.git.run("cat-file", "--batch-check", stdin=_lines(unique))
    infos: dict[str, ObjectInfo] = {}
    for name, line in zip(unique, output.split(b"\n"), strict=False):
        kind, size = _kind_and_size(line)
        if kind is not None:
            infos[name] = ObjectInfo(line.split(b" ", 1)[0].decode("ascii", "replace"), kind, size)
    return infos


def read_blobs(repository: Repository, names: Iterable[str]) -> dict[str, bytes]:
    """Read files by name (``<hash>``, ``<commit>:<path>``); missing ones and other kinds are left out.

    Raises GitError.
    """
    unique = [name for name in dict.fromkeys(names) if "\n" not in name]
    if not unique:
        return {}
    try:
        output = repository.git.run("cat-file", "--batch", stdin=_lines(unique))
    except GitError:
        unique = _held(repository, unique)
        output = repository.git.run("cat-file", "--batch", stdin=_lines(unique))
    blobs: dict[str, bytes] = {}
    position = 0
    for name in unique:
        end = output.index(b"\n", position)
        kind, size = _kind_and_size(output[position:end])
        position = end + 1
        if kind is None:
            continue
        if kind == "blob":
            blobs[name] = output[position : position + size]
        position += size + 1
    return blobs


def _held(repository: Repository, names: Iterable[str]) -> list[str]:
    """Keep the names of objects that this clone holds, and names that are no hash.

    Git up to 2.44 ends at the first object that a partial clone lacks, because it may not fetch it.
    """
    if not repository.is_partial:
        return list(names)
    output = repository.git.run(
        "cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)"
    )
    held = set(output.decode("ascii", "replace").split())
    return [name for name in names if name in held or not _HASH.fullmatch(name)]


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")


def _kind_and_size(line: bytes) -> tuple[str | None, int]:
    """Split ``<hash> <kind> <size>``; anything else means that there is no such object."""
    parts = line.decode("utf-8", "replace").rsplit(" ", 2)
    if len(parts) == 3 and parts[1] in ("blob", "tree", "commit", "tag") and parts[2].isdecimal():
        return parts[1], int(parts[2])
    return None, 0
