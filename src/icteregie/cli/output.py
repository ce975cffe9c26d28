"""Where results go: standard output, or a file that is written whole or not at all."""

import contextlib
import os
import sys
from pathlib import Path
from typing import TextIO

from icteregie.portfolio.portfolio import PARTNERSHIP_FILE
from icteregie.workspace.errors import ProblemError


class ReaderGoneError(Exception):
    """Who read our output has gone, as ``head`` does: there is nobody left to tell."""


def emit(text: str, to: Path | None = None) -> None:
    """Write a result to standard output, or to a file in place of what it held."""
    if to is not None:
        write_whole(to, text)
        return
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as wrong:
        raise ProblemError("output", reason=reason(wrong)) from None


def note(text: str) -> None:
    """Say something that is no result on standard error, for as far as anyone can hear it."""
    with contextlib.suppress(OSError):
        _write(sys.stderr, f"{text}\n")


def stand_in() -> None:
    """Put a stream in the place of one that was closed, which Python gives as None.

    What is written to standard output then fails, as it would on a full disk.
    """
    for name, mode in (("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _write(stream: TextIO, text: str) -> None:
    if (stream.encoding or "").lower().replace("-", "") != "utf8":
        # A screen, and who asks for an encoding, get what that can show. Anything else gets the
        # same bytes whatever the locale.
        is_fixed = "PYTHONIOENCODING" in os.environ or stream.isatty()
        stream.reconfigure(**{"errors": "replace"} if is_fixed else {"encoding": "utf-8"})  # type: ignore[attr-defined]
    stream.write(text)
    stream.flush()


def let_go() -> None:
    """Drop what could not be written, or else the interpreter tries again and complains itself."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_whole(path: Path, text: str) -> None:
    """Write a file next to its place, and then put it there; never through a link."""
    import tempfile  # noqa: PLC0415 - most runs write no file

    refuse_detours(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as wrong:
        raise ProblemError("cannot-write", file=str(path), reason=reason(wrong)) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException as wrong:
        with contextlib.suppress(OSError):
            os.unlink(name)
        if not isinstance(wrong, OSError):
            raise
        raise ProblemError("cannot-write", file=str(path), reason=reason(wrong)) from None


def refuse_detours(path: Path) -> None:
    """Stop at a link or a device in the place of a file, and at a link on the way to it."""
    if path.is_symlink():
        raise ProblemError("is-a-link", file=str(path))
    if path.exists() and not path.is_file() and not path.is_dir():
        raise ProblemError("not-ordinary", file=str(path))
    for folder in _ours(path):
        if folder.is_symlink():
            raise ProblemError("is-a-link", file=str(folder))


def _ours(path: Path) -> list[Path]:
    """List the folders on the way to a file in which anyone who files can have put a link.

    Those are the ones below the top of a portfolio or a repository; above it they are the user's own.
    """
    way: list[Path] = []
    for folder in path.absolute().parents:
        if any(os.path.lexists(folder / mark) for mark in (".git", PARTNERSHIP_FILE)):
            return way
        way.append(folder)
    return []


def _mode(path: Path) -> int:
    """Keep the mode of the file that is replaced; a new one gets what the user's mask leaves."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def reason(wrong: OSError) -> str:
    """Give the system's own words for what went wrong."""
    return (wrong.strerror or str(wrong) or type(wrong).__name__).lower()
