"""What a command has to say beside its result, as values that the command line puts into words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from icteregie.diagnostics.types import Value


class ProblemError(Exception):
    """What keeps a command from doing its work; ``name`` is its wording. One line, exit code 2."""

    def __init__(self, name: str, /, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that is no result: the name of its sentence in the catalogues, and its values."""

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)


def skipped(names: Iterable[str]) -> tuple[Notice, ...]:
    """Name the initiatives that are left out because their files can't be read, if any."""
    ids = tuple(names)
    return (Notice("commands/list/skipped", {"ids": ids}),) if ids else ()
