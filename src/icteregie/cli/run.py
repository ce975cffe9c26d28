"""Runs a command line, and is the one place that turns exceptions into exit codes.

0 clean, 1 findings, 2 wrong use or a mistake of our own, 130 interrupted.
"""

import os
import sys
import traceback

from icteregie.cli.exit_code import CLEAN, INTERRUPTED, WRONG
from icteregie.cli.language import of_user
from icteregie.cli.output import note
from icteregie.cli.problem import ProblemError
from icteregie.messages.catalogue import sentence
from icteregie.render.escape import terminal


def run(words: list[str]) -> int:
    """Run the command that the words name, and give its exit code."""
    try:
        return _command(_command_first(words))
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


def _command_first(words: list[str]) -> list[str]:
    """Let ``regie -C folder validate`` be said as well as ``regie validate -C folder``."""
    moved: list[str] = []
    rest = list(words)
    while len(rest) > 2 and rest[0] in ("-C", "--folder", "--lang"):
        moved += [rest.pop(0), rest.pop(0)]
    return [rest[0], *moved, *rest[1:]] if rest else moved


def _command(words: list[str]) -> int:
    # What a command needs is loaded in here: a mistake in loading it is a mistake of ours too.
    if words[:1] == ["validate"]:
        from icteregie.cli import quick  # noqa: PLC0415
        from icteregie.cli.validation import validate  # noqa: PLC0415

        if (wishes := quick.read(words[1:])) is not None:
            return validate(wishes)
    from icteregie.cli.app import build  # noqa: PLC0415

    try:
        build(words)(args=words, prog_name="regie")
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else CLEAN
    return CLEAN
