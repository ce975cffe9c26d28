"""What of a choice can't be refused: law or contract requires it, so that only how and when is a choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.choices.kinds import Choice, Option
from icteregie.analysis.choices.ties import Ties
from icteregie.analysis.obligations import deadlines, ranking_kind
from icteregie.portfolio.justification import ObligationKind

Remains: TypeAlias = Literal["alternative", "other-route"]
"""What is left of it off the agenda: an ``alternative`` that stays must meet what requires it; or it comes by
an ``other-route``, and its cost is moved and not saved."""


@dataclass(frozen=True, slots=True)
class Obliged:
    """An initiative that an option takes off the agenda and that can't be refused.

    ``deadline`` is the earliest that law or contract sets, None without one. ``is_next_late`` when that day
    lies before the year of the next agenda.
    """

    id: str
    kind: ObligationKind
    deadline: date | None
    remains: Remains
    is_next_late: bool


def is_obliged(ties: Ties, name: str) -> bool:
    """Whether law or contract requires an initiative, so that it can't be refused."""
    return ranking_kind(ties.portfolio.initiatives[name]) != "choice"


def obliged(ties: Ties, choice: Choice, option: Option) -> tuple[Obliged, ...]:
    """List what an option of a choice takes off that can't be refused, in the order of the list."""
    return tuple(_obliged(ties, choice, option))


def _obliged(ties: Ties, choice: Choice, option: Option) -> Iterator[Obliged]:
    for name in ties.on_list(option.dropped):
        initiative = ties.portfolio.initiatives[name]
        kind = ranking_kind(initiative)
        if kind == "choice":
            continue
        day = next((d.day for d in deadlines(initiative) if d.obligation.kind != "choice"), None)
        remains: Remains = "alternative" if choice.kind == "alternatives" else "other-route"
        yield Obliged(name, kind, day, remains, day is not None and day.year <= ties.year)
