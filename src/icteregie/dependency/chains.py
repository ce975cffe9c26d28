"""The critical chain: what waits for what, where there is the least room to slip."""

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from icteregie.dependency.edges import Edge, edges, slack
from icteregie.dependency.schedule import Slot, schedule
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Link:
    """One initiative of a chain, its earliest slot, and the days to spare before it.

    ``slack`` counts, by the periods asked for, from the day that what it waits for is ready
    to the day it counts on that; negative is too late. None for the first of the chain.
    """

    initiative: Initiative
    start: date
    end: date
    slack: int | None


def critical_chain(portfolio: Portfolio, among: tuple[str, ...]) -> tuple[Link, ...]:
    """Find the chain with the least room that ends in one of these; () when none waits.

    Each initiative is followed back along the dependency with the least slack. The room of
    a chain is the least sum of slacks from its start to any link: how far the start can
    slip before that link does. Of equals, the chain with the most links, then the first by id.
    """
    slots = schedule(portfolio)
    tightest = _tightest(portfolio, slots)
    chains = [_back(name, tightest) for name in among if name in slots]
    chains = [chain for chain in chains if len(chain) > 1]
    if not chains:
        return ()

    def room(chain: tuple[str, ...]) -> tuple[object, ...]:
        return min(accumulate(tightest[name][0] for name in chain[1:])), -len(chain), chain

    return tuple(_link(portfolio, slots, tightest, name) for name in min(chains, key=room))


def _tightest(portfolio: Portfolio, slots: dict[str, Slot]) -> dict[str, tuple[int, Edge]]:
    """For each initiative, the live dependency with the least slack, and that slack in days."""
    tightest: dict[str, tuple[int, Edge]] = {}
    for edge in edges(portfolio):
        spare = slack(edge)
        if spare is None or edge.on.id not in slots or edge.dependent.id not in slots:
            continue
        held = tightest.get(edge.dependent.id)
        if held is None or spare < held[0]:
            tightest[edge.dependent.id] = (spare, edge)
    return tightest


def _back(name: str, tightest: dict[str, tuple[int, Edge]]) -> tuple[str, ...]:
    path = [name]
    while path[-1] in tightest:
        path.append(tightest[path[-1]][1].on.id)
    return tuple(reversed(path))


def _link(
    portfolio: Portfolio, slots: dict[str, Slot], tightest: dict[str, tuple[int, Edge]], name: str
) -> Link:
    slot = slots[name]
    spare = tightest[name][0] if name in tightest else None
    return Link(portfolio.initiatives[name], slot.start, slot.end, spare)
