"""How the initiatives of an agenda came in, ready to be shown."""

from dataclasses import dataclass

from icteregie.portfolio.partnership import AgendaYear
from icteregie.reports.arrivals.at_risk import AtRisk, at_risk
from icteregie.reports.arrivals.histogram import Histogram, histogram
from icteregie.reports.arrivals.lead_times import LeadTimes, lead_times
from icteregie.reports.arrivals.submissions import Seasons, Submission, submissions
from icteregie.reports.arrivals.trend import Count, count, trend
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class Dossiers:
    """How many dossiers were complete by their deadline, became so later, are not, or are since unknown."""

    in_time: int
    later: int
    incomplete: int
    unknown: int


@dataclass(frozen=True, slots=True)
class ArrivalsReport:
    """What was submitted for one agenda, who is at risk today, and the figures over all of it."""

    basis: Basis
    year: int
    agenda: AgendaYear
    submissions: tuple[Submission, ...]
    at_risk: tuple[AtRisk, ...]
    lead_times: tuple[LeadTimes, ...]
    trend: tuple[Count, ...]
    histogram: Histogram
    count: Count
    dossiers: Dossiers

    @property
    def late(self) -> tuple[Submission, ...]:
        """Those of which it is settled that they are late, worst first: most days after a deadline."""
        late = [s for s in self.submissions if s.is_late]
        return tuple(sorted(late, key=lambda s: (-self.days_late(s), s.id)))

    def days_late(self, submission: Submission) -> int:
        """Days after the deadline that it missed: that of the dossiers, or else of the intake."""
        if submission.punctuality == "after-dossier":
            return (submission.request.ready - self.agenda.dossier_closes).days
        return (submission.received - self.agenda.intake_closes).days

    @property
    def moved_on(self) -> tuple[Submission, ...]:
        """Those that asked for a place here and no longer do."""
        return tuple(s for s in self.submissions if not s.is_here)

    @property
    def arrived(self) -> int:
        """How many main asks, or asked, a place for."""
        return sum(submission.has_arrived for submission in self.submissions)

    @property
    def after_dossier(self) -> int:
        """How many came even after the dossiers had to be complete."""
        return sum(s.is_late and s.punctuality == "after-dossier" for s in self.submissions)

    @property
    def unjudged(self) -> int:
        """Of how many lost history has to tell whether they were in time."""
        return sum(not submission.is_judged for submission in self.submissions)


def arrivals_report(basis: Basis, seasons: Seasons, year: int) -> ArrivalsReport | None:
    """Look at one agenda year; None when it has no dates."""
    portfolio = basis.portfolio
    agenda = portfolio.agenda(year)
    if agenda is None:
        return None
    listed = submissions(portfolio, seasons, year)
    return ArrivalsReport(
        basis,
        year,
        agenda,
        listed,
        at_risk(listed, agenda, basis.day),
        lead_times(listed),
        trend(portfolio, seasons),
        histogram(listed, agenda),
        count("", year, list(listed)),
        _dossiers(listed, agenda),
    )


def _dossiers(listed: tuple[Submission, ...], agenda: AgendaYear) -> Dossiers:
    completions = [submission.completion for submission in listed]
    # What is complete on a branch only is not complete where it counts.
    complete = [c for c in completions if c.is_complete and c.is_on_main is not False]
    dated = [c.since for c in complete if c.since is not None]
    in_time = sum(day <= agenda.dossier_closes for day in dated)
    return Dossiers(in_time, len(dated) - in_time, len(listed) - len(complete), len(complete) - len(dated))
