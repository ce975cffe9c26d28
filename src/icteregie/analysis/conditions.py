"""How far the conditions of decisions are on a day, and which an earlier list left open for a meeting."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.analysis.decisions import Listed
from icteregie.portfolio.decision import Condition

ConditionState: TypeAlias = Literal["open", "overdue", "met", "waived", "lapsed"]
"""Lapsed: neither met nor waived when another decision took the place of the one that it belongs to."""
Ends: TypeAlias = Mapping[tuple[str, int], Mapping[str, date | None]]
"""On which day decisions ceased to hold, as ``superseded`` gives it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A condition that was open when a later meeting began; ``index`` is the place of its decision."""

    listed: Listed
    index: int
    condition: Condition
    initiatives: tuple[str, ...]


def state_on(condition: Condition, day: date, *, holds: bool = True) -> ConditionState:
    """Say how far a condition is at the end of a day; on the last day it is still in time.

    ``holds`` says whether its decision still holds. What is met or waived later is open that day.
    """
    if condition.met is not None and condition.met <= day:
        return "met"
    if condition.waived is not None and condition.waived <= day:
        return "waived"
    if not holds:
        return "lapsed"
    return "overdue" if condition.by is not None and condition.by < day else "open"


def held_for(ends: Ends, listed: Listed, index: int, day: date) -> tuple[str, ...]:
    """Name the initiatives for which a decision still holds at the end of a day."""
    names = ends.get((listed.key, index), {})
    return tuple(name for name, end in names.items() if end is None or end > day)


def carried_to(listed: Listed, lists: Collection[Listed], ends: Ends) -> Iterator[Carried]:
    """Give what earlier ones of the lists of decisions left open for a meeting of the same body."""
    before = listed.day - timedelta(days=1)
    for earlier in lists:
        if earlier.body != listed.body or earlier.day > before:
            continue
        for index, decision in enumerate(earlier.content.decisions):
            ids = held_for(ends, earlier, index, before) if decision.conditions else ()
            for condition in decision.conditions if ids else ():
                if state_on(condition, before) in ("open", "overdue"):
                    yield Carried(earlier, index, condition, ids)
