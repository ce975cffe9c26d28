"""How each member's filing went over the years: how many, how many late, how long before the intake."""

from dataclasses import dataclass

from icteregie.analysis.figures import median, share
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.arrivals.submissions import Seasons, Submission, submissions


@dataclass(frozen=True, slots=True)
class Count:
    """What one member filed for one agenda; ``member`` is "" for all together.

    ``settled`` are those of which it is known whether they were late, ``late`` those that were.
    ``median`` is of the days from received to the closing of the intake, negative after it, None
    when nothing was received; a day that lost history has to tell is left out. No sums over years:
    what asked for two seasons counts in both.
    """

    member: str
    year: int
    submitted: int
    settled: int
    late: int
    median: int | None

    @property
    def share(self) -> int | None:
        """The part that was late, as a whole percentage; None when nothing is settled."""
        return share(self.late, self.settled)


def count(member: str, year: int, listed: list[Submission]) -> Count:
    """Count what one member filed for one agenda."""
    settled = [s for s in listed if s.counts]
    late = sum(s.is_late for s in settled)
    middle = median([s.days for s in listed if s.has_arrived and not s.request.received_span])
    return Count(member, year, len(listed), len(settled), late, middle)


def trend(portfolio: Portfolio, seasons: Seasons) -> tuple[Count, ...]:
    """List each member by year, in the order of the partnership, others after that, then all together.

    A year in which a member filed nothing is left out.
    """
    agendas = sorted(portfolio.partnership.agendas)
    years = {year: submissions(portfolio, seasons, year) for year in agendas}
    submitters = {s.submitter for listed in years.values() for s in listed}
    members = list(portfolio.partnership.members)
    made = []
    for member in (*members, *sorted(submitters.difference(members)), ""):
        for year, listed in years.items():
            own = [s for s in listed if member in ("", s.submitter)]
            if own:
                made.append(count(member, year, own))
    return tuple(made)
