"""How far the conditions of decisions are on a day, and which an earlier list left open for a meeting."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.analysis.decisions import Listed, deciding_lists, rulings
from icteregie.portfolio.decision import Condition, DecisionKind
from icteregie.portfolio.portfolio import Portfolio

ConditionState: TypeAlias = Literal["open", "overdue", "met", "waived", "lapsed"]
"""Lapsed: neither met nor waived when another decision took the place of the one that it belongs to."""
Ends: TypeAlias = Mapping[tuple[str, int], Mapping[str, date | None]]
"""On which day decisions ceased to hold, as ``superseded`` gives it."""

_REPLACES: tuple[DecisionKind, ...] = ("adopt", "reject", "park", "defer", "stop")
"""The decisions after which the conditions of an earlier one hold no more."""


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


@dataclass(frozen=True, slots=True)
class OpenCondition:
    """A condition that was neither met nor waived, its place, and the initiatives that it holds for."""

    listed: Listed
    condition: Condition
    index: int
    position: int
    initiatives: tuple[str, ...]


def superseded(portfolio: Portfolio) -> Mapping[tuple[str, int], Mapping[str, date | None]]:
    """Say on which day each decision ceased to hold for each of its initiatives; None while it does.

    Decisions are known by their list and their place in it. One holds until a newer one about its
    initiative adopts, defers or ends it.
    """
    days: dict[tuple[str, int], dict[str, date | None]] = {}
    for name, about in rulings(portfolio).items():
        newer: date | None = None
        for ruling in reversed(about):
            days.setdefault((ruling.listed.key, ruling.index), {})[name] = newer
            newer = ruling.listed.day if ruling.decision.decision in _REPLACES else newer
    return days


def open_conditions(portfolio: Portfolio) -> tuple[OpenCondition, ...]:
    """Give the open conditions of decisions that still hold, by list and place in it."""
    ends = superseded(portfolio)
    return tuple(
        OpenCondition(listed, condition, index, position, tuple(n for n in sorted(names) if names[n] is None))
        for listed in deciding_lists(portfolio)
        for index, decision in enumerate(listed.content.decisions)
        if None in (names := ends.get((listed.key, index), {})).values()
        for position, condition in enumerate(decision.conditions)
        if condition.is_open
    )


def conditions_open_on(portfolio: Portfolio, day: date) -> tuple[OpenCondition, ...]:
    """Give the conditions that were open at the end of a day, by list and place in it.

    What was met, waived or replaced later was open still, and what was decided later not known yet.
    """
    ends = superseded(portfolio)
    return tuple(
        OpenCondition(listed, condition, index, position, tuple(sorted(names)))
        for listed in deciding_lists(portfolio)
        if listed.day <= day
        for index, decision in enumerate(listed.content.decisions)
        if decision.conditions and (names := held_for(ends, listed, index, day))
        for position, condition in enumerate(decision.conditions)
        if state_on(condition, day) in ("open", "overdue")
    )
