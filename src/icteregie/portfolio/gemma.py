"""The reference components of GEMMA: their baseline security level, and the standards that are mandatory.

The table is by VNG Realisatie, under the EUPL; ``tools/gemma.py`` made it. It is read only where a
component of the partnership names its reference component.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SECURE_FROM = 2
"""From this baseline security level (BBN) on, a dossier says what is done about information security."""


@dataclass(frozen=True, slots=True)
class GemmaComponent:
    """A reference component; ``level`` is its BBN, None where the source gives none."""

    name: str
    level: int | None
    standards: tuple[str, ...]

    @property
    def is_sensitive(self) -> bool:
        """Whether a dossier must say what is done about its information security."""
        return (self.level or 0) >= SECURE_FROM


@cache
def gemma_components() -> Mapping[str, GemmaComponent]:
    """Read the table, by the UUID of the reference component."""
    text = (files("icteregie.portfolio") / "gemma_components.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        row["id"]: GemmaComponent(
            row["name"],
            int(row["bbn"]) if row["bbn"] else None,
            tuple(filter(None, row["standards"].split("; "))),
        )
        for row in rows
    }
