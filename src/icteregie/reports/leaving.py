"""A member that leaves: what each member pays from then, when it stays and when it leaves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from icteregie.reports.costs import CostsReport


@dataclass(frozen=True, slots=True)
class LeavingShare:
    """What one member pays in one year, one-off and recurring together, in whole euros."""

    year: int
    member: str
    staying: int
    leaving: int

    @property
    def difference(self) -> int:
        """How much more this member pays because the other leaves; below 0 when it pays less."""
        return self.leaving - self.staying


@dataclass(frozen=True, slots=True)
class LeavingReport:
    """What is paid when ``member`` stays, and when it leaves after its last day, inclusive."""

    staying: CostsReport
    leaving: CostsReport
    member: str
    last_day: date

    @property
    def first_year(self) -> int:
        """The first year on 1 January of which it is no member any more."""
        return self.last_day.year + 1

    @property
    def unshared(self) -> tuple[str, ...]:
        """The initiatives whose cost can't be shared: none of who then pay has weight in the key."""
        return self.staying.unshared or self.leaving.unshared

    @property
    def still_paid(self) -> tuple[str, ...]:
        """The initiatives for which it goes on paying, because nobody else who takes part is a member."""
        years = tuple(year for year, _ in self.leaving.by_year() if year >= self.first_year)
        shared = replace(self.leaving, years=years).by_initiative()
        return tuple(initiative.id for initiative, _, sums in shared if sums.share(self.member))

    @property
    def too_few(self) -> tuple[str, ...]:
        """The initiatives in which then fewer take part than the minimum that they ask."""
        portfolio = self.leaving.basis.portfolio
        counts = ((i, portfolio.participants(i)) for i in self.leaving.initiatives)
        return tuple(
            i.id
            for i, members in counts
            if self.member in members and len(members) - 1 < (i.minimum_participants or 0) <= len(members)
        )

    def shares(self) -> Iterator[LeavingShare]:
        """Give what each member pays in each year from the first one in which it is no member."""
        members = self.staying.basis.portfolio.partnership.members
        before, after = dict(self.staying.by_year()), dict(self.leaving.by_year())
        for year in sorted({*before, *after}):
            if year >= self.first_year:
                for member in members:
                    yield LeavingShare(year, member, before[year].share(member), after[year].share(member))


def leaving_report(report: CostsReport, member: str, last_day: date) -> LeavingReport:
    """Share what counts twice: as if a member stayed for good, and as if it left after a day."""
    return LeavingReport(_with(report, member, None), _with(report, member, last_day), member, last_day)


def _with(report: CostsReport, member: str, last_day: date | None) -> CostsReport:
    portfolio = replace(report.basis.portfolio, last_days={member: last_day})
    return replace(report, basis=replace(report.basis, portfolio=portfolio))
