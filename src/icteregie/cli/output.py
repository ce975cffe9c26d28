"""Where results go: standard output, or a file that is written whole or not at all."""

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from icteregie.cli.problem import ProblemError


def emit(text: str, to: Path | None = None) -> None:
    """Write a result to standard output, or to a file in place of what it held."""
    if to is not None:
        write_whole(to, text)
        return
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stdout.write(text)
    sys.stdout.flush()


def note(text: str) -> None:
    """Say something that is no result on standard error."""
    if (sys.stderr.encoding or "").lower().replace("-", "") != "utf8":
        sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.stderr.write(f"{text}\n")


def write_whole(path: Path, text: str) -> None:
    """Write a file next to its place, and then put it there; never through a link."""
    if path.is_symlink():
        raise ProblemError("is-a-link", file=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as wrong:
        raise ProblemError("cannot-write", file=str(path), reason=_reason(wrong)) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except OSError as wrong:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise ProblemError("cannot-write", file=str(path), reason=_reason(wrong)) from None


def _mode(path: Path) -> int:
    """Keep the mode of the file that is replaced; a new one gets what the user's mask leaves."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(wrong: OSError) -> str:
    return (wrong.strerror or type(wrong).__name__).lower()
