"""What was adopted, as main had it at the end of the day of its decision, and what each member pays of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.agenda_state import AgendaOutcome, Row
from icteregie.analysis.cost_by_year import at_level, spread
from icteregie.analysis.cost_sharing import CostSums, NoShareError, share_of
from icteregie.analysis.former_ids import current_ids
from icteregie.analysis.ranking import ranked
from icteregie.analysis.standing.amounts import amount_in, amount_years
from icteregie.portfolio.estimate import by_year, total
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.progress import Baseline
from icteregie.reports.agenda.lines import Participants, participants
from icteregie.reports.agenda.option_rows import gives_no_costs

Source: TypeAlias = Literal["main", "baseline", "file"]
"""What an amount rests on: what main had on the day of the decision; the baseline of that day, with the
years of the file as it is now; or nothing but that file."""


@dataclass(frozen=True, slots=True)
class AsDecided:
    """An initiative as it was decided on, in the portfolio of that day; cost by year in whole euros.

    ``recurring_most`` is that of the highest year. ``period`` has the start and the end, of a milestone
    the end alone, () when nobody gave it.
    """

    portfolio: Portfolio
    initiative: Initiative
    source: Source
    one_off: Mapping[int, int]
    recurring: Mapping[int, int]
    recurring_most: int
    period: tuple[Moment, ...]

    @property
    def one_off_total(self) -> int:
        """The one-off cost of all years."""
        return sum(self.one_off.values())

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it costs anything."""
        return tuple(sorted({*self.one_off, *self.recurring}))

    def cost(self, year: int) -> CostSums:
        """Give what it costs in a year, with the share of each member. Raises NoShareError."""
        one_off, recurring = self.one_off.get(year, 0), self.recurring.get(year, 0)
        first, second = self._shares(one_off, year), self._shares(recurring, year)
        members = dict.fromkeys((*first, *second))
        return CostSums(one_off, recurring, {m: (first.get(m, 0), second.get(m, 0)) for m in members})

    def _shares(self, amount: int, year: int) -> Mapping[str, int]:
        return share_of(self.portfolio, self.initiative, amount, year=year) if amount else {}


@dataclass(frozen=True, slots=True)
class AdoptedLine:
    """One initiative that was adopted. ``cost`` is that of the agenda's year, in whole euros."""

    number: int
    initiative: Initiative
    participants: Participants
    period: tuple[Moment, ...]
    cost: CostSums
    one_off_total: int
    recurring_most: int
    is_unknown: bool
    source: Source


@dataclass(frozen=True, slots=True)
class AdoptedYear:
    """What everything that was adopted costs in one year, and what each member pays of it; whole euros."""

    year: int
    one_off: int
    recurring: int
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AdoptedMember:
    """What one member pays of what was adopted in the agenda's year; whole euros."""

    name: str
    one_off: int
    recurring: int

    @property
    def total(self) -> int:
        """One-off and recurring together."""
        return self.one_off + self.recurring


@dataclass(frozen=True, slots=True)
class AdoptedMoney:
    """What was adopted by line, by member in their order, and by year; ``decided`` is by id."""

    decided: Mapping[str, AsDecided]
    lines: tuple[AdoptedLine, ...]
    members: tuple[AdoptedMember, ...]
    years: tuple[AdoptedYear, ...]

    @property
    def one_off(self) -> int:
        """The one-off cost in the agenda's year."""
        return sum(line.cost.one_off for line in self.lines)

    @property
    def recurring(self) -> int:
        """The recurring cost in the agenda's year."""
        return sum(line.cost.recurring for line in self.lines)

    @property
    def unknown(self) -> tuple[AdoptedLine, ...]:
        """The lines that give no cost."""
        return tuple(line for line in self.lines if line.is_unknown)

    def resting_on(self, source: Source) -> tuple[int, ...]:
        """Give the numbers of the lines that rest on one source."""
        return tuple(line.number for line in self.lines if line.source == source)


def as_decided(
    portfolio: Portfolio, decided_agenda: AgendaOutcome, by_day: Mapping[date, Portfolio]
) -> Mapping[str, AsDecided]:
    """Find what was adopted as it was decided on, by the id that it has now."""
    return {
        row.initiative.id: _as_decided(portfolio, row, by_day.get(row.day) if row.day else None)
        for row in decided_agenda.with_outcome("adopted")
    }


def _as_decided(portfolio: Portfolio, row: Row, then: Portfolio | None) -> AsDecided:
    now = replace(portfolio, day=row.day or portfolio.day)
    version = version_in(then, portfolio, row.initiative.id) if then else None
    baseline = row.initiative.baseline
    promised = baseline if baseline is not None and baseline.adopted == row.day else None
    if then is not None and version is not None:
        past = planned(then, version, "main", promised)
        try:
            for year in past.years:
                past.cost(year)
        except NoShareError:
            pass
        else:
            return past
    return planned(now, row.initiative, "baseline" if promised else "file", promised)


def planned(
    portfolio: Portfolio, initiative: Initiative, source: Source, baseline: Baseline | None = None
) -> AsDecided:
    """Give an initiative with what it asks; with a baseline, the plan's years at its totals."""
    costs, period = initiative.costs, initiative.period
    if baseline is not None:
        plan = (costs.one_off, costs.recurring) if costs else ({}, {})
        start = baseline.start or (period.start if period else None)
        level = baseline.recurring
        recurring = plan[1] if level is None else at_level(plan[1], level, baseline.adopted.year)
        return AsDecided(
            portfolio,
            initiative,
            source,
            by_year(baseline.one_off) or spread(plan[0], total(baseline.one_off), baseline.end.last.year),
            recurring,
            max(plan[1].values(), default=0) if level is None else level,
            (start, baseline.end) if start else (baseline.end,),
        )
    years = {year: amount_in(portfolio, initiative, year) for year in amount_years(portfolio, initiative)}
    return AsDecided(
        portfolio,
        initiative,
        source,
        {year: one_off for year, (one_off, _) in years.items()},
        {year: recurring for year, (_, recurring) in years.items()},
        max((recurring for _, recurring in years.values()), default=0),
        period.moments if period else (),
    )


def version_in(past: Portfolio, portfolio: Portfolio, name: str) -> Initiative | None:
    """Find an initiative in an older portfolio, by any id; None where it can't be read."""
    ids = (name, *(old for old, new in current_ids(portfolio).items() if new == name))
    there = (each for each in ids if each in past.initiatives and each not in past.lost_keys)
    id_then = next(there, None)
    return None if id_then is None or past.partnership_damage else past.initiatives[id_then]


def adopted_money(portfolio: Portfolio, year: int, decided: Mapping[str, AsDecided]) -> AdoptedMoney:
    """Add up what was adopted, numbered in the order of the list."""
    order = ranked(portfolio, tuple(portfolio.initiatives[name] for name in decided))
    lines = tuple(_line(year, n, i, decided[i.id]) for n, i in enumerate(order, 1))
    members = tuple(
        AdoptedMember(member.name, *map(sum, zip(*_shares(lines, name), strict=True)))
        for name, member in portfolio.partnership.members.items()
    )
    known = {y for each in decided.values() for y in each.years}
    years = tuple(_year(portfolio, y, decided.values()) for y in sorted(known | {year}))
    return AdoptedMoney(decided, lines, members, years)


def _shares(lines: Iterable[AdoptedLine], member: str) -> list[tuple[int, int]]:
    return [(0, 0), *(line.cost.shares.get(member, (0, 0)) for line in lines)]


def _line(year: int, number: int, now: Initiative, decided: AsDecided) -> AdoptedLine:
    return AdoptedLine(
        number,
        now,
        participants(decided.portfolio, decided.initiative),
        decided.period,
        decided.cost(year),
        decided.one_off_total,
        decided.recurring_most,
        not decided.years and gives_no_costs(decided.initiative),
        decided.source,
    )


def _year(portfolio: Portfolio, year: int, decided: Iterable[AsDecided]) -> AdoptedYear:
    costs = [each.cost(year) for each in decided]
    return AdoptedYear(
        year,
        sum(cost.one_off for cost in costs),
        sum(cost.recurring for cost in costs),
        tuple(sum(cost.share(member) for cost in costs) for member in portfolio.partnership.members),
    )
