"""The known name that was meant: the one that looks most like what was written.

Comparing letter by letter with every known name would take hours in a portfolio of
thousands. So names are found by the pairs of letters that they share, only the few that share
most are compared, and for one list of names at most so much work is done; after that nothing
is guessed. The work is counted and not timed, so that the same input gives the same guesses.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise

MOST_WORK = 4_000_000
"""Letters and pairs of letters looked at for one list of names: enough for thousands of guesses."""
MOST_COMPARED = 6
MOST_LETTERS = 80
MOST_LISTED = 12
MOST_KEPT = 1_000
"""Names that were asked for before are kept ready, up to this many."""


class Names:
    """Known names to look others up in; at least ``alike`` (0 to 1) must agree for a guess."""

    def __init__(self, known: Iterable[str], alike: float = 0.6, work: int = MOST_WORK) -> None:
        self._known = known
        self._alike = alike
        self._work = work
        self._closest: dict[tuple[str, str], str] = {}

    @cached_property
    def sorted(self) -> list[str]:
        """All known names."""
        return sorted(self._known)

    @cached_property
    def _sharing(self) -> dict[str, list[int]]:
        """Map each pair of letters to the positions of the names that have it."""
        sharing: dict[str, list[int]] = defaultdict(list)
        for position, name in enumerate(self.sorted):
            for pair in _pairs(name):
                sharing[pair].append(position)
        return sharing

    def first(self, but: str = "") -> tuple[str, ...]:
        """List a few of the valid names, as an example."""
        return tuple(name for name in self.sorted[: MOST_LISTED + 1] if name != but)[:MOST_LISTED]

    def closest(self, written: str, but: str = "") -> str:
        """Give the known name, other than ``but``, that looks most like what was written, or ""."""
        asked = written[:MOST_LETTERS], but
        if asked not in self._closest and self._work > 0:
            if len(self._closest) >= MOST_KEPT:
                self._closest.clear()
            self._closest[asked] = self._best(*asked)
        return self._closest.get(asked, "")

    def _best(self, written: str, but: str) -> str:
        close = [name for name in self._candidates(written) if name != but][:MOST_COMPARED]
        best = 0.0, ""
        for name in close:
            self._work -= len(written) * len(name)
            matcher = SequenceMatcher(None, name[:MOST_LETTERS], written)
            if matcher.quick_ratio() >= max(self._alike, best[0]):
                best = max(best, (matcher.ratio(), name))
        return best[1] if best[0] >= self._alike else ""

    def _candidates(self, written: str) -> list[str]:
        """Find the names that share the largest part of their pairs of letters."""
        shared: Counter[int] = Counter()
        pairs = _pairs(written)
        for pair in pairs:
            positions = self._sharing.get(pair, ())
            self._work -= len(positions)
            shared.update(positions)

        def share(entry: tuple[int, int]) -> tuple[float, int]:
            return -entry[1] / (len(pairs) + len(self.sorted[entry[0]])), entry[0]

        return [self.sorted[at] for at, _ in sorted(shared.items(), key=share)[: MOST_COMPARED + 1]]


def _pairs(name: str) -> dict[str, None]:
    return dict.fromkeys(first + second for first, second in pairwise(f" {name[:MOST_LETTERS]} "))


def guesses(written: str, known: Iterable[str]) -> str:
    """Give the known name that looks most like what was written, or ""."""
    names, by_folded = _folded_names(tuple(known))
    guess = names.closest(_folded(written))
    return by_folded[guess] if guess else ""


@lru_cache(maxsize=64)
def _folded_names(known: tuple[str, ...]) -> tuple[Names, dict[str, str]]:
    """Keep the names of one mapping ready; they are few, so looking them up needs no bound."""
    by_folded = {_folded(name): name for name in known}
    return Names(by_folded, 0.7, work=sys.maxsize), by_folded


def _folded(name: str) -> str:
    return name[:MOST_LETTERS].casefold().replace("_", "-")
