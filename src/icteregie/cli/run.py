"""Runs a command line, and is the one place that turns exceptions into exit codes.

0 clean, 1 findings, 2 wrong use or a mistake of our own, 130 interrupted.
"""

import os

from icteregie.cli.exit_code import CLEAN, INTERRUPTED, WRONG
from icteregie.cli.language import of_user
from icteregie.cli.output import ReaderGoneError, let_go, note, reason, stand_in
from icteregie.diagnostics.types import Value
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.workspace.errors import ProblemError

MOST_SHOWN = 300
"""Of what was typed, or of what an error says, a message shows at most this many characters."""


def run(words: list[str]) -> int:
    """Run the command that the words name, and give its exit code."""
    stand_in()
    try:
        return _outcome(words)
    finally:
        let_go()


def _outcome(words: list[str]) -> int:
    try:
        return _command(_command_first(words))
    except ReaderGoneError:
        return WRONG
    except KeyboardInterrupt:
        problem, code = ProblemError("interrupted"), INTERRUPTED
    except Exception as wrong:  # noqa: BLE001 - the outermost handler: never a traceback
        problem, code = _problem(wrong), WRONG
    # Said only here: until the exception is gone, all that was loaded keeps its memory.
    values = {name: _short(value) for name, value in problem.values.items()}
    note(terminal(sentence(of_user(), f"problem.{problem.name}", **values)))
    return code


def _problem(wrong: Exception) -> ProblemError:
    """Give the problem that stopped a command; what nobody foresaw is a mistake of our own."""
    if isinstance(wrong, MemoryError):
        return ProblemError("memory")
    if isinstance(wrong, ProblemError):
        return wrong
    if isinstance(wrong, FileNotFoundError) and wrong.filename is None:
        # Only asking where we are fails so: somebody has taken the folder away.
        return ProblemError("folder-gone")
    if isinstance(wrong, OSError) and wrong.filename is None:
        # It names no file, so it is help that the command line library could not write.
        return ProblemError("output", reason=reason(wrong))
    if os.environ.get("REGIE_DEBUG"):
        import traceback  # noqa: PLC0415 - nobody pays for what is hardly ever printed

        traceback.print_exc()
    return ProblemError("internal", kind=f"{type(wrong).__name__}: {wrong}")


def _short(value: Value) -> Value:
    """Cut off a text that would fill the screen: what was typed can be as long as one likes."""
    return f"{value[:MOST_SHOWN]}…" if isinstance(value, str) and len(value) > MOST_SHOWN else value


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
        if done.code == INTERRUPTED:
            raise KeyboardInterrupt from None
        return done.code if isinstance(done.code, int) else CLEAN
    return CLEAN
