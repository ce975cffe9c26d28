"""The history of main, cached in the user's own cache folder so that it is read only once.

One file for each repository and main branch, never in a portfolio. A file that can't be read,
is damaged or belongs to another repository is ignored, and so is a failure to write.
"""

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from icteregie.diagnostics.ceilings import CACHE_BYTES, CACHE_FILES
from icteregie.vcs.lineage import STILL_PRESENT, Lineage, LineageIndex
from icteregie.vcs.repository import Repository

FORMAT = "3"
"""Raised whenever what is cached, or how it is calculated, changes."""


_READ_ERRORS = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
    MemoryError,
)
"""What reading something else than was written can raise."""


@dataclass(frozen=True, slots=True)
class CacheFile:
    """Where one history is cached, and the ``key`` that the file must hold."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class CachedHistory:
    """What is cached: the tip of main, times (seconds since 1970) and names of its steps, all lineages."""

    tip: str
    times: Sequence[int]
    names: Sequence[str]
    index: LineageIndex
    is_shallow: bool


def cache_file(cache_dir: Path | None, repository: Repository, ref: str) -> CacheFile | None:
    """Return the cache file of a main branch; None without a folder, or when it lies in the repository."""
    if cache_dir is None or cache_dir.resolve().is_relative_to(repository.toplevel):
        return None
    parts = (FORMAT, str(repository.common_dir), ref, *sorted(repository.shallow_boundary))
    key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    return CacheFile(cache_dir / "history" / f"{key}.json", key)


def read(cache_file: CacheFile) -> CachedHistory | None:
    """Read a cached history; None when there is none that can be trusted."""
    try:
        return _parse(json.loads(_read(cache_file.path)), cache_file)
    except _READ_ERRORS:
        return None


def _read(path: Path) -> bytes:
    """Read a plain file; anything else, such as a pipe that nobody writes to, is refused."""
    # Opening a pipe would already wake whoever writes to it.
    if not path.is_file():
        raise ValueError
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ValueError
        data = file.read(CACHE_BYTES + 1)
    if len(data) > CACHE_BYTES:
        raise ValueError
    return data


def _parse(data: Any, cache_file: CacheFile) -> CachedHistory | None:
    if data["about"] != cache_file.key:
        return None
    times = [int(time) for time in data["times"]]
    names = [str(name) for name in data["names"]]
    if len(names) != len(times):
        raise ValueError
    # By number and no list, in which a number below zero would count from the end.
    lineages = dict(enumerate(_lineage(each, steps=len(times)) for each in data["lineages"]))
    present, by_path, removed = (
        {str(name): lineages[int(number)] for name, number in data[kind].items()}
        for kind in ("now", "ever", "gone")
    )
    renames = [(str(old), str(new)) for old, new in data["renames"]]
    index = LineageIndex(present, by_path, removed, renames)
    return CachedHistory(str(data["tip"]), times, names, index, bool(data["is_cut"]))


def _lineage(data: Any, *, steps: int) -> Lineage:
    opened, presence, earliest, changed = data
    periods = [(int(start), int(end)) for start, end in presence]
    if not periods or not all(0 <= start < steps and STILL_PRESENT <= end < steps for start, end in periods):
        raise ValueError
    if earliest is not None and not 0 <= earliest < steps:
        raise ValueError
    changes = [(int(step), str(path), str(blob)) for step, path, blob in changed]
    if not changes or not all(0 <= step < steps for step, _, _ in changes):
        raise ValueError
    return Lineage(
        None if opened is None else int(opened),
        periods,
        changes,
        None if earliest is None else int(earliest),
    )


def write(cache_file: CacheFile, history: CachedHistory) -> None:
    """Replace what was cached, atomically."""
    index = history.index
    every = chain.from_iterable(group.values() for group in (index.by_path, index.present, index.removed))
    lineages = {id(lineage): lineage for lineage in every}
    numbers = {key: number for number, key in enumerate(lineages)}
    text = json.dumps(
        {
            "about": cache_file.key,
            "tip": history.tip,
            "is_cut": history.is_shallow,
            "times": list(history.times),
            "names": list(history.names),
            "lineages": [
                [each.opened, each.presence, each.earliest, each.changes] for each in lineages.values()
            ],
            "now": {path: numbers[id(each)] for path, each in index.present.items()},
            "ever": {path: numbers[id(each)] for path, each in index.by_path.items()},
            "renames": index.renames,
            "gone": {key: numbers[id(each)] for key, each in index.removed.items()},
        },
        separators=(",", ":"),
    )
    if len(text) <= CACHE_BYTES:
        # A cache that can't be written is only slower.
        with contextlib.suppress(OSError):
            _write_atomically(cache_file.path, text)


def _write_atomically(path: Path, text: str) -> None:
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
    _prune(path.parent)


def _prune(folder: Path) -> None:
    """Keep only the newest files."""
    newest_first = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[CACHE_FILES:]:
        path.unlink(missing_ok=True)


@dataclass(slots=True)
class BlobFacts:
    """What was concluded from texts, as JSON values by the id of their blob.

    A value can be anything: whoever gets it checks it. ``add`` keeps values
    in memory until ``save``.
    """

    path: Path | None
    key: str
    values: dict[str, Any]
    is_changed: bool = False

    def get(self, blob: str) -> Any:
        """Return what was concluded from a blob, None when nothing is kept."""
        return self.values.get(blob)

    def add(self, blob: str, value: Any) -> None:
        """Keep what was concluded from a blob."""
        self.values[blob] = value
        self.is_changed = True

    def save(self) -> None:
        """Write what is new, atomically; a failure to write is ignored."""
        if self.path is None or not self.is_changed:
            return
        text = json.dumps({"about": self.key, "facts": self.values}, separators=(",", ":"))
        if len(text) <= CACHE_BYTES:
            with contextlib.suppress(OSError):
                _write_atomically(self.path, text)


def blob_facts(cache_dir: Path | None, repository: Repository, version: str) -> BlobFacts:
    """Open what is kept of blobs of a repository; empty when nothing that can be trusted is.

    ``version`` names what is kept and how it is concluded, such as ``state-1``.
    """
    if cache_dir is None or cache_dir.resolve().is_relative_to(repository.toplevel):
        return BlobFacts(None, "", {})
    parts = (FORMAT, "facts", version, str(repository.common_dir))
    key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    path = cache_dir / "facts" / f"{key}.json"
    try:
        data = json.loads(_read(path))
        if data["about"] == key and isinstance(data["facts"], dict):
            return BlobFacts(path, key, data["facts"])
    except _READ_ERRORS:
        pass
    return BlobFacts(path, key, {})
