"""What an agenda adds to the landscape and retires from it, by year: applications and whole euros, net.

The euros of a year are those of all that came and went so far. Unknown euros are counted, and are never 0.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from icteregie.analysis.landscape.amounts import Amounts, YearAmounts
from icteregie.analysis.landscape.disclosure import Disclosure, Prices, prices_of
from icteregie.analysis.landscape.moves import (
    Added,
    Retired,
    added_by,
    retired_once,
    retirements,
    shared_over,
)
from icteregie.analysis.standing.standing import on_agenda
from icteregie.portfolio.portfolio import Portfolio

YEARS_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Changes:
    """All that the agenda of a year adds and retires, by year, and once all of it is done.

    ``since`` is the year from which on all of it is paid and saved; None where something has no date, or
    where nothing changes. ``undated`` counts the applications that come or go nobody knows when, and
    ``outside`` those that do so in another year than those of ``years``; both are in ``total``.
    ``shown`` are the applications of each sum of savings that leaves git.
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
    shown: tuple[Prices, ...]

    @property
    def is_kept(self) -> bool:
        """Whether what is saved in all stays in git."""
        return self.total.is_kept


def changes(portfolio: Portfolio, year: int, ahead: int = YEARS_AHEAD) -> Changes:
    """Say what the agenda of a year adds and retires, in that year and the years ahead."""
    listed = on_agenda(portfolio, year)
    lost = retirements(portfolio, listed)
    retired = tuple(retired_once(portfolio, lost, year))
    added = tuple(added_by(portfolio, listed, lost, year))
    firsts = [*(each.since for each in retired), *(each.since for each in added)]
    last = max((first for first in firsts if first is not None), default=year)
    years = range(year, year + ahead + 1)
    since, undated, outside = _when(retired, added, years)
    total, members = _amounts(portfolio, retired, added, None, last)
    rows = {each: _amounts(portfolio, retired, added, each, each) for each in years}
    disclosure = Disclosure()
    total, *together = _judged(disclosure, (total, *(rows[each][0] for each in reversed(years))))
    members = dict(zip(members, _judged(disclosure, members.values()), strict=True))
    return Changes(
        year,
        retired,
        added,
        tuple(
            YearAmounts(each, own, {name: _all_kept(of) for name, of in rows[each][1].items()})
            for each, own in zip(years, reversed(together), strict=True)
        ),
        total,
        members,
        since,
        undated,
        outside,
        tuple(disclosure.shown),
    )


def of_member(every: Changes, member: str) -> Changes:
    """Leave of what an agenda changes what one member retires, gets or pays for; all amounts stay."""
    retired = tuple(each for each in every.retired if each.member == member)
    added = tuple(
        replace(each, members=(member,) if member in each.members else ())
        for each in every.added
        if member in (*each.members, *each.paying)
    )
    since, undated, outside = _when(retired, added, [each.year for each in every.years])
    return replace(every, retired=retired, added=added, since=since, undated=undated, outside=outside)


def _when(
    retired: Iterable[Retired], added: Iterable[Added], years: Container[int]
) -> tuple[int | None, int, int]:
    """Give the year from which on all of it counts, and how many have no date, or fall outside years."""
    moves = [*((r.year, 1) for r in retired), *((a.year, len(a.members)) for a in added)]
    since = [*(each.since for each in retired), *(each.since for each in added)]
    known = [first for first in since if first is not None]
    return (
        max(known) if known and len(known) == len(since) else None,
        sum(count for when, count in moves if when is None),
        sum(count for when, count in moves if when is not None and when not in years),
    )


def _judged(disclosure: Disclosure, levels: Iterable[Amounts]) -> list[Amounts]:
    """Keep of amounts, in their order, what would show a price: first of what is saved, then of its parts."""
    every = list(levels)
    kept = [set[str]() for _ in every]
    for names in (("saved",), ("booked", "hoped_for")):
        for level, own in zip(every, kept, strict=True):
            own.update(name for name in names if not disclosure.admits(level.prices[name]))
    return [replace(level, kept=frozenset(own)) for level, own in zip(every, kept, strict=True)]


def _all_kept(amounts: Amounts) -> Amounts:
    return replace(amounts, kept=frozenset(name for name, prices in amounts.prices.items() if prices))


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
    together = sum(sums.values(), Counter[str]())
    prices = {member: _prices(retired, member, when, level) for member in present}
    none = frozenset[tuple[str, str]]()
    booked, hoped = (none.union(*(own[place] for own in prices.values())) for place in (0, 1))
    members = {name: _counted(of, prices.get(name, (none, none))) for name, of in sums.items()}
    return _counted(together, (booked, hoped)), members


def _counted(of: Counter[str], prices: tuple[Prices, Prices]) -> Amounts:
    return Amounts(
        added=of["added"],
        retired=of["retired"],
        cost=of["cost"],
        booked=of["booked"],
        hoped_for=of["hoped_for"],
        cost_unknown=of["cost_unknown"],
        saved_unknown=of["saved_unknown"],
        booked_prices=prices[0],
        hoped_prices=prices[1],
    )


def _prices(retired: Iterable[Retired], member: str, when: int | None, level: int) -> tuple[Prices, Prices]:
    """Give what a member no longer pays for: what is booked, and what is hoped for."""
    own = [each for each in retired if each.member == member and _counts(each.since, when, level)]
    booked, hoped = (
        prices_of(each.application for each in own if each.is_booked == is_booked)
        for is_booked in (True, False)
    )
    return booked, hoped


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
