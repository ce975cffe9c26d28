"""Why a Word file of the user isn't taken: said here, where asking costs no library."""

from icteregie.diagnostics.types import Value


class WordFileError(ValueError):
    """Why a Word file isn't taken; ``name`` is the wording, under ``problem``, and ``values`` fill it in."""

    def __init__(self, name: str, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values
