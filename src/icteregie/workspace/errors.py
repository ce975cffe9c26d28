"""What keeps a command from doing its work: said in one line, exit code 2."""

from icteregie.diagnostics.types import Value


class ProblemError(Exception):
    """A problem with how the command was used or with what it needs; ``name`` is its wording."""

    def __init__(self, name: str, /, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values
