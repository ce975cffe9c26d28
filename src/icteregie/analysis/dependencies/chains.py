"""The critical chain: the chain of dependencies with the least slack."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import count

from icteregie.analysis.dependencies.edges import Edge, edges, slack
from icteregie.analysis.dependencies.schedule import Slot, schedule
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

FIRST_DEPENDENT = 2
"""The position in a chain, from 1, of the first initiative that depends on another."""


@dataclass(frozen=True, slots=True)
class Link:
    """One initiative of a chain, its earliest first and last day, and the slack before it.

    ``slack`` is in days, by the periods requested; negative is too late. None for the first of
    the chain.
    """

    initiative: Initiative
    start: date
    end: date
    slack: int | None


def critical_chain(portfolio: Portfolio, among: tuple[str, ...]) -> tuple[Link, ...]:
    """Find the chain with the least slack that ends in one of ``among``; () when none has a dependency.

    Each initiative is followed back along the dependency with the least slack. The slack of a
    chain is the least sum of slacks from its start to any link: how many days the start can slip
    before that link does. Of equals, the chain with the most links, then the first by id.
    """
    slots = schedule(portfolio)
    tightest = _tightest(portfolio, slots)
    ratings = _chain_slacks(tightest, slots)
    waiting = [name for name in among if name in tightest]
    if not waiting:
        return ()
    last = min(waiting, key=lambda name: ratings[name].sort_key)
    return tuple(_link(portfolio, slots, tightest, name) for name in _chain_to(last, tightest))


@dataclass(frozen=True, slots=True)
class _ChainSlack:
    """A chain up to one link: the sum of slacks in days, the least such sum, and the number of links.

    ``rank`` orders chains of equal length by their ids, from the first link on.
    """

    total_slack: int
    least_slack: int
    links: int
    rank: int

    @property
    def sort_key(self) -> tuple[int, int, int]:
        return self.least_slack, -self.links, self.rank


def _chain_slacks(tightest: dict[str, tuple[int, Edge]], slots: dict[str, Slot]) -> dict[str, _ChainSlack]:
    """Calculate the slack of the chain to every initiative, level by level from the first links."""
    slacks: dict[str, _ChainSlack] = {}
    successors: dict[str, list[str]] = defaultdict(list)
    for name, (_, edge) in tightest.items():
        successors[edge.on.id].append(name)
    level = sorted(name for name in slots if name not in tightest)
    for links in count(1):
        if not level:
            return slacks
        for rank, name in enumerate(level):
            if links == 1:
                slacks[name] = _ChainSlack(0, 0, links, rank)
                continue
            slack_before, edge = tightest[name]
            predecessor = slacks[edge.on.id]
            total_slack = predecessor.total_slack + slack_before
            least_slack = (
                total_slack if links == FIRST_DEPENDENT else min(predecessor.least_slack, total_slack)
            )
            slacks[name] = _ChainSlack(total_slack, least_slack, links, rank)
        # The successors of the first of this level come before those of the second.
        level = [successor for name in level for successor in sorted(successors[name])]
    return slacks


def _tightest(portfolio: Portfolio, slots: dict[str, Slot]) -> dict[str, tuple[int, Edge]]:
    """Find for each initiative its live dependency with the least slack, and that slack in days."""
    tightest: dict[str, tuple[int, Edge]] = {}
    for edge in edges(portfolio):
        days = slack(edge)
        if days is None or edge.on.id not in slots or edge.dependent.id not in slots:
            continue
        current = tightest.get(edge.dependent.id)
        if current is None or days < current[0]:
            tightest[edge.dependent.id] = (days, edge)
    return tightest


def _chain_to(name: str, tightest: dict[str, tuple[int, Edge]]) -> tuple[str, ...]:
    path = [name]
    while path[-1] in tightest:
        path.append(tightest[path[-1]][1].on.id)
    return tuple(reversed(path))


def _link(
    portfolio: Portfolio, slots: dict[str, Slot], tightest: dict[str, tuple[int, Edge]], name: str
) -> Link:
    slot = slots[name]
    slack_before = tightest[name][0] if name in tightest else None
    return Link(portfolio.initiatives[name], slot.shown_start, slot.end, slack_before)
