"""Runs a command line, and is the one place that turns exceptions into exit codes.

0 clean, 1 findings, 2 wrong use or a mistake of our own, 130 interrupted.
"""

import os
import sys
import traceback

from icteregie.cli.language import of_user
from icteregie.cli.output import note
from icteregie.cli.problem import ProblemError
from icteregie.messages.catalogue import sentence
from icteregie.render.escape import terminal

CLEAN, FINDINGS, WRONG, INTERRUPTED = 0, 1, 2, 130


def run(words: list[str]) -> int:
    """Run the command that the words name, and give its exit code."""
    try:
        return _command(words)
    except ProblemError as problem:
        note(terminal(sentence(of_user(), f"problem.{problem.name}", **problem.values)))
        return WRONG
    except KeyboardInterrupt:
        note(sentence(of_user(), "problem.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        # Who read our output has gone; the interpreter must not try to flush the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except Exception as wrong:  # noqa: BLE001 - the outermost handler: never a traceback
        if os.environ.get("REGIE_DEBUG"):
            traceback.print_exc()
        note(terminal(sentence(of_user(), "problem.internal", kind=f"{type(wrong).__name__}: {wrong}")))
        return WRONG


def _command(words: list[str]) -> int:
    # The command line library takes a tenth of a second to load; a mistake in it is ours too.
    from icteregie.cli.app import build  # noqa: PLC0415

    try:
        build(words)(args=words, prog_name="regie")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else CLEAN
    return CLEAN
