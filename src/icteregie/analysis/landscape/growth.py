"""The growth path of a component to its target: who runs that product, who gets there when, and by what.

A member gets there in the year in which an initiative that asks, was advised or adopted, runs or is carried
over, and in which it takes part, adds the product, or else ends after having retired what the member runs
for the component, without adding another product for it. Years are inclusive: 31 December is that year.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.ambitions.bridges import carries
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.landscape.applications import (
    MemberApplication,
    folded_product,
    judged,
    retired_by,
    running,
)
from icteregie.analysis.landscape.moves import added_members, added_on
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Target
from icteregie.portfolio.portfolio import Portfolio

PATH_YEARS = 6

GrowthState: TypeAlias = Literal[
    "on-target", "comes", "undated", "elsewhere", "no-initiative", "nothing-runs", "not-judged"
]
"""``on-target``: it runs the product. ``comes``, ``undated``: an initiative brings it there, in a year that
is known or not. ``elsewhere``: an initiative brings it another product, and none the target.
``no-initiative``: it runs something else, and nothing brings it there. ``nothing-runs``: it runs nothing for
this component. ``not-judged``: its landscape isn't known."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An initiative that brings a member to the target, or elsewhere, and on which day, if that is known."""

    initiative: str
    day: date | None
    is_target: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGrowth:
    """Where one member is on the path; ``applications`` are the other products that it runs for it.

    ``arrival`` is the first of those that bring it there, or else elsewhere; ``others`` are the others.
    It ``is_late`` where it gets there after the last day of ``by``, or isn't there when that is over.
    """

    member: str
    state: GrowthState
    applications: tuple[MemberApplication, ...] = ()
    arrival: Arrival | None = None
    others: tuple[str, ...] = ()
    is_late: bool = False

    def is_there_in(self, year: int) -> bool:
        """Whether it runs the product by the end of a year, as is foreseen."""
        if self.state == "on-target":
            return True
        day = self.arrival.day if self.state == "comes" and self.arrival else None
        return day is not None and day.year <= year


@dataclass(frozen=True, slots=True)
class GrowthYear:
    """Who of the members of a year are on the target by its end, who come in it, and who aren't there.

    Each in their order; ``coming`` are also ``there``. Who isn't judged is in none of them.
    """

    year: int
    there: tuple[str, ...]
    coming: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GrowthPath:
    """The path of one component; ``members`` are all that are a member in one of its years."""

    component: str
    target: Target
    members: tuple[MemberGrowth, ...]
    years: tuple[GrowthYear, ...]

    def with_state(self, *states: GrowthState) -> tuple[MemberGrowth, ...]:
        """List the members in one of these states, in their order."""
        return tuple(each for each in self.members if each.state in states)

    def is_due_by(self, year: int) -> bool:
        """Whether all are to be there by the end of a year, or were to be there before."""
        return self.target.by.last <= date(year, 12, 31)

    @property
    def is_missed(self) -> bool:
        """Whether, as is foreseen, a member comes too late, or isn't there in the year in which it is due."""
        due = next((of for of in self.years if self.is_due_by(of.year)), None)
        return any(each.is_late for each in self.members) or bool(due and due.missing)


def growth_paths(portfolio: Portfolio, year: int, ahead: int = PATH_YEARS) -> tuple[GrowthPath, ...]:
    """Give the path of every component with a target, over as many years from a year on, in their order."""
    present = {each: portfolio.members_in(each) for each in range(year, year + ahead)}
    carrying = tuple(i for i in portfolio.initiatives.values() if carries(portfolio, i))
    in_use = running(portfolio)
    retired = {i.id: retired_by(portfolio, i, in_use) for i in carrying if i.retires}
    inputs = _PathInputs(portfolio, frozenset(judged(portfolio)), in_use, carrying, retired, year)
    members = [m for m in portfolio.partnership.members if any(m in of for of in present.values())]
    return tuple(
        _path(name, component.target, tuple(inputs.growths(name, component.target, members)), present)
        for name, component in portfolio.partnership.components.items()
        if component.target
    )


def _path(
    component: str, target: Target, growths: tuple[MemberGrowth, ...], present: Mapping[int, tuple[str, ...]]
) -> GrowthPath:
    def of(year: int) -> GrowthYear:
        known = [each for each in growths if each.member in present[year] and each.state != "not-judged"]
        there = tuple(each.member for each in known if each.is_there_in(year))
        came = {each.member for each in known if each.is_there_in(year - 1)}
        missing = (each.member for each in known if each.state != "nothing-runs" and each.member not in there)
        return GrowthYear(year, there, tuple(m for m in there if m not in came), tuple(missing))

    return GrowthPath(component, target, growths, tuple(of(year) for year in present))


@dataclass(frozen=True, slots=True)
class _PathInputs:
    """What every path is read from: what runs, of whom that is known, and what may bring a member there."""

    portfolio: Portfolio
    known: frozenset[str]
    running: tuple[MemberApplication, ...]
    carrying: tuple[Initiative, ...]
    retired: Mapping[str, tuple[MemberApplication, ...]]
    year: int

    def growths(self, component: str, target: Target, members: Iterable[str]) -> Iterator[MemberGrowth]:
        """Say of each member where it is on the way to the target of a component."""
        filling = [each for each in self.running if component in each.application.components]
        arrivals = sorted(
            self._arrivals(component, folded_product(target.product), filling),
            key=lambda pair: (not pair[1].is_target, pair[1].day or date.max, pair[1].initiative),
        )
        for member in members:
            own = tuple(each for each in filling if each.member == member)
            mine = tuple(arrival for who, arrival in arrivals if who == member)
            yield self._growth(member, target, own, mine)

    def _growth(
        self, member: str, target: Target, own: tuple[MemberApplication, ...], arrivals: tuple[Arrival, ...]
    ) -> MemberGrowth:
        others = tuple(each for each in own if not _is(each, target.product))
        first = arrivals[0] if arrivals else None
        if member not in self.known:
            return MemberGrowth(member=member, state="not-judged")
        if len(others) < len(own):
            return MemberGrowth(member=member, state="on-target", applications=others)
        state: GrowthState = "no-initiative" if own else "nothing-runs"
        if first is not None:
            state = "elsewhere" if not first.is_target else "comes" if first.day else "undated"
        # What has no day of its own is late once the day by which it is wanted is over.
        day = first.day if first and state == "comes" else None
        day = day or self.portfolio.day or date(self.year, 1, 1)
        rest = tuple(
            dict.fromkeys(a.initiative for a in arrivals[1:] if first and a.initiative != first.initiative)
        )
        is_late = state != "nothing-runs" and day > target.by.last
        return MemberGrowth(
            member=member, state=state, applications=others, arrival=first, others=rest, is_late=is_late
        )

    def _arrivals(
        self, component: str, product: str, filling: Iterable[MemberApplication]
    ) -> Iterator[tuple[str, Arrival]]:
        """Give, by member, what adds a product, and what retires another than the target without that."""
        ids = {each.id for each in filling if folded_product(each.application.product) != product}
        for initiative in self.carrying:
            settled: set[str] = set()
            for addition in initiative.adds:
                members = added_members(self.portfolio, initiative, addition)
                is_target = folded_product(addition.product) == product
                if component not in addition.components and (addition.components or not is_target):
                    continue
                settled.update(members)
                day = added_on(self.portfolio, initiative, addition)
                yield from ((member, Arrival(initiative.id, day, is_target)) for member in members)
            taking = set(self.portfolio.participants(initiative)) - settled
            yield from self._retirements(initiative, ids, taking)

    def _retirements(
        self, initiative: Initiative, ids: Collection[str], members: Collection[str]
    ) -> Iterator[tuple[str, Arrival]]:
        end = foreseen_span(self.portfolio, initiative).end if initiative.retires else None
        for each in self.retired.get(initiative.id, ()):
            if each.id in ids and each.member in members:
                yield each.member, Arrival(initiative.id, end)


def _is(each: MemberApplication, product: str) -> bool:
    return folded_product(each.application.product) == folded_product(product)
