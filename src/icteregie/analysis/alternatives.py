"""Which initiatives are alternatives between which somebody still has to choose."""

from collections.abc import Collection
from typing import TypeAlias

from icteregie.analysis.standing.standing import planned
from icteregie.portfolio.portfolio import Portfolio

Pair: TypeAlias = frozenset[str]


def open_alternatives(portfolio: Portfolio, undecided: Collection[str]) -> frozenset[Pair]:
    """Pair those on an agenda of which only one is needed and of which one is among ``undecided``, by id."""
    on_agenda = {initiative.id: initiative for initiative in planned(portfolio)}
    return frozenset(
        frozenset((initiative.id, other))
        for initiative in on_agenda.values()
        for other in initiative.alternative_to
        if other != initiative.id
        and other in on_agenda
        and (initiative.id in undecided or other in undecided)
    )
