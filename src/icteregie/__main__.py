"""The way in: ``regie`` and ``python -m icteregie``.

Only here the process itself is touched: its arguments, its environment, its streams, its clock
and its garbage collector.
"""

import contextlib
import gc
import os
import sys
from datetime import date
from pathlib import Path

_ALLOCATIONS = 200_000
"""Objects made between two looks for garbage: a command makes many, keeps them, and ends."""
_YOUNGER = 1_000
"""Looks at what is younger between two looks at all: what a command keeps, it keeps until it ends."""

_NOT_LOADED = (
    *(ImportError, SyntaxError, EOFError, ValueError),  # a file of a program, or what Python keeps of it
    *(AttributeError, TypeError, LookupError, RuntimeError, SystemError),  # libraries that don't fit
    *(MemoryError, OSError),
)
"""What loading an installation that is broken can raise, by what is broken; ``cli.run`` takes the rest."""


def main() -> None:
    """Run the command line and exit with its code; ``--version`` loads nothing more."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from icteregie import __version__  # noqa: PLC0415

        # What goes wrong with writing it, the long way says.
        with contextlib.suppress(AttributeError, OSError):
            sys.stdout.write(f"regie {__version__}\n")
            sys.stdout.flush()
            return
    # Files are data: no plug-in of a library looks at them. Looking for some takes time, too.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    gc.set_threshold(_ALLOCATIONS, 50, _YOUNGER)
    open_missing_streams()
    try:
        code = _code()
    finally:
        drop_unwritable()
        # The process takes all its memory with it: nobody needs to look through that for garbage first.
        gc.freeze()
    sys.exit(code)


def _code() -> int:
    try:
        from icteregie.cli.context import Context  # noqa: PLC0415
        from icteregie.cli.run import run  # noqa: PLC0415

        settle_encodings()
        context = Context(
            environment=os.environ,
            folder=Path(),
            stdin=sys.stdin,
            stdout=sys.stdout,
            stderr=sys.stderr,
            clock=date.today,
            platform=sys.platform,
        )
        return run(sys.argv[1:], context)
    except KeyboardInterrupt:
        return 130
    except _NOT_LOADED as error:  # what can't even be loaded can't say it in words
        with contextlib.suppress(AttributeError, OSError):
            sys.stderr.write(f"regie: {type(error).__name__}: {error}\n")
        return 2


def open_missing_streams() -> None:
    """Open a stream in the place of one that was closed, which Python gives as None.

    What is written to standard output then fails, as it would on a full disk.
    """
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def settle_encodings() -> None:
    """Write UTF-8 whatever the locale; a screen, and who asks for an encoding, get what that can show."""
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower().replace("-", "") != "utf8":
            is_fixed = "PYTHONIOENCODING" in os.environ or stream.isatty()
            stream.reconfigure(**{"errors": "replace"} if is_fixed else {"encoding": "utf-8"})  # type: ignore[union-attr]


def drop_unwritable() -> None:
    """Drop what could not be written, or else the interpreter tries again and complains itself."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
