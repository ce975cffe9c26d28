"""Who waits for whom, also through others, for all initiatives at once.

Walking from every initiative again would take hours in a chain of thousands. One pass in the
order of dependencies gathers the same, as whole numbers of which every bit stands for an
initiative: joining two sets of thousands is then one operation.
"""

from collections import defaultdict
from collections.abc import Sequence

from icteregie.portfolio.portfolio import Portfolio


def bound(portfolio: Portfolio, in_order: Sequence[str] | None, ids: Sequence[str]) -> dict[str, int]:
    """For each initiative, who of ``ids`` it waits for or who wait for it; bit n is ids[n].

    ``in_order`` has all initiatives, each after what it waits for; None when there are circles.
    """
    bit = {name: 1 << position for position, name in enumerate(ids)}
    tangles = _tangles(portfolio, in_order)
    waits = {name: portfolio.initiatives[name].depends_on for tangle in tangles for name in tangle}
    before: dict[str, int] = {}
    after: dict[str, int] = defaultdict(int)
    for tangle in tangles:
        reached = 0
        for name in tangle:
            for link in waits[name]:
                reached |= before.get(link.on, 0) | bit.get(link.on, 0)
        before |= dict.fromkeys(tangle, reached)
    for tangle in reversed(tangles):
        reached = 0
        for name in tangle:
            reached |= after[name]
        inside = set(tangle)
        if len(tangle) > 1:
            # Of a circle, each waits for all others, and so for what waits for any of them.
            reached |= before[tangle[0]] & _all(bit, tangle)
            after |= dict.fromkeys(tangle, reached)
        for name in tangle:
            for on in {link.on for link in waits[name]} - inside:
                after[on] |= reached | bit.get(name, 0)
    return {name: (before.get(name, 0) | after[name]) & ~bit[name] for name in ids}


def _all(bit: dict[str, int], names: Sequence[str]) -> int:
    whole = 0
    for name in names:
        whole |= bit.get(name, 0)
    return whole


def _tangles(portfolio: Portfolio, in_order: Sequence[str] | None) -> list[tuple[str, ...]]:
    """List who wait for each other, mostly one by one, each group after what it waits for."""
    if in_order is not None:
        return [(name,) for name in in_order]
    # networkx is slow to load, and a sound portfolio never needs it.
    from icteregie.analysis.dependencies.circles import tangles  # noqa: PLC0415

    return tangles(portfolio)
