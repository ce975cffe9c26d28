"""What can be changed in a file, and the refusal to change what can't be changed without reformatting."""

from dataclasses import dataclass
from typing import TypeAlias

from icteregie.diagnostics.types import Keys, Value
from icteregie.loading.events import Tree


class RefusedEditError(Exception):
    """Why an edit was not made; ``name`` is the wording, ``values`` fill it in."""

    def __init__(self, name: str, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a key a value; the key, and the groups around it, are made where they aren't there."""

    keys: Keys
    value: Tree


@dataclass(frozen=True, slots=True)
class Append:
    """Add an item to a list, at its end or ``before`` an item; the list is made where it isn't there."""

    keys: Keys
    value: Tree
    before: int | None = None


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Call a key of a mapping something else."""

    keys: Keys
    name: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take out a key with its value, or an item of a list."""

    keys: Keys


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Give a key another value in the place of all that it has, a group on lines of its own as well.

    What people wrote inside the group goes with it. Where the key isn't there it is made.
    """

    keys: Keys
    value: Tree


Edit: TypeAlias = SetValue | Append | RenameKey | Delete | Rewrite


def dotted(keys: Keys) -> str:
    """Write the way to a value as people type it: ``costs.one_off.2027``."""
    return ".".join(str(key) for key in keys)
