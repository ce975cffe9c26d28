"""What an export of the Softwarecatalogus says, row by row, and the word with which one is refused."""

from dataclasses import dataclass

from icteregie.diagnostics.types import Value


class ExportError(Exception):
    """Why an export can't be read; ``name`` is the wording, ``values`` fill it in."""

    def __init__(self, name: str, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRow:
    """One use of one version of one package by one municipality, for one reference component at most.

    ``line`` is that of the file, counted from 1. ``usage`` is the status that the municipality gave it.
    ``partners`` are the ids of the municipalities of a partnership. ``components`` are UUIDs, in small
    letters, as the municipality gave them; ``supplier_components`` as the supplier did. ``support`` is the
    supplier's word on the version, and ``support_until`` a day as YYYY-MM-DD; "" for all that the export
    doesn't say. ``is_cleaned`` says that a character was left out that nobody sees.
    """

    line: int
    municipality: str = ""
    municipality_id: str = ""
    code: str = ""
    partnership: str = ""
    partners: tuple[str, ...] = ()
    usage: str = ""
    supplier: str = ""
    package_id: str = ""
    product: str = ""
    version_id: str = ""
    version: str = ""
    components: tuple[str, ...] = ()
    supplier_components: tuple[str, ...] = ()
    support: str = ""
    support_until: str = ""
    is_cleaned: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """The rows of one municipality: its own, and those that reach it through a partnership only.

    ``others`` counts the rows of other municipalities, ``names`` gives the first of these. ``model`` is the
    name of a file that doesn't say whose it is, and so is taken for that of the municipality as a whole.
    """

    own: tuple[UsageRow, ...]
    shared: tuple[UsageRow, ...] = ()
    others: int = 0
    names: tuple[str, ...] = ()
    model: str | None = None
