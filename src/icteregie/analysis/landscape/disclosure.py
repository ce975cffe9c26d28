"""Which sums of prices leave git: those from which nobody can work out what one or two suppliers get.

A sum is a set of applications, each with who gets its price. Whoever reads several sums can subtract them
from each other, so that each is judged together with those that are shown already.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import TypeAlias

from icteregie.analysis.landscape.applications import MemberApplication, supplier_key
from icteregie.analysis.landscape.sums import FEWEST_SUPPLIERS

Prices: TypeAlias = frozenset[tuple[str, str]]
"""Applications that cost something, each with who gets it."""
_Row: TypeAlias = dict[tuple[str, str], int]
_PRIME = 2**61 - 1
"""Rows are calculated modulo a prime: exact, and at worst a sum is kept that could have been shown."""


def prices_of(applications: Iterable[MemberApplication]) -> Prices:
    """Give what is in a sum of the costs of applications."""
    return frozenset((each.id, supplier_key(each)) for each in applications if each.application.yearly)


def is_open(prices: Prices) -> bool:
    """Whether a sum of these shows nobody's price: of two suppliers, each could work out the other's."""
    return len({supplier for _, supplier in prices}) not in range(1, FEWEST_SUPPLIERS)


def is_apart(prices: Prices, shown: Iterable[Prices]) -> bool:
    """Whether a sum shows nobody's price, nor does its difference with one that is shown."""
    return is_open(prices) and all(is_open(prices ^ other) for other in shown)


class Disclosure:
    """The sums that are shown. No sum or difference of any number of them is of one or two suppliers."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self.shown: list[Prices] = []
        self._rows: list[tuple[tuple[str, str], _Row]] = []

    def admits(self, prices: Prices) -> bool:
        """Whether this sum can be shown too; if so, it counts as shown from now on."""
        if not is_apart(prices, self.shown):
            return False
        rows = _with(self._rows, dict.fromkeys(sorted(prices), 1))
        if len(rows) > len(self._rows) and _shows_price(rows):
            return False
        self._rows = rows
        self.shown.append(prices)
        return True


def _with(rows: list[tuple[tuple[str, str], _Row]], row: _Row) -> list[tuple[tuple[str, str], _Row]]:
    """Add a row to rows in reduced echelon form, each with its pivot; what follows from them adds nothing."""
    for pivot, other in rows:
        row = _less(row, other, pivot)
    if not row:
        return rows
    first = min(row)
    unit = pow(row[first], -1, _PRIME)
    row = {key: value * unit % _PRIME for key, value in row.items()}
    return [*((pivot, _less(other, row, first)) for pivot, other in rows), (first, row)]


def _less(row: _Row, other: _Row, pivot: tuple[str, str]) -> _Row:
    """Take another row so many times from a row that nothing is left at its pivot."""
    times = row.get(pivot, 0)
    if not times:
        return row
    left = {key: (row.get(key, 0) - times * other.get(key, 0)) % _PRIME for key in {**row, **other}}
    return {key: value for key, value in left.items() if value}


def _shows_price(rows: Collection[tuple[tuple[str, str], _Row]]) -> bool:
    """Whether some combination of rows is of so few suppliers.

    Such a combination has no part of a row whose pivot is of another supplier: nothing else could undo that.
    """
    of: dict[str, list[_Row]] = {}
    for (_, supplier), row in rows:
        of.setdefault(supplier, []).append(row)
    if any(len({supplier for _, supplier in row}) < FEWEST_SUPPLIERS for _, row in rows):
        return True
    pairs = {*combinations(sorted(of), 2), *_pairs_of_one(of)}
    return any(_depends(pair, [row for name in pair for row in of.get(name, ())]) for pair in sorted(pairs))


def _pairs_of_one(of: Mapping[str, list[_Row]]) -> Iterable[tuple[str, str]]:
    """Pair a supplier that has several pivots with every other one that its rows name."""
    for name, rows in of.items():
        if len(rows) > 1:
            yield from ((name, other) for row in rows for _, other in row if other not in of)


def _depends(pair: tuple[str, str], rows: Iterable[_Row]) -> bool:
    """Whether rows without the applications of a pair of suppliers can undo each other."""
    apart: list[tuple[tuple[str, str], _Row]] = []
    for row in rows:
        more = _with(apart, {key: value for key, value in row.items() if key[1] not in pair})
        if len(more) == len(apart):
            return True
        apart = more
    return False
