"""The weights of every cost allocation key, as people read them."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from icteregie.analysis.cost_sharing import NoShareError, weights
from icteregie.analysis.figures import tenths
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language, Partnership


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key: its label, the date of its weights, and each member's part as a percentage."""

    label: str
    as_of: date | None
    parts: tuple[str, ...]


def key_rows(partnership: Partnership, language: Language) -> list[KeyRow]:
    """Write what each member pays by each key when all take part, to one decimal."""
    rows = []
    for key in partnership.cost_keys.values():
        members = tuple(partnership.members)
        try:
            parts = weights(key, partnership, members)
        except NoShareError:
            parts = dict.fromkeys(members, Fraction(0))
        rows.append(KeyRow(key.label, key.as_of, tuple(_percentage(parts[m], language) for m in members)))
    return rows


def _percentage(part: Fraction, language: Language) -> str:
    percent, tenth = divmod(tenths(part), 10)
    return f"{percent}{formats.point(language)}{tenth}%"
