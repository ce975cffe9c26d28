"""An order along the arrows of a drawing, so that a line without a direction can follow them."""

from collections import deque
from collections.abc import Collection, Iterable
from heapq import heapify, heappop, heappush

from icteregie.portfolio.scalars import natural


def drawing_order(names: Collection[str], arrows: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Place initiatives in an order in which each comes after its predecessors, by id where either may.

    No order does for a circle: then the first by id that is left goes first.
    """
    before: dict[str, set[str]] = {name: set() for name in names}
    after: dict[str, set[str]] = {name: set() for name in names}
    for first, then in arrows:
        before[then].add(first)
        after[first].add(then)
    ready = [natural(name) for name in before if not before[name]]
    heapify(ready)
    remaining = deque(sorted(before, key=natural))
    order: dict[str, int] = {}
    while len(order) < len(before):
        name = heappop(ready)[1] if ready else remaining.popleft()
        if name in order:
            continue
        order[name] = len(order)
        for other in after[name]:
            before[other].discard(name)
            if not before[other] and other not in order:
                heappush(ready, natural(other))
    return order
