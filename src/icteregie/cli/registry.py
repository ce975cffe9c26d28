"""Which module is which command: one is loaded when it is called, and the others are not."""

from collections.abc import Callable, Mapping
from types import ModuleType


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


def _import() -> ModuleType:
    # The name of the command is a word of the language itself.
    from icteregie.cli import imports as module  # noqa: PLC0415

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


def _site() -> ModuleType:
    from icteregie.cli import site as module  # noqa: PLC0415

    return module


def _decisions() -> ModuleType:
    from icteregie.cli import decisions as module  # noqa: PLC0415

    return module


def _ambitions() -> ModuleType:
    from icteregie.cli import ambitions as module  # noqa: PLC0415

    return module


def _landscape() -> ModuleType:
    from icteregie.cli import landscape as module  # noqa: PLC0415

    return module


def _plan() -> ModuleType:
    from icteregie.cli import plan as module  # noqa: PLC0415

    return module


def _status() -> ModuleType:
    from icteregie.cli import status as module  # noqa: PLC0415

    return module


def _meeting() -> ModuleType:
    from icteregie.cli import meeting as module  # noqa: PLC0415

    return module


def _direction() -> ModuleType:
    from icteregie.cli import direction as module  # noqa: PLC0415

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
    "import": _import,
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
    "site": _site,
    "decisions": _decisions,
    "direction": _direction,
    "ambitions": _ambitions,
    "landscape": _landscape,
    "plan": _plan,
    "status": _status,
    "meeting": _meeting,
    "diff": _diff,
    "schema": _schema,
    "completion": _completion,
}
"""By the names in ``commands``; a test holds them to each other."""
