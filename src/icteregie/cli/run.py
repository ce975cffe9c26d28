"""Runs a command line, and is the one place that turns exceptions into exit codes.

0 clean, 1 findings, 2 wrong use or a mistake of our own, 130 interrupted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import ModuleType
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
    from icteregie.cli.run import REGISTRY  # noqa: PLC0415

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


def _init() -> ModuleType:
    from icteregie.cli import init as module  # noqa: PLC0415

    return module


def _new() -> ModuleType:
    from icteregie.cli import new as module  # noqa: PLC0415

    return module


def _set() -> ModuleType:
    from icteregie.cli import set as module  # noqa: PLC0415

    return module


def _rename() -> ModuleType:
    from icteregie.cli import rename as module  # noqa: PLC0415

    return module


def _adopt() -> ModuleType:
    from icteregie.cli import adopt as module  # noqa: PLC0415

    return module


def _report() -> ModuleType:
    from icteregie.cli import report as module  # noqa: PLC0415

    return module


def _validate() -> ModuleType:
    from icteregie.cli import validate as module  # noqa: PLC0415

    return module


def _explain() -> ModuleType:
    from icteregie.cli import explain as module  # noqa: PLC0415

    return module


def _list() -> ModuleType:
    from icteregie.cli import list as module  # noqa: PLC0415

    return module


def _show() -> ModuleType:
    from icteregie.cli import show as module  # noqa: PLC0415

    return module


def _why() -> ModuleType:
    from icteregie.cli import why as module  # noqa: PLC0415

    return module


def _graph() -> ModuleType:
    from icteregie.cli import graph as module  # noqa: PLC0415

    return module


def _calendar() -> ModuleType:
    from icteregie.cli import calendar as module  # noqa: PLC0415

    return module


def _arrivals() -> ModuleType:
    from icteregie.cli import arrivals as module  # noqa: PLC0415

    return module


def _history() -> ModuleType:
    from icteregie.cli import history as module  # noqa: PLC0415

    return module


def _costs() -> ModuleType:
    from icteregie.cli import costs as module  # noqa: PLC0415

    return module


def _agenda() -> ModuleType:
    from icteregie.cli import agenda as module  # noqa: PLC0415

    return module


def _decisions() -> ModuleType:
    from icteregie.cli import decisions as module  # noqa: PLC0415

    return module


def _status() -> ModuleType:
    from icteregie.cli import status as module  # noqa: PLC0415

    return module


def _meeting() -> ModuleType:
    from icteregie.cli import meeting as module  # noqa: PLC0415

    return module


def _diff() -> ModuleType:
    from icteregie.cli import diff as module  # noqa: PLC0415

    return module


def _schema() -> ModuleType:
    from icteregie.cli import schema as module  # noqa: PLC0415

    return module


def _completion() -> ModuleType:
    from icteregie.cli import completion as module  # noqa: PLC0415

    return module


REGISTRY: Mapping[str, Callable[[], ModuleType]] = {
    "init": _init,
    "new": _new,
    "set": _set,
    "rename": _rename,
    "adopt": _adopt,
    "report": _report,
    "validate": _validate,
    "explain": _explain,
    "list": _list,
    "show": _show,
    "why": _why,
    "graph": _graph,
    "calendar": _calendar,
    "arrivals": _arrivals,
    "history": _history,
    "costs": _costs,
    "agenda": _agenda,
    "decisions": _decisions,
    "status": _status,
    "meeting": _meeting,
    "diff": _diff,
    "schema": _schema,
    "completion": _completion,
}
"""By the names in ``commands``; a test holds them to each other."""
