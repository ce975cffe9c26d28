"""What an initiative adds to an agenda, as asked or begun after another, and what a way out changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from icteregie.analysis.budget import team_hours
from icteregie.analysis.choices.kinds import Option
from icteregie.analysis.choices.ties import Ties
from icteregie.analysis.cost_sharing import CostSums, added, contributions
from icteregie.portfolio.initiative import Initiative

TeamHours = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An initiative that then waits for something off the agenda.

    ``amount`` is what it costs in the year, in whole euros, one-off and recurring; ``hours`` are those
    that it asks of each team in that year, by team.
    """

    id: str
    waits_for: tuple[str, ...]
    amount: int
    hours: TeamHours


@dataclass(frozen=True)
class Effects:
    """The money and the hours of every initiative of an agenda, reckoned once."""

    ties: Ties
    _sums: dict[tuple[str, str, int], CostSums] = field(default_factory=dict)

    def cost(self, name: str, after: str = "", year: int | None = None) -> CostSums:
        """Give the cost of an initiative in a year, by default that of the agenda, shared over members.

        What begins in a later calendar year than asked takes its cost along by as many years.
        """
        wanted = self.ties.year if year is None else year
        key = (name, after, wanted)
        if key not in self._sums:
            shift = self._shift(name, after)
            initiative = self._initiative(name)
            self._sums[key] = contributions(self.ties.portfolio, initiative, (wanted - shift,))
        return self._sums[key]

    def _shift(self, name: str, after: str) -> int:
        period = self._initiative(name).period
        start = self.ties.start_after(name, after) if after else None
        return start.year - period.first.year if start and period else 0

    def _initiative(self, name: str) -> Initiative:
        return self.ties.portfolio.initiatives[name]

    def hours(self, name: str, after: str, team: str, quarter: int) -> int:
        """Give the hours that an initiative asks of a team in a quarter of the agenda's year.

        What begins in a later quarter than asked takes its hours along by as many quarters.
        """
        period = self._initiative(name).period
        start = self.ties.start_after(name, after) if after else None
        back = (
            _quarters(start.year, start.month) - _quarters(period.first.year, period.first.month)
            if (start and period)
            else 0
        )
        year, zero_based = divmod(self.ties.year * 4 + quarter - 1 - back, 4)
        return self._team_hours.get((team, year, zero_based + 1), {}).get(name, 0)

    @cached_property
    def _team_hours(self) -> Mapping[tuple[str, int, int], dict[str, int]]:
        return team_hours(self.ties.portfolio)

    def requested(self, team: str, quarter: int) -> Mapping[str, int]:
        """Give the hours asked of a team in a quarter of the year, by initiative, of any agenda."""
        return self._team_hours.get((team, self.ties.year, quarter), {})

    def of(self, option: Option) -> CostSums:
        """Give what a way out changes in the year, against all that ask: amounts below 0 are less."""
        changes = [(name, None) for name in option.dropped] + [(name, after) for name, after in option.moved]
        one_off = recurring = 0
        shares = dict.fromkeys(self.ties.portfolio.partnership.members, (0, 0))
        for name, after in changes:
            asked, then = self.cost(name), self.cost(name, after) if after else CostSums()
            one_off += then.one_off - asked.one_off
            recurring += then.recurring - asked.recurring
            for member, (first, second) in shares.items():
                was, will = asked.shares.get(member, (0, 0)), then.shares.get(member, (0, 0))
                shares[member] = (first + will[0] - was[0], second + will[1] - was[1])
        return CostSums(one_off, recurring, shares)

    def own(self, option: Option, year: int | None = None) -> CostSums:
        """Give what those cost in a year, by default that of the agenda, that an option keeps."""
        moved, members = dict(option.moved), self.ties.portfolio.partnership.members
        costs = [self.cost(name, moved.get(name, ""), year) for name in self.ties.on_list(option.kept)]
        return added(costs, members)

    def compared(self, option: Option, first: Option, year: int | None = None) -> CostSums:
        """Give what an option costs more than the first of its choice; of the first, what it costs itself."""
        own = self.own(option, year)
        if option == first:
            return own
        base = self.own(first, year)
        shares = {
            member: (one_off - base.shares[member][0], recurring - base.shares[member][1])
            for member, (one_off, recurring) in own.shares.items()
        }
        return CostSums(own.one_off - base.one_off, own.recurring - base.recurring, shares)

    def waiting(self, option: Option) -> tuple[Waiting, ...]:
        """List who stay on the agenda and then wait for something off it, in the order of the list."""
        return tuple(self._waiting(frozenset(option.dropped)))

    def _waiting(self, dropped: frozenset[str]) -> Iterator[Waiting]:
        for name in self.ties.listed:
            waits_for = tuple(link.on for link in self._initiative(name).depends_on if link.on in dropped)
            if waits_for and name not in dropped:
                yield Waiting(name, waits_for, self.cost(name).total, self._yearly_hours(name))

    def _yearly_hours(self, name: str) -> TeamHours:
        hours: dict[str, int] = {}
        for team in self.ties.portfolio.partnership.teams:
            asked = sum(self.hours(name, "", team, quarter) for quarter in (1, 2, 3, 4))
            if asked:
                hours[team] = asked
        return hours


def _quarters(year: int, month: int) -> int:
    return year * 4 + (month - 1) // 3
