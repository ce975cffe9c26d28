"""What is the matter with an initiative: a shape and a word, never a colour alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from icteregie.render.site.html import Safe
from icteregie.render.site.words import Words
from icteregie.reports.site.rows import Matter

SHAPES = {
    "choice": "◇",
    "late-intake": "◷",
    "late-dossier": "◷",
    "incomplete": "○",
    "misses": "✕",
    "waits-late": "◷",
    "against": "–",
    "no-costs": "?",
    "red": "▲",
    "amber": "△",
    "watermelon": "▲",
    "declared-red": "▲",
    "declared-amber": "△",
    "on-hold": "∥",
    "silent": "…",
    "sleeping": "…",
    "overdue": "◷",
    "past-deadline": "✕",
    "pushed": "◷",
    "condition-overdue": "✕",
    "condition": "○",
    "no-baseline": "?",
}
"""A shape for each kind; those of ``URGENT`` are also in the colour of attention."""
URGENT = frozenset(
    (
        "late-dossier",
        "misses",
        "waits-late",
        "red",
        "watermelon",
        "declared-red",
        "past-deadline",
        "condition-overdue",
    )
)


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that is the matter as it is shown; ``kind`` is for filtering."""

    kind: str
    shape: str
    word: Safe
    is_urgent: bool


def shown_matters(words: Words, matters: Iterable[Matter]) -> tuple[Shown, ...]:
    """Word what is the matter."""
    return tuple(
        Shown(
            each.kind,
            SHAPES[each.kind],
            words(f"matter.{each.kind}", names=each.names),
            each.kind in URGENT,
        )
        for each in matters
    )
