"""Where a team is asked for more hours than it has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from icteregie.reports.agenda.planning import TeamLoad


@dataclass(frozen=True, slots=True)
class Overload:
    """One team in one quarter, 1 to 4: the hours asked, and fewer that there are."""

    team: str
    quarter: int
    asked: int
    capacity: int


def overloads(loads: Iterable[TeamLoad]) -> Iterator[Overload]:
    """List the quarters in which more is asked than there is, by team."""
    for load in loads:
        for quarter, asked in enumerate(load.asked):
            if load.capacity is not None and load.is_over(quarter):
                yield Overload(load.name, quarter + 1, asked, load.capacity)
