"""Write results to standard output, or to a file: whole or not at all."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from icteregie.cli.context import Context
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.config import PARTNERSHIP_FILE, Language
from icteregie.workspace.notices import Notice, ProblemError

MOST_OF_A_NAME = 40
"""Characters of a file's name that the file beside it, which takes its place, is named after."""


class ReaderGoneError(Exception):
    """Who read our output has gone, as ``head`` does: there is nobody left to write for."""


def emit(context: Context, text: str, to: Path | None = None) -> None:
    """Write a result to standard output, or to a file in place of what it held.

    Raises ProblemError when it can't be written, and ReaderGoneError when nobody reads it.
    """
    if to is not None:
        write_whole(context, to, text)
        return
    try:
        context.stdout.write(text)
        context.stdout.flush()
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        raise ProblemError("output", reason=system_reason(error)) from None


def emit_bytes(context: Context, data: bytes, to: Path | None = None) -> None:
    """Write a result that is no text, as ``emit`` does."""
    if to is not None:
        write_whole(context, to, data)
        return
    try:
        context.stdout.flush()
        context.stdout.buffer.write(data)
        context.stdout.buffer.flush()
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        raise ProblemError("output", reason=system_reason(error)) from None


def note(context: Context, text: str) -> None:
    """Write something that is no result to standard error, for as far as anyone can read it."""
    with contextlib.suppress(OSError):
        context.stderr.write(f"{text}\n")
        context.stderr.flush()


def notify(context: Context, language: Language, notices: Iterable[Notice]) -> None:
    """Put notices into words, on standard error."""
    for notice in notices:
        note(context, terminal(sentence(language, notice.name, **notice.values)))


def write_whole(context: Context, path: Path, content: str | bytes) -> None:
    """Write a file next to its place, and then put it there; never through a link. Raises ProblemError."""
    import tempfile  # noqa: PLC0415 - most runs write no file

    refuse_detours(context, path)
    place = context.folder / path
    with _refusing(path):
        place.parent.mkdir(parents=True, exist_ok=True)
        # A name can be as long as the system allows, and this one must be longer.
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:MOST_OF_A_NAME]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(place))
        os.replace(name, place)
    except OSError as error:
        raise ProblemError("cannot-write", file=str(path), reason=system_reason(error)) from None
    finally:
        with contextlib.suppress(OSError):  # it is gone once it has taken its place
            os.unlink(name)


def refuse_detours(context: Context, path: Path) -> None:
    """Raise ProblemError at a link or a device in the place of a file, and at a link on the way to it."""
    place = context.folder / path
    with _refusing(path):
        if place.is_symlink():
            raise ProblemError("is-a-link", file=str(path))
        if place.exists() and not place.is_file() and not place.is_dir():
            raise ProblemError("not-ordinary", file=str(path))
        for folder in _own_folders(place):
            if folder.is_symlink():
                raise ProblemError("is-a-link", file=str(folder))


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Raise ProblemError where the system takes no such path: too long, or with a sign that no name has."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise ProblemError("cannot-write", file=str(path), reason=system_reason(error)) from None


def _own_folders(place: Path) -> list[Path]:
    """List the folders on the way to a file in which anyone who files can have put a link.

    Those are the ones below the top of a portfolio or a repository; above it they are the user's own.
    """
    folders: list[Path] = []
    for folder in place.absolute().parents:
        if any(os.path.lexists(folder / mark) for mark in (".git", PARTNERSHIP_FILE)):
            return folders
        folders.append(folder)
    return []


def _mode(path: Path) -> int:
    """Keep the mode of the file that is replaced; a new one gets what the user's mask leaves."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
