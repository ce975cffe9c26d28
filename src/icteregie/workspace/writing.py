"""Several files written all or none: each beside its place first, and then all put there."""

import contextlib
import os
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from icteregie.diagnostics.system_reasons import system_reason
from icteregie.workspace.notices import ProblemError


def replace_files(
    root: Path,
    before: Mapping[str, bytes | None],
    contents: Mapping[str, bytes],
    removed: Collection[str] = (),
) -> None:
    """Write files below a root and take others away, all or none.

    ``before`` has what those that are replaced held when they were read; a file that isn't in it must
    not be there yet. Raises ProblemError when one can't be written, or isn't what it was; then nothing
    has changed.
    """
    for path in contents:
        _require_unchanged(root, path, before.get(path))
    staged: dict[str, str] = {}
    path = ""
    try:
        with contextlib.ExitStack() as undo:
            for path, data in contents.items():
                _make_folders(root / path, undo)
                staged[path] = _stage(root / path, data)
                undo.callback(_put_back, Path(staged[path]), None)
            for path, name in staged.items():
                undo.callback(_put_back, root / path, before.get(path))
                os.replace(name, root / path)
            for path in removed:
                undo.callback(_put_back, root / path, (root / path).read_bytes())
                os.unlink(root / path)
            undo.pop_all()
    except OSError as error:
        reason = system_reason(error)
        raise ProblemError("cannot-write", file=path, reason=reason) from None


def _require_unchanged(root: Path, path: str, before: bytes | None) -> None:
    """Raise ProblemError when a file isn't what it was when it was read, or is there and shouldn't be."""
    place = root / path
    if any(
        each.is_symlink() for each in (place, *place.parents) if each.is_relative_to(root) and each != root
    ):
        raise ProblemError("is-a-link", file=path)
    now = place.read_bytes() if place.is_file() else None
    if now != before or (before is None and os.path.lexists(place)):
        raise ProblemError("changed-meanwhile", file=path)


def _make_folders(place: Path, undo: contextlib.ExitStack) -> None:
    """Make the folders that a new file lies in, and take them away again where nothing is written."""
    missing = [each for each in place.parents if not each.exists()]
    for folder in reversed(missing):
        os.mkdir(folder)
        undo.callback(_remove_folder, folder)


def _remove_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        os.rmdir(folder)


def _stage(place: Path, data: bytes) -> str:
    """Write the bytes beside the place of a file, with the mode that it has."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".regie-")
    with contextlib.ExitStack() as undo:
        undo.callback(_put_back, Path(name), None)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, place.stat().st_mode & 0o7777 if place.exists() else 0o666 & ~mask)
        undo.pop_all()
    return name


def _put_back(place: Path, data: bytes | None) -> None:
    """Give a file the bytes that it had, as far as that can be done; None takes away what wasn't there."""
    with contextlib.suppress(OSError):
        if data is None:
            os.unlink(place)
        else:
            place.write_bytes(data)
