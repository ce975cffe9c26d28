"""What an agenda adds to the landscape and retires from it, by year: applications and whole euros, net.

The euros of a year are those of all that came and went so far. Unknown euros are counted, and are never 0.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from icteregie.analysis.landscape.additions import shared_over
from icteregie.analysis.landscape.moves import Added, Retired, added_by, retired_once, retirements
from icteregie.analysis.landscape.supplier_names import supplier_key
from icteregie.analysis.standing.standing import on_agenda
from icteregie.portfolio.portfolio import Portfolio

YEARS_AHEAD = 6
MOST_OF_PRICE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """How many applications come and go, and what that costs and saves a year, in whole euros.

    ``cost_unknown`` and ``saved_unknown`` count the applications that come and go whose euros nobody gave,
    and which are therefore in no sum. ``suppliers`` are those that get any of what is saved.
    """

    added: int = 0
    retired: int = 0
    cost: int = 0
    booked: int = 0
    hoped_for: int = 0
    cost_unknown: int = 0
    saved_unknown: int = 0
    suppliers: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def is_price(self) -> bool:
        """Whether what is saved shows what one or two suppliers charge, which is a secret of a tender."""
        return 0 < len(self.suppliers) <= MOST_OF_PRICE

    @property
    def net(self) -> int:
        """By how many applications the landscape grows; below 0 it shrinks."""
        return self.added - self.retired

    @property
    def saved(self) -> int:
        """What is saved a year, booked on a budget or hoped for."""
        return self.booked + self.hoped_for

    @property
    def net_cost(self) -> int:
        """What is added less what is saved a year; below 0 it is a saving."""
        return self.cost - self.saved


@dataclass(frozen=True, slots=True)
class YearAmounts:
    """What comes and goes in a year, and what is paid and saved in it of all that came and went so far."""

    year: int
    together: Amounts
    members: dict[str, Amounts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that the agenda of a year adds and retires, by year, and once all of it is done.

    ``since`` is the year from which on all of it is paid and saved; None where something has no date, or
    where nothing changes. ``undated`` counts the applications that come or go nobody knows when, and
    ``outside`` those that do so in another year than those of ``years``; both are in ``total``.
    """

    year: int
    retired: tuple[Retired, ...]
    added: tuple[Added, ...]
    years: tuple[YearAmounts, ...]
    total: Amounts
    members: dict[str, Amounts]
    since: int | None
    undated: int
    outside: int


def changes(portfolio: Portfolio, year: int, ahead: int = YEARS_AHEAD) -> Changes:
    """Say what the agenda of a year adds and retires, in that year and the years ahead."""
    listed = on_agenda(portfolio, year)
    lost = retirements(portfolio, listed)
    retired = tuple(retired_once(portfolio, lost, year))
    added = tuple(added_by(portfolio, listed, lost, year))
    moves = [*((r.year, 1) for r in retired), *((a.year, len(a.members)) for a in added)]
    since = [*(each.since for each in retired), *(each.since for each in added)]
    last = max((first for first in since if first is not None), default=year)
    years = range(year, year + ahead + 1)
    undated = sum(count for when, count in moves if when is None)
    together, members = _amounts(portfolio, retired, added, None, last)
    return Changes(
        year,
        retired,
        added,
        tuple(YearAmounts(each, *_amounts(portfolio, retired, added, each, each)) for each in years),
        together,
        members,
        last if moves and None not in since else None,
        undated,
        sum(count for when, count in moves if when is not None and when not in years),
    )


def _amounts(
    portfolio: Portfolio, retired: Iterable[Retired], added: Iterable[Added], when: int | None, level: int
) -> tuple[Amounts, dict[str, Amounts]]:
    """Count what comes and goes in a year, or ever, with what the year of ``level`` pays and saves."""
    present = portfolio.members_in(level)
    sums: dict[str, Counter[str]] = {member: Counter() for member in portfolio.partnership.members}
    for each in retired:
        for name, amount in _of_retired(each, when, level if each.member in present else None):
            sums[each.member][name] += amount
    for coming in added:
        for member, name, amount in _of_added(portfolio, coming, when, level):
            sums[member][name] += amount
    names = {member: _suppliers(retired, member, when, level) for member in present}
    together = sum(sums.values(), Counter[str]())
    return Amounts(**together, suppliers=frozenset[str]().union(*names.values())), {
        member: Amounts(**of, suppliers=names.get(member, frozenset())) for member, of in sums.items()
    }


def _suppliers(retired: Iterable[Retired], member: str, when: int | None, level: int) -> frozenset[str]:
    """Name who get any of what a member saves in a year."""
    own = (each for each in retired if each.member == member and _counts(each.since, when, level))
    return frozenset(supplier_key(each.application) for each in own if each.yearly)


def _of_retired(each: Retired, when: int | None, level: int | None) -> Iterator[tuple[str, int]]:
    if when in (None, each.year):
        yield "retired", 1
    if level is None or not _counts(each.since, when, level):
        return
    if each.yearly is None:
        yield "saved_unknown", 1
    else:
        yield "booked" if each.is_booked else "hoped_for", each.yearly


def _of_added(
    portfolio: Portfolio, each: Added, when: int | None, level: int
) -> Iterator[tuple[str, str, int]]:
    """Count an application for each member; who pays shares the cost by the key of the initiative."""
    if when in (None, each.year):
        yield from ((member, "added", 1) for member in each.members)
    paying = tuple(m for m in each.paying if m in portfolio.members_in(level))
    if not paying or not _counts(each.since, when, level):
        return
    if each.yearly is None:
        yield from ((member, "cost_unknown", 1) for member in paying)
        return
    initiative = portfolio.initiatives[each.initiative]
    for member, amount in shared_over(portfolio, initiative, each.yearly, paying).items():
        yield member, "cost", amount


def _counts(since: int | None, when: int | None, level: int) -> bool:
    """Whether a year pays or saves it; what has no date only does once all is done."""
    return when is None if since is None else since <= level
