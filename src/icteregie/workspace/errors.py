"""What keeps a command from doing its work: said in one line, exit code 2."""

from collections.abc import Iterable

from icteregie.diagnostics.types import Value
from icteregie.loading.field_errors import guesses


class ProblemError(Exception):
    """A problem with how the command was used or with what it needs; ``name`` is its wording."""

    def __init__(self, name: str, /, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


def guess_of(written: str, known: Iterable[str]) -> str:
    """Give the known name that looks most like what was written, or ""."""
    return guesses(written, known)
