"""The way in: ``regie`` and ``python -m icteregie``."""

import contextlib
import os
import sys


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
    sys.exit(_code())


def _code() -> int:
    try:
        from icteregie.cli.run import run  # noqa: PLC0415

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except Exception as wrong:  # noqa: BLE001 - what can't even be loaded can't say it in words
        with contextlib.suppress(AttributeError, OSError):
            sys.stderr.write(f"regie: {type(wrong).__name__}: {wrong}\n")
        return 2


if __name__ == "__main__":
    main()
