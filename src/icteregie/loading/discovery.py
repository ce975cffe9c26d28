"""Which files make up a portfolio, and which look as if they should but don't.

Only regular files inside the portfolio are read. Names are compared exactly: what lies
in the wrong place, or is called ``.yml``, gets a finding instead of silence.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from icteregie.diagnostics.types import Value
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.portfolio.readers import ID, ID_LENGTH

INITIATIVES = "initiatives"
DECISIONS = "decisions/"
OTHER_FOLDERS = ("ambitions", "landscape", "decisions")
OURS = (INITIATIVES, *OTHER_FOLDERS)
MOST_BYTES_READ = 256 * 1024 + 1
MOST_ENTRIES = 200_000
"""Of a folder with more files and folders in it than this, nothing is read."""
MOST_DEPTH = 64
"""Folders in each other, counted from the root."""
TOO_LARGE = "too-large-portfolio"
_FLAGS = ("O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
_READ_ONLY = sum(getattr(os, flag, 0) for flag in _FLAGS)  # no system has all of them


@dataclass(frozen=True, slots=True)
class Oddity:
    """A file that is not read, and why: the rule, its wording and values."""

    file: str
    rule: str
    wording: str
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Discovery:
    """What was found, by path from the root: initiatives by id, dossiers, other files, oddities.

    ``refused`` has initiatives of which only the id is known, because their file is not read.
    ``targets`` has the file itself of every link that may be followed. ``is_cut`` says that there
    is more than is looked through, so that nothing is known of any file.
    """

    initiatives: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    dossiers: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)
    is_cut: bool = False


def find_root(start: Path) -> Path | None:
    """Walk up from a folder to the one that holds ``regie.yaml``."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / PARTNERSHIP_FILE):
            return folder
    return None


def discover(root: Path) -> Discovery:
    """Look through the whole portfolio; hidden files and nested portfolios are passed over."""
    found = Discovery()
    files: list[tuple[str, os.DirEntry[str]]] = []
    waiting, seen = [""], 0
    while waiting:
        folder = waiting.pop()
        for entry in _entries(root, folder, found):
            seen += 1
            if seen > MOST_ENTRIES:
                return _cut()
            path = f"{folder}{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                if _matters(path, entry):
                    files.append((path, entry))
            elif not os.path.lexists(os.path.join(entry.path, PARTNERSHIP_FILE)):
                waiting += [f"{path}/"] if _is_near(path, found) else []
    top = root.resolve()
    for path, entry in sorted(files, key=lambda file: file[0]):
        _sort_file(path, entry.name, entry, top, found)
    return found


def _entries(root: Path, folder: str, found: Discovery) -> Iterator["os.DirEntry[str]"]:
    try:
        with os.scandir(root / folder) as entries:
            yield from (entry for entry in entries if not entry.name.startswith("."))
    except OSError as wrong:
        found.oddities.append(Oddity(folder.rstrip("/") or ".", "unreadable-file", "folder", _reason(wrong)))


def _cut() -> Discovery:
    """Give up: which files were met first depends on the disk, so none of them is read."""
    told: dict[str, Value] = {"most": MOST_ENTRIES}
    return Discovery(oddities=[Oddity(PARTNERSHIP_FILE, TOO_LARGE, "entries", told)], is_cut=True)


def _is_near(path: str, found: Discovery) -> bool:
    """Whether a folder may be looked into; one of ours that lies too deep is told of."""
    if path.count("/") < MOST_DEPTH:
        return True
    if path.partition("/")[0] in OURS:
        found.oddities.append(Oddity(path, TOO_LARGE, "depth", {"most": MOST_DEPTH}))
    return False


def _matters(path: str, entry: "os.DirEntry[str]") -> bool:
    """Whether there may be something to do with, or to say about, what is no folder."""
    lower = entry.name.lower()
    if ".yaml" in lower or ".yml" in lower:
        return True
    return path.partition("/")[0] in OURS and (lower.endswith(".md") or entry.is_symlink())


def _sort_file(path: str, name: str, entry: "os.DirEntry[str]", top: Path, found: Discovery) -> None:
    first, _, below = path.partition("/")
    lower = name.lower()
    is_ours = first in OURS
    is_linked_folder = is_ours and entry.is_symlink() and os.path.isdir(entry.path)
    if not (".yaml" in lower or ".yml" in lower or is_linked_folder):
        if first == INITIATIVES and below and lower.endswith(".md"):
            found.dossiers[name[:-3]] = path
        return
    if path == PARTNERSHIP_FILE or is_linked_folder:
        found.oddities.extend(filter(None, [_kind_oddity(path, entry, top, found)]))
    elif not below or not is_ours:
        wording = "lookalike" if lower in ("regie.yml", "regie.yaml") else ""
        found.oddities.append(Oddity(path, "misplaced-file", wording))
    elif oddity := _name_oddity(path, name) or _kind_oddity(path, entry, top, found):
        found.oddities.append(oddity)
        if first == INITIATIVES:
            _refuse(path, lower.split(".y")[0], found)
    elif first == INITIATIVES:
        _add_initiative(path, name[:-5], found)
    else:
        found.others.append(path)


def _refuse(path: str, name: str, found: Discovery) -> None:
    """Keep the id of a file that is not read, so that who depends on it is not told that it isn't there."""
    if ID.fullmatch(name) and len(name) <= ID_LENGTH:
        found.refused.setdefault(name, path)


def _undated(name: str) -> str:
    """Take the day of the meeting from a name such as ``2026-10-08-directors.yaml``."""
    return re.sub(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-", "", name)


def _name_oddity(path: str, name: str) -> Oddity | None:
    stem, ending = os.path.splitext(_undated(name) if path.startswith(DECISIONS) else name)
    if ending != ".yaml":
        right = name.lower().split(".y")[0] + ".yaml"
        return Oddity(path, "file-name", "ending", {"name": name, "instead": right})
    if not ID.fullmatch(stem) or len(stem) > ID_LENGTH:
        return Oddity(path, "file-name", "", {"name": name})
    return None


def _kind_oddity(path: str, entry: "os.DirEntry[str]", top: Path, found: Discovery) -> Oddity | None:
    if entry.is_symlink():
        target = _inside(entry.path, top)
        if target is None:
            return Oddity(path, "unreadable-file", "link-outside")
        if any(part.startswith(".") for part in target.relative_to(top).parts):
            return Oddity(path, "unreadable-file", "link-hidden")
        found.targets[path] = str(target)
    try:
        is_file = entry.is_file()
    except OSError as wrong:
        return Oddity(path, "unreadable-file", "", _reason(wrong))
    return None if is_file else Oddity(path, "unreadable-file", "not-a-file")


def _inside(path: str, top: Path) -> Path | None:
    """Follow a link to the end; None when that lies outside the portfolio, or nowhere."""
    try:
        target = Path(path).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return target if target.is_relative_to(top) else None


def _add_initiative(path: str, name: str, found: Discovery) -> None:
    if name in found.initiatives:
        told: dict[str, Value] = {"id": name, "first": found.initiatives[name]}
        found.oddities.append(Oddity(path, "duplicate-id", "", told))
    else:
        found.initiatives[name] = path


def read_bytes(path: str) -> bytes | Oddity:
    """Read a regular file, at most one byte more than is allowed, without waiting on anything.

    A link is never followed: those that may be have been resolved when they were found, and
    what has become one since then is none of ours.
    """
    try:
        handle = os.open(path, _READ_ONLY)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return Oddity(path, "unreadable-file", "not-a-file")
            return _drain(handle, min(status.st_size + 1, MOST_BYTES_READ))
        finally:
            os.close(handle)
    except OSError as wrong:
        if wrong.errno == errno.ELOOP:
            return Oddity(path, "unreadable-file", "became-a-link")
        return Oddity(path, "unreadable-file", "", _reason(wrong))


def _drain(handle: int, expected: int) -> bytes:
    data = os.read(handle, expected)
    # One byte less than asked for is the usual end; anything else is a file that changes.
    while data and expected - 1 != len(data) < MOST_BYTES_READ:
        more = os.read(handle, MOST_BYTES_READ - len(data))
        if not more:
            break
        data += more
    return data


def _reason(wrong: OSError) -> dict[str, Value]:
    return {"reason": (wrong.strerror or type(wrong).__name__).lower()}
