"""Two initiatives work on one component in the same period, and neither waits for the other."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush

from icteregie.analysis.dependencies.schedule import related_initiatives, topological_order
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.standing.standing import planned
from icteregie.analysis.undecided import twins_by_component
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule

MOST_NAMED = 24
"""Of more others that one meets at a component, the first are reported: thousands could meet thousands."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An initiative that works on a component: its position by start, its days, where it says so."""

    position: int
    initiative: Initiative
    start: date
    end: date
    index: int


def check(case: Case) -> Iterator[Finding]:
    """Report each two that meet at a component, at the one that starts last.

    Twins are reported as such, with the advice to make one plan of them: two that are twins on this
    component don't overlap on it.
    """
    touching: dict[str, list[Placed]] = defaultdict(list)
    started = sorted(_started(case), key=lambda entry: (entry[0], entry[2].id))
    for position, (start, end, initiative) in enumerate(started):
        for index, name in enumerate(dict.fromkeys(initiative.components)):
            touching[name].append(Placed(position, initiative, start, end, index))
    allowed = _allowed(case, [initiative for _, _, initiative in started])
    for name, group in sorted(touching.items()):
        yield from _overlaps(case, name, group, allowed)


def _started(case: Case) -> Iterator[tuple[date, date, Initiative]]:
    for initiative in case.ask(planned):
        span = foreseen_span(case.portfolio, initiative)
        if span.start is None or span.end is None or not initiative.components:
            continue
        if span.start <= span.end:  # a milestone takes no time
            yield span.start, span.end, initiative


def _allowed(case: Case, started: list[Initiative]) -> list[int]:
    """For each, by position, the bits of those that may overlap with it: linked, or an alternative."""
    ids = [initiative.id for initiative in started]
    waiting = related_initiatives(case.portfolio, case.ask(topological_order), ids)
    position = {name: at for at, name in enumerate(ids)}
    allowed = [waiting[name] for name in ids]
    for at, initiative in enumerate(started):
        for name in initiative.alternative_to:
            if (other := position.get(name)) is not None:
                allowed[at] |= 1 << other
                allowed[other] |= 1 << at
    return allowed


def _overlaps(case: Case, name: str, group: list[Placed], allowed: list[int]) -> Iterator[Finding]:
    """Go through a component by start; the bits of ``active`` are those that still work on it."""
    active, ends, by_position = 0, list[tuple[date, int]](), {p.position: p for p in group}
    twins = case.ask(twins_by_component).get(name, frozenset())
    positions = sum(1 << p.position for p in group if p.initiative.id in twins)
    for placed in group:
        while ends and ends[0][0] < placed.start:
            active ^= 1 << heappop(ends)[1]
        overlapping = active & ~allowed[placed.position]
        if placed.initiative.id in twins:
            overlapping &= ~positions
        active |= 1 << placed.position
        heappush(ends, (placed.end, placed.position))
        for position in _positions(overlapping):
            first = by_position[position].initiative
            yield Finding(
                case.portfolio.at(placed.initiative.id, "components", placed.index),
                {"id": placed.initiative.id, "other": first.id, "component": name},
                "",
                placed.initiative.agenda,
                (case.portfolio.at(first.id, "components"),),
            )


def _positions(bits: int) -> Iterator[int]:
    """Give the positions of the first bits that are set, from the lowest up."""
    for _ in range(MOST_NAMED):
        if not bits:
            return
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


RULE = Rule(
    "component-overlap",
    "conflicts",
    "warning",
    check,
    needs={
        "initiative": (
            "components",
            "depends_on",
            "alternative_to",
            "participants",
            "status",
            "agenda",
            *FORESEEN_END,
        )
    },
)
