"""Which files make up a portfolio, and which look as if they should but don't.

Only regular files inside the portfolio are read. Names are compared exactly: what lies
in the wrong place, or is called ``.yml``, gets a finding instead of silence.
"""

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from icteregie.diagnostics import Value
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.portfolio.readers import ID, ID_LENGTH

INITIATIVES = "initiatives"
OTHER_FOLDERS = ("ambitions", "landscape", "decisions")
MOST_BYTES_READ = 256 * 1024 + 1


@dataclass(frozen=True, slots=True)
class Oddity:
    """A file that is not read, and why: the rule, its wording and values."""

    file: str
    rule: str
    wording: str
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class Discovery:
    """What was found, by path from the root: initiatives by id, dossiers, other files, oddities."""

    initiatives: dict[str, str] = field(default_factory=dict)
    dossiers: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)


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
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for name, entry in _entries(root, folder, found):
            path = f"{folder}{name}"
            if not entry.is_dir(follow_symlinks=False):
                files.append((path, entry))
            elif not os.path.lexists(os.path.join(entry.path, PARTNERSHIP_FILE)):
                waiting.append(f"{path}/")
    for path, entry in sorted(files, key=lambda file: file[0]):
        _sort_file(path, entry.name, entry, root, found)
    return found


def _entries(root: Path, folder: str, found: Discovery) -> list[tuple[str, "os.DirEntry[str]"]]:
    try:
        with os.scandir(root / folder) as entries:
            return sorted((e.name, e) for e in entries if not e.name.startswith("."))
    except OSError as wrong:
        found.oddities.append(Oddity(folder.rstrip("/") or ".", "unreadable-file", "folder", _reason(wrong)))
        return []


def _sort_file(path: str, name: str, entry: "os.DirEntry[str]", root: Path, found: Discovery) -> None:
    top, _, below = path.partition("/")
    lower = name.lower()
    is_ours = top in (INITIATIVES, *OTHER_FOLDERS)
    is_linked_folder = is_ours and entry.is_symlink() and os.path.isdir(entry.path)
    if not (".yaml" in lower or ".yml" in lower or is_linked_folder):
        if top == INITIATIVES and below and lower.endswith(".md"):
            found.dossiers[name[:-3]] = path
        return
    if path == PARTNERSHIP_FILE or is_linked_folder:
        found.oddities.extend(filter(None, [_kind_oddity(path, entry, root)]))
    elif not below or not is_ours:
        wording = "lookalike" if lower in ("regie.yml", "regie.yaml") else ""
        found.oddities.append(Oddity(path, "misplaced-file", wording))
    elif oddity := _name_oddity(path, _undated(name) if top == "decisions" else name) or _kind_oddity(
        path, entry, root
    ):
        found.oddities.append(oddity)
    elif top == INITIATIVES:
        _add_initiative(path, name[:-5], found)
    else:
        found.others.append(path)


def _undated(name: str) -> str:
    """Take the day of the meeting from a name such as ``2026-10-08-directors.yaml``."""
    return re.sub(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-", "", name)


def _name_oddity(path: str, name: str) -> Oddity | None:
    stem, ending = os.path.splitext(name)
    if ending != ".yaml":
        right = name.lower().split(".y")[0] + ".yaml"
        return Oddity(path, "file-name", "ending", {"name": name, "instead": right})
    if not ID.fullmatch(stem) or len(stem) > ID_LENGTH:
        return Oddity(path, "file-name", "", {"name": name})
    return None


def _kind_oddity(path: str, entry: "os.DirEntry[str]", root: Path) -> Oddity | None:
    if entry.is_symlink() and not _inside(entry.path, root):
        return Oddity(path, "unreadable-file", "link-outside")
    if not entry.is_file():
        return Oddity(path, "unreadable-file", "not-a-file")
    return None


def _inside(path: str, root: Path) -> bool:
    try:
        return Path(path).resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def _add_initiative(path: str, name: str, found: Discovery) -> None:
    if name in found.initiatives:
        told: dict[str, Value] = {"id": name, "first": found.initiatives[name]}
        found.oddities.append(Oddity(path, "duplicate-id", "", told))
    else:
        found.initiatives[name] = path


def read_bytes(path: str) -> bytes | Oddity:
    """Read a regular file, at most one byte more than is allowed, without waiting on anything."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return Oddity(path, "unreadable-file", "not-a-file")
            return _drain(handle, min(status.st_size + 1, MOST_BYTES_READ))
        finally:
            os.close(handle)
    except OSError as wrong:
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
