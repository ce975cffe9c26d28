"""A whole season, ready to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.completeness import Completion
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.arrivals.at_risk import AtRisk, at_risk
from icteregie.reports.arrivals.histogram import Wave, wave
from icteregie.reports.arrivals.lead_times import LeadTimes, lead_times
from icteregie.reports.arrivals.submissions import Filed, filed
from icteregie.reports.arrivals.trend import Count, count, trend


@dataclass(frozen=True, slots=True)
class Dossiers:
    """How many dossiers were complete by their deadline, became so later, are not, or are since unknown."""

    in_time: int
    later: int
    incomplete: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Season:
    """What was filed for one agenda, who is at risk today, and the figures over all of it."""

    year: int
    agenda: AgendaYear
    today: date
    filed: tuple[Filed, ...]
    at_risk: tuple[AtRisk, ...]
    lead_times: tuple[LeadTimes, ...]
    trend: tuple[Count, ...]
    wave: Wave
    count: Count
    dossiers: Dossiers

    @property
    def after_dossier(self) -> int:
        """How many came even after the dossiers had to be complete."""
        return sum(one.punctuality == "after-dossier" for one in self.filed)


def season(
    portfolio: Portfolio, completions: Mapping[str, Completion], year: int, today: date
) -> Season | None:
    """Look at one agenda year; None when it has no dates."""
    agenda = portfolio.agenda(year)
    if agenda is None:
        return None
    found = filed(portfolio, completions, year)
    return Season(
        year,
        agenda,
        today,
        found,
        at_risk(found, agenda, today),
        lead_times(found),
        trend(portfolio, completions),
        wave(found, agenda),
        count("", year, list(found)),
        _dossiers(found, agenda),
    )


def _dossiers(found: tuple[Filed, ...], agenda: AgendaYear) -> Dossiers:
    # What is complete on a branch only is not complete where it counts.
    whole = [
        one for one in (each.completion for each in found) if one.is_complete and one.is_on_main is not False
    ]
    dated = [one.since for one in whole if one.since is not None]
    in_time = sum(day <= agenda.dossier_closes for day in dated)
    return Dossiers(in_time, len(dated) - in_time, len(found) - len(whole), len(whole) - len(dated))
