"""What can come out of choices that hang together: which initiatives stay, and in which order.

An outcome keeps no two alternatives. Who came in time stays off only because an alternative or a
declared conflict of it stays on: rejecting both of two alternatives is a rejection, not a way out. Who
came late may always stay off. Who was decided on stays.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from icteregie.diagnostics.ceilings import MOST_COMBINATIONS

Outcome = Mapping[str, str]
"""Who stay, by id, with the id of the one after which they begin; "" where they begin as asked."""

STEPS = 32 * MOST_COMBINATIONS


@dataclass(frozen=True)
class Web:
    """Initiatives that hang together by choices, each neighbour under both.

    ``moves`` has, by id, after whom it may begin. ``late`` may always stay off, ``settled`` never.
    """

    names: tuple[str, ...]
    alternatives: Mapping[str, Collection[str]]
    conflicts: Mapping[str, Collection[str]] = field(default_factory=dict)
    moves: Mapping[str, Collection[str]] = field(default_factory=dict)
    late: Collection[str] = ()
    settled: Collection[str] = ()

    def outcomes(self) -> tuple[Outcome, ...] | None:
        """List all outcomes, each once; None where there are more than can be listed."""
        listed: list[Outcome] = []
        for kept in self._kept_sets():
            if kept is None:
                return None
            for outcome in self._moved(kept):
                listed.append(outcome)
                if len(listed) > MOST_COMBINATIONS:
                    return None
        return tuple(listed)

    def _kept_sets(self) -> Iterator[frozenset[str] | None]:
        """Go through the sets that can stay; None when that takes too many steps."""
        order = sorted(self.names, key=lambda n: (-len(self._neighbours(n)), n))
        steps, stack = 0, [(0, frozenset[str](), frozenset[str]())]
        while stack:
            steps += 1
            if steps > STEPS:
                yield None
                return
            index, kept, off = stack.pop()
            if index == len(order):
                yield kept
                continue
            name = order[index]
            if name not in self.settled and self._may_stay_off(name, off):
                stack.append((index + 1, kept, off | {name}))
            if kept.isdisjoint(self.alternatives.get(name, ())):
                stack.append((index + 1, kept | {name}, off))

    def _neighbours(self, name: str) -> frozenset[str]:
        return frozenset(self.alternatives.get(name, ())) | frozenset(self.conflicts.get(name, ()))

    def _may_stay_off(self, name: str, off: frozenset[str]) -> bool:
        """Whether somebody can still stay because of whom this one, and those before it, stay off."""
        after = off | {name}
        return all(
            other in self.late or not self._neighbours(other) <= after
            for other in {name, *(self._neighbours(name) & off)}
        )

    def _moved(self, kept: frozenset[str]) -> Iterator[Outcome]:
        """Give the same set as asked, and with each that may begin after another that stays as asked."""
        names = sorted(kept)
        starts = [("", *sorted(kept.intersection(self.moves.get(name, ())))) for name in names]
        for after in product(*starts):
            outcome = dict(zip(names, after, strict=True))
            if not any(first and outcome[first] for first in after):
                yield outcome
