"""The critical chain: what waits for what, where there is the least room to slip."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import count

from icteregie.analysis.dependencies.edges import Edge, edges, slack
from icteregie.analysis.dependencies.schedule import Slot, schedule
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

FIRST_WAITING = 2
"""The place in a chain of the first that waits."""


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
    measured = _measured(tightest, slots)
    waiting = [name for name in among if name in tightest]
    if not waiting:
        return ()
    last = min(waiting, key=lambda name: measured[name].weight)
    return tuple(_link(portfolio, slots, tightest, name) for name in _back(last, tightest))


@dataclass(frozen=True, slots=True)
class _Measure:
    """A chain up to its last link: the slacks added, the least sum so far, and how many links.

    ``rank`` puts chains of as many links in the order of their ids, from the first link on.
    """

    spare: int
    room: int
    links: int
    rank: int

    @property
    def weight(self) -> tuple[int, int, int]:
        return self.room, -self.links, self.rank


def _measured(tightest: dict[str, tuple[int, Edge]], slots: dict[str, Slot]) -> dict[str, _Measure]:
    """Measure the chain to every initiative from that to the one before it, first links first."""
    measured: dict[str, _Measure] = {}
    following: dict[str, list[str]] = defaultdict(list)
    for name, (_, edge) in tightest.items():
        following[edge.on.id].append(name)
    level = sorted(name for name in slots if name not in tightest)
    for links in count(1):
        if not level:
            return measured
        for rank, name in enumerate(level):
            if links == 1:
                measured[name] = _Measure(0, 0, links, rank)
                continue
            slack_before, edge = tightest[name]
            before = measured[edge.on.id]
            spare = before.spare + slack_before
            room = spare if links == FIRST_WAITING else min(before.room, spare)
            measured[name] = _Measure(spare, room, links, rank)
        # Who wait for the first of this level come before who wait for the second.
        level = [name for held in level for name in sorted(following[held])]
    return measured


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
