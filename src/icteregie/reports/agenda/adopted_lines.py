"""What was adopted, as main had it at the end of the day of its decision, and what each member pays of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.agenda_state import AgendaOutcome, Row
from icteregie.analysis.cost_sharing import CostSums, NoShareError, contributions
from icteregie.analysis.former_ids import current_ids
from icteregie.analysis.ranking import ranked
from icteregie.analysis.standing.amounts import amount_years
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Period
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.lines import Participants, participants, submitter_name
from icteregie.reports.agenda.ways_out import gives_no_costs


@dataclass(frozen=True, slots=True)
class AsDecided:
    """An initiative as it was decided on, in the portfolio of that day.

    ``is_exact`` is False of one that main had not on that day, or of which git knows nothing: then it is
    as its file has it now.
    """

    portfolio: Portfolio
    initiative: Initiative
    is_exact: bool

    def cost(self, years: Sequence[int] | None = None) -> CostSums:
        """Give what it costs in these years, or in all, with the share of each member."""
        return contributions(self.portfolio, self.initiative, years)


@dataclass(frozen=True, slots=True)
class AdoptedLine:
    """One initiative that was adopted. ``cost`` is that of the agenda's year, in whole euros."""

    number: int
    initiative: Initiative
    submitter: str
    participants: Participants
    period: Period | None
    cost: CostSums
    one_off_total: int
    recurring_most: int
    is_unknown: bool
    is_exact: bool


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

    @property
    def inexact(self) -> tuple[AdoptedLine, ...]:
        """The lines that are as their file has them now."""
        return tuple(line for line in self.lines if not line.is_exact)


def as_decided(
    portfolio: Portfolio, found: AgendaOutcome, by_day: Mapping[date, Portfolio]
) -> Mapping[str, AsDecided]:
    """Find what was adopted as it was decided on, by the id that it has now."""
    return {
        row.initiative.id: _as_decided(portfolio, row, by_day.get(row.day) if row.day else None)
        for row in found.with_outcome("adopted")
    }


def _as_decided(portfolio: Portfolio, row: Row, then: Portfolio | None) -> AsDecided:
    now = AsDecided(replace(portfolio, day=row.day or portfolio.day), row.initiative, is_exact=False)
    version = version_in(then, portfolio, row.initiative.id) if then else None
    if then is None or version is None:
        return now
    past = AsDecided(then, version, is_exact=True)
    try:
        past.cost()
    except NoShareError:
        return now
    return past


def version_in(past: Portfolio, portfolio: Portfolio, name: str) -> Initiative | None:
    """Find an initiative in an older portfolio, by any id; None where it can't be read."""
    ids = (name, *(old for old, new in current_ids(portfolio).items() if new == name))
    there = (each for each in ids if each in past.initiatives and each not in past.damage)
    found = next(there, None)
    return None if found is None or past.partnership_damage else past.initiatives[found]


def adopted_money(portfolio: Portfolio, year: int, decided: Mapping[str, AsDecided]) -> AdoptedMoney:
    """Add up what was adopted, numbered in the order of the list."""
    order = ranked(portfolio, tuple(portfolio.initiatives[name] for name in decided))
    lines = tuple(_line(portfolio, year, n, i, decided[i.id]) for n, i in enumerate(order, 1))
    members = tuple(
        AdoptedMember(member.name, *map(sum, zip(*_shares(lines, name), strict=True)))
        for name, member in portfolio.partnership.members.items()
    )
    known = {y for each in decided.values() for y in amount_years(each.portfolio, each.initiative)}
    years = tuple(_year(portfolio, y, decided.values()) for y in sorted(known | {year}))
    return AdoptedMoney(decided, lines, members, years)


def _shares(lines: Iterable[AdoptedLine], member: str) -> list[tuple[int, int]]:
    return [(0, 0), *(line.cost.shares.get(member, (0, 0)) for line in lines)]


def _line(portfolio: Portfolio, year: int, number: int, now: Initiative, decided: AsDecided) -> AdoptedLine:
    then, costs = decided.initiative, decided.initiative.costs
    return AdoptedLine(
        number,
        now,
        submitter_name(portfolio.partnership, then),
        participants(decided.portfolio, then),
        then.period,
        decided.cost((year,)),
        costs.one_off_total if costs else 0,
        costs.recurring_most if costs else 0,
        gives_no_costs(then),
        decided.is_exact,
    )


def _year(portfolio: Portfolio, year: int, decided: Iterable[AsDecided]) -> AdoptedYear:
    costs = [each.cost((year,)) for each in decided]
    return AdoptedYear(
        year,
        sum(cost.one_off for cost in costs),
        sum(cost.recurring for cost in costs),
        tuple(sum(cost.share(member) for cost in costs) for member in portfolio.partnership.members),
    )
