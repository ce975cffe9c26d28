"""Runs a command line, and is the one place that turns exceptions into exit codes.

0 clean, 1 findings, 2 wrong use or a mistake of our own, 130 interrupted.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from icteregie.cli.commands import MAIN
from icteregie.cli.context import COMPLETION, INTERRUPTED, WRONG, Context, asked, of_user
from icteregie.cli.streams import ReaderGoneError, note
from icteregie.cli.words import Call, command_first, plain_call, scan
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.diagnostics.types import Value
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.surroundings import MAIN_VARIABLE

MOST_SHOWN = 300
"""Of what was typed, or of what an error says, a message shows at most this many characters."""


def run(words: Sequence[str], context: Context) -> int:
    """Run the command that the words name, and give its exit code."""
    ordered = command_first(words)
    scanned = scan(ordered)
    context = replace(context, asked=asked(scanned.lang, context.environment), named_folder=scanned.folder)
    try:
        return _run(ordered, context)
    except ReaderGoneError:
        return WRONG
    except KeyboardInterrupt:
        problem, code = ProblemError("interrupted"), INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the outermost handler: never a traceback
        problem, code = _problem(error, context), WRONG
    if COMPLETION in context.environment:
        return code
    # Said only here: until the exception is gone, all that was loaded keeps its memory.
    values = {name: _short(value) for name, value in problem.values.items()}
    note(context, terminal(sentence(of_user(context), f"problem.{problem.name}", **values)))
    return code


def _run(words: list[str], context: Context) -> int:
    if COMPLETION in context.environment:
        from icteregie.cli.offers import answer  # noqa: PLC0415 - only a shell that asks pays for it

        return answer(context)
    call = plain_call(words)
    if call is None:
        # Only help and a mistake pay for the library.
        from icteregie.cli.app import read  # noqa: PLC0415

        outcome = read(words, context, of_user(context))
        if isinstance(outcome, int):
            return outcome
        call = outcome
    return _call(call, context)


def _call(call: Call, context: Context) -> int:
    # What a command needs is loaded in here: a mistake in loading it is a mistake of ours too.
    from icteregie.cli.registry import REGISTRY  # noqa: PLC0415

    module: Any = REGISTRY[call.command.name]()
    values = dict(call.values)
    # Which branch is main concerns no command but only what asks git, far below them.
    if main := values.pop(MAIN.field, None):
        context = replace(context, environment={**context.environment, MAIN_VARIABLE: str(main)})
    code: int = module.run(module.Options(**values), context)
    return code


def _problem(error: Exception, context: Context) -> ProblemError:
    """Give the problem that stopped a command; what nobody foresaw is a mistake of our own."""
    if isinstance(error, MemoryError):
        return ProblemError("memory")
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, FileNotFoundError) and error.filename is None:
        # Only asking where we are fails so: somebody has taken the folder away.
        return ProblemError("folder-gone")
    if isinstance(error, OSError) and error.filename is None:
        # It names no file, so it is help that the command line library could not write.
        return ProblemError("output", reason=system_reason(error))
    if context.environment.get("REGIE_DEBUG"):
        import traceback  # noqa: PLC0415 - nobody pays for what is hardly ever printed

        traceback.print_exception(error, file=context.stderr)
    return ProblemError("internal", kind=f"{type(error).__name__}: {error}")


def _short(value: Value) -> Value:
    """Cut off a text that would fill the screen: what was typed can be as long as one likes."""
    return f"{value[:MOST_SHOWN]}…" if isinstance(value, str) and len(value) > MOST_SHOWN else value
