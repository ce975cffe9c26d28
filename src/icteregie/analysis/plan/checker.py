"""Reckons a plan again from the files, by another way than it was made: what of it doesn't hold.

It knows no columns, no rows and no solver: only who is on, when each starts, and who takes part.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.dependencies.edges import earliest_date
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.plan.candidates import candidates, fixed, has_marks, is_cost_unknown
from icteregie.analysis.plan.capacity import capacity, horizon
from icteregie.analysis.plan.checker_pairs import pairs_apart
from icteregie.analysis.plan.checker_shares import by_member, member_shares, short_of_floor
from icteregie.analysis.plan.checker_start import every_start, is_late, start_faults
from icteregie.analysis.plan.columns import Asked, asked
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.musts import must_by_itself
from icteregie.analysis.plan.problem import Limit, Plan
from icteregie.analysis.plan.quarters import Quarter, quarter_of, quarters_of
from icteregie.analysis.standing.statuses import is_done
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

Fault: TypeAlias = Literal[
    "unknown",
    "twice",
    "cannot-move",
    "outside-window",
    "outside-horizon",
    "not-before",
    "late",
    "members",
    "pinned-out",
    "wont",
    "no-marks",
    "no-costs",
    "lacks",
    "waits-for",
    "too-early",
    "together",
    "pinned-in",
    "floor",
    "value",
    "cost",
]


@dataclass(frozen=True, slots=True)
class Entry:
    """One initiative of a plan: in which quarter it starts and who takes part."""

    id: str
    start: Quarter
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that doesn't hold: of an initiative, with another one, or of a limit by so much."""

    fault: Fault
    id: str = ""
    other: str = ""
    limit: Limit | None = None
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a plan is worth and costs, as reckoned again, and what is wrong with it."""

    value: int
    cost: int
    wrong: tuple[Wrong, ...]
    used: Mapping[Limit, int]


def reckon(portfolio: Portfolio, year: int, constraints: Constraints, plan: tuple[Entry, ...]) -> Reckoned:
    """Reckon a plan again: its value, its cost, and everything in it that can't be."""
    return Reckoning(portfolio, year, constraints, plan).done()


class Reckoning:
    """What is reckoned from the files for one plan."""

    def __init__(
        self, portfolio: Portfolio, year: int, constraints: Constraints, plan: tuple[Entry, ...]
    ) -> None:
        self.portfolio, self.year, self.constraints = portfolio, year, constraints
        self.years = horizon(portfolio, year)
        self.candidates = {initiative.id: initiative for initiative in candidates(portfolio, year)}
        self.fixed = {initiative.id: initiative for initiative in fixed(portfolio)}
        self.unknown = tuple(entry for entry in plan if entry.id not in self.candidates)
        self.twice = sorted(name for name, count in Counter(entry.id for entry in plan).items() if count > 1)
        self.plan = {entry.id: entry for entry in plan if entry.id in self.candidates}
        self.capacity = capacity(portfolio, year, constraints)
        self.days = {name: self.days_of(entry) for name, entry in self.plan.items()}

    def done(self) -> Reckoned:
        """Reckon all of it."""
        used = self.used()
        wrong = (
            *(Wrong("unknown", entry.id) for entry in self.unknown),
            *(Wrong("twice", name) for name in self.twice),
            *(each for entry in self.plan.values() for each in self.of(entry)),
            *self._together(),
            *self.lacks(used),
            *(
                Wrong("pinned-in", name)
                for name, pin in self.constraints.pins.items()
                if pin.is_in and name not in self.plan and not self._is_there(name)
            ),
        )
        cost = sum(amount for limit, amount in used.items() if limit.what in ("one-off", "recurring"))
        worth = by_member(self.portfolio, self.year, [(e.id, e.start, e.members) for e in self.plan.values()])
        short = short_of_floor(self.portfolio, self.year, self.constraints.floor, worth)
        below = (Wrong("floor", other=member, amount=amount) for member, amount in short)
        return Reckoned(sum(worth.values()), cost, (*wrong, *below), used)

    def days_of(self, entry: Entry) -> Asked:
        """Give the days on which it runs."""
        days = asked(self.candidates[entry.id], self.year)
        return days.after(entry.start - days.start)

    def of(self, entry: Entry) -> Iterator[Wrong]:
        """Check one initiative by itself, and against what it waits for."""
        initiative, days, pin = self.candidates[entry.id], self.days[entry.id], self.constraints.pin(entry.id)
        yield from (
            Wrong(fault, entry.id) for fault in start_faults(initiative, days, self.year, self.years, pin)
        )
        if is_late(initiative, days, self._starts(initiative)):
            yield Wrong("late", entry.id)
        if pin.is_in is False:
            yield Wrong("pinned-out", entry.id)
        if initiative.priority == "wont":
            yield Wrong("wont", entry.id)
        if not pin.is_in and must_by_itself(initiative, self.year) is None:
            if not has_marks(initiative):
                yield Wrong("no-marks", entry.id)
            if is_cost_unknown(initiative):
                yield Wrong("no-costs", entry.id)
        if not self._may_take_part(initiative, entry.members):
            yield Wrong("members", entry.id)
        yield from self.waits(initiative, days)

    def _starts(self, initiative: Initiative) -> Iterator[Asked]:
        """List the days on which it may run, beside what is fixed."""
        for days in every_start(initiative, self.year, self.years, self.constraints.pin(initiative.id)):
            waits = self.waits(initiative, days)
            if not any(each.fault == "too-early" and each.other in self.fixed for each in waits):
                yield days

    def _is_there(self, name: str) -> bool:
        known = self.portfolio.initiatives.get(name)
        return name in self.fixed or (known is not None and is_done(known))

    def _may_take_part(self, initiative: Initiative, members: tuple[str, ...]) -> bool:
        everyone, pinned = (
            set(self.portfolio.participants(initiative)),
            self.constraints.pin(initiative.id).members,
        )
        taking_part = set(members)
        if pinned:
            return taking_part == set(pinned) & everyone
        least = initiative.minimum_participants
        enough = len(everyone) if least is None else min(max(least, 1), len(everyone))
        has_submitter = initiative.submitter not in everyone or initiative.submitter in taking_part
        return taking_part <= everyone and len(taking_part) >= enough and has_submitter

    def waits(self, initiative: Initiative, days: Asked) -> Iterator[Wrong]:
        """Check it against what it waits for."""
        for link in initiative.depends_on:
            before = self._before(link.on)
            if before is False:
                yield Wrong("waits-for", initiative.id, link.on)
            elif before is not None and link.on != initiative.id:
                needed = days.last if link.holds_end else days.first
                if earliest_date(link, *before) > needed:
                    yield Wrong("too-early", initiative.id, link.on)

    def _before(self, name: str) -> tuple[date, date] | Literal[False] | None:
        """Give the days of what comes first; False where it isn't there, None where it holds nothing up."""
        if name in self.days:
            return self.days[name].first, self.days[name].last
        known = self.portfolio.initiatives.get(name)
        if name in self.fixed:
            span = foreseen_span(self.portfolio, self.fixed[name])
            return None if span.start is None or span.end is None else (span.start, span.end)
        return None if known is not None and is_done(known) else False

    def _together(self) -> Iterator[Wrong]:
        every = {**self.candidates, **self.fixed}
        for name, other in pairs_apart(self.portfolio, every, tuple(self.plan), self.fixed):
            yield Wrong("together", name, other)

    def used(self) -> Mapping[Limit, int]:
        """Add up what the plan takes of everything."""
        used: dict[Limit, int] = defaultdict(int)
        for name, entry in self.plan.items():
            for limit, amount in self.takes(self.candidates[name], entry):
                used[limit] += amount
        return used

    def takes(self, initiative: Initiative, entry: Entry) -> Iterator[tuple[Limit, int]]:
        """Give what it takes of everything, piece by piece."""
        days = asked(initiative, self.year)
        move, costs = entry.start - days.start, initiative.costs
        money: dict[tuple[Literal["one-off", "recurring"], int], int] = defaultdict(int)
        for year, amount in (costs.one_off if costs else {}).items():
            over = [q for q in quarters_of(year) if days.start <= q <= days.end]
            over = over or [year * 4 + 3 if year < days.start // 4 else year * 4]
            for place, quarter in enumerate(over):
                money["one-off", (quarter + move) // 4] += amount // len(over) + (place < amount % len(over))
        later = self.days[initiative.id].last.year - days.last.year
        for year, amount in (costs.recurring if costs else {}).items():
            money["recurring", year + later] += amount
        for (kind, year), amount in money.items():
            yield Limit(kind, year), amount
        for year, ceilings in self.constraints.ceilings.items():
            both = [money.get(("one-off", year), 0), money.get(("recurring", year), 0)]
            for member, amount in member_shares(
                self.portfolio, initiative, entry.members, year, both
            ).items():
                if member in ceilings:
                    yield Limit("share", year, member), amount
        for team, effort in initiative.effort.items():
            for moment, amount in effort.items():
                yield Limit("hours", quarter_of(moment.first) + move, team), amount

    def lacks(self, used: Mapping[Limit, int]) -> Iterator[Wrong]:
        """Compare what is taken with what there is."""
        there = self.capacity
        for limit in sorted(used.keys() & there.keys()):
            if used[limit] > there[limit]:
                yield Wrong("lacks", limit=limit, amount=used[limit] - there[limit])


def entries(plan: Plan) -> tuple[Entry, ...]:
    """Write the columns of a plan as what a checker knows."""
    return tuple(Entry(column.id, column.start, column.members) for column in plan.values())
