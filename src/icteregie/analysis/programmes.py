"""Programmes: initiatives that others are part of, and what all of it costs together.

A programme has costs of its own and those of its parts. They are separate amounts: a part is never
included in the costs of its whole, so the total is their sum, and lists keep adding up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icteregie.analysis.standing.amounts import CostKind, amount_in, amount_years
from icteregie.analysis.standing.statuses import is_given_up
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

_KINDS: tuple[CostKind, ...] = ("one_off", "recurring")


@dataclass(frozen=True, slots=True)
class YearSum:
    """One kind of cost of a programme in one year, in whole euros: its own, and of all its parts."""

    kind: CostKind
    year: int
    own: int
    parts: int

    @property
    def total(self) -> int:
        """What the programme and its parts cost together."""
        return self.own + self.parts


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole with all its parts, also parts of parts, by id; its sums by kind and year.

    ``unknown`` names those of whole and parts that give no costs, though they take work.
    """

    programme: Initiative
    parts: tuple[Initiative, ...]
    sums: tuple[YearSum, ...]
    unknown: tuple[str, ...]


def direct_parts(portfolio: Portfolio) -> Mapping[str, tuple[str, ...]]:
    """List the parts that name each whole, by the id of the whole; what is not there has none."""
    parts: dict[str, list[str]] = defaultdict(list)
    for name, initiative in portfolio.initiatives.items():
        programme = initiative.part_of
        if programme is not None and programme != name and programme in portfolio.initiatives:
            parts[programme].append(name)
    return {programme: tuple(sorted(names)) for programme, names in parts.items()}


def wholes(portfolio: Portfolio, initiative: Initiative) -> tuple[str, ...]:
    """List what an initiative is part of, the nearest first; it ends where a circle closes."""
    path: dict[str, None] = {}
    while (
        (programme := initiative.part_of) is not None
        and programme in portfolio.initiatives
        and programme not in path
    ):
        path[programme] = None
        initiative = portfolio.initiatives[programme]
    return tuple(path)


def part_circles(portfolio: Portfolio) -> list[tuple[str, ...]]:
    """List the circles of parts, each once from its smallest id on, sorted.

    Everything has one whole at most, so what is on a path that comes back to itself is the circle.
    """
    circles: set[tuple[str, ...]] = set()
    settled: set[str] = set()
    for name in portfolio.initiatives:
        path: dict[str, int] = {}
        here: str | None = name
        while here is not None and here in portfolio.initiatives and here not in settled and here not in path:
            path[here] = len(path)
            here = portfolio.initiatives[here].part_of
        if here in path:
            circle = tuple(path)[path[here] :]
            first = circle.index(min(circle))
            circles.add((*circle[first:], *circle[:first]))
        settled.update(path)
    return sorted(circles)


def programme(
    portfolio: Portfolio, initiative: Initiative, parts: Mapping[str, tuple[str, ...]]
) -> Programme | None:
    """Add up an initiative and all its parts, each once; None when nothing is part of it.

    ``parts`` are those of ``direct_parts``.
    """
    below = _below(initiative.id, parts)
    if not below:
        return None
    members = tuple(portfolio.initiatives[name] for name in below)
    counted = tuple(part for part in members if not is_given_up(part))
    unknown = tuple(each.id for each in (initiative, *counted) if _is_unknown(each))
    return Programme(initiative, members, _sums(portfolio, initiative, counted), unknown)


def _below(name: str, parts: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    reached, waiting = {name}, [name]
    while waiting:
        fresh = [part for part in parts.get(waiting.pop(), ()) if part not in reached]
        reached.update(fresh)
        waiting.extend(fresh)
    return tuple(sorted(reached - {name}))


def _is_unknown(initiative: Initiative) -> bool:
    """Whether nobody said what it costs; a milestone costs nothing."""
    is_milestone = initiative.period is not None and initiative.period.is_milestone
    return initiative.costs is None and not is_milestone


def _sums(portfolio: Portfolio, programme: Initiative, parts: Iterable[Initiative]) -> tuple[YearSum, ...]:
    counted = (programme, *parts)
    years = {year for each in counted for year in amount_years(portfolio, each)}
    sums = []
    for year in sorted(years):
        own = amount_in(portfolio, programme, year)
        of_parts = [amount_in(portfolio, part, year) for part in counted[1:]]
        sums += [
            YearSum(kind, year, own[place], sum(cost[place] for cost in of_parts))
            for place, kind in enumerate(_KINDS)
        ]
    return tuple(sorted((s for s in sums if s.total), key=lambda s: (s.kind, s.year)))
