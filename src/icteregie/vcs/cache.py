"""The past of main, kept in the user's own cache folder so that it is read only once.

One file for each repository and main branch, never in a portfolio. One that can't be read,
was damaged or is about something else is no cache, and one that can't be written is none either.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icteregie.vcs.lineage import HERE, Lineage, Memory
from icteregie.vcs.repository import Repository

FORMAT = "1"
"""Rises whenever what is kept, or how it is worked out, changes."""
MOST_BYTES = 32 * 1024 * 1024
MOST_FILES = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where one past is kept, and what must stand in it."""

    path: Path
    about: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept: the tip of main, the times of its steps, and all initiatives so far."""

    tip: str
    times: list[int]
    memory: Memory
    is_cut: bool


def place(folder: Path | None, repository: Repository, ref: str) -> Place | None:
    """Say where the past of a main branch is kept; nowhere when that lies inside the repository."""
    if folder is None or folder.resolve().is_relative_to(repository.top):
        return None
    parts = (FORMAT, str(repository.store), ref, *sorted(repository.boundary))
    about = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    return Place(folder / "history" / f"{about}.json", about)


def read(own: Place) -> Kept | None:
    """Read what was kept; None when there is nothing that can be trusted."""
    try:
        with own.path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        return _kept(json.loads(data), own) if len(data) <= MOST_BYTES else None
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def _kept(found: Any, own: Place) -> Kept | None:
    if found["about"] != own.about:
        return None
    times = [int(time) for time in found["times"]]
    lineages = [_lineage(opened, stays, len(times)) for opened, stays in found["lineages"]]
    now, ever, gone = (
        {str(name): lineages[int(at)] for name, at in found[kind].items()} for kind in ("now", "ever", "gone")
    )
    return Kept(str(found["tip"]), times, Memory(now, ever, gone), bool(found["is_cut"]))


def _lineage(opened: Any, stays: Any, steps: int) -> Lineage:
    made = [(int(start), int(end)) for start, end in stays]
    if not made or not all(0 <= start < steps and HERE <= end < steps for start, end in made):
        raise ValueError
    return Lineage(None if opened is None else int(opened), made)


def write(own: Place, kept: Kept) -> None:
    """Keep a past in place of what was known, whole or not at all."""
    memory = kept.memory
    every = {id(one): one for known in (memory.ever, memory.now, memory.gone) for one in known.values()}
    number = {key: at for at, key in enumerate(every)}
    text = json.dumps(
        {
            "about": own.about,
            "tip": kept.tip,
            "is_cut": kept.is_cut,
            "times": kept.times,
            "lineages": [[one.opened, one.stays] for one in every.values()],
            "now": {path: number[id(one)] for path, one in memory.now.items()},
            "ever": {path: number[id(one)] for path, one in memory.ever.items()},
            "gone": {name: number[id(one)] for name, one in memory.gone.items()},
        },
        separators=(",", ":"),
    )
    if len(text) <= MOST_BYTES:
        # A cache that can't be written is only slower.
        with contextlib.suppress(OSError):
            _write_whole(own.path, text)


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
        os.replace(name, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _forget(path.parent)


def _forget(folder: Path) -> None:
    """Keep only the newest files."""
    known = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in known[MOST_FILES:]:
        path.unlink(missing_ok=True)
