"""Gives arrows between two layers a line down each, so that they cross no more than they must."""

from collections.abc import Sequence
from dataclasses import dataclass

_TOO_NEAR = 6
_OVERLAP = 1_000


@dataclass(frozen=True, slots=True)
class Net:
    """All arrows from one place on the left: its height, and the heights on the right where they end."""

    start: int
    ends: tuple[int, ...]

    @property
    def top(self) -> int:
        """The highest of its heights."""
        return min(self.start, *self.ends)

    @property
    def bottom(self) -> int:
        """The lowest of its heights."""
        return max(self.start, *self.ends)

    @property
    def is_straight(self) -> bool:
        """Whether it needs no line down."""
        return self.top == self.bottom


def tracks(nets: Sequence[Net]) -> list[int]:
    """Give each line down a number from the left; nets that never meet in height may share one.

    What is straight has number 0 and takes no room.
    """
    bent = [number for number, net in enumerate(nets) if not net.is_straight]
    costs = _costs(nets, bent)
    numbers = [0] * len(nets)
    for number in _sequence(bent, costs):
        numbers[number] = max((numbers[left] + 1 for left in costs[number] if numbers[left]), default=1)
    return numbers


def _costs(nets: Sequence[Net], bent: Sequence[int]) -> dict[int, dict[int, int]]:
    """Give for each net those that meet it in height, with what it costs to stand left of them."""
    costs: dict[int, dict[int, int]] = {number: {} for number in bent}
    by_top = sorted(bent, key=lambda number: nets[number].top)
    for at, first in enumerate(by_top):
        for second in by_top[at + 1 :]:
            if nets[second].top > nets[first].bottom + _TOO_NEAR:
                break
            costs[first][second] = _cost(nets[first], nets[second])
            costs[second][first] = _cost(nets[second], nets[first])
    return costs


def _cost(left: Net, right: Net) -> int:
    """Count the crossings of two nets when one stands left of the other; an overlap costs far more."""
    cost = sum(right.top < end < right.bottom for end in left.ends)
    cost += left.top < right.start < left.bottom
    return cost + _OVERLAP * sum(abs(end - right.start) < _TOO_NEAR for end in left.ends)


def _sequence(bent: Sequence[int], costs: dict[int, dict[int, int]]) -> list[int]:
    """Order nets from left to right: each time the one that loses least by standing left of what remains."""
    loss = {
        number: sum(max(0, cost - costs[other][number]) for other, cost in costs[number].items())
        for number in bent
    }
    order: list[int] = []
    remaining = dict.fromkeys(bent)
    while remaining:
        number = min(remaining, key=lambda each: (loss[each], each))
        del remaining[number]
        order.append(number)
        for other, cost in costs[number].items():
            loss[other] -= max(0, costs[other][number] - cost)
    return order
