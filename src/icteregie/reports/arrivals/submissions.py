"""What was filed for one agenda, and how each came in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.arrivals import LeadTime, Punctuality, Size, lead_time_of, punctuality, size
from icteregie.analysis.asked import request_of
from icteregie.analysis.completeness import Completion
from icteregie.analysis.lateness import is_verdict_lost
from icteregie.analysis.seasons import SeasonEntry, last_day, season_entries
from icteregie.analysis.standing.statuses import is_filed, is_given_up
from icteregie.analysis.timeline import Timeline
from icteregie.portfolio.arrivals import Former, Request, Source, Span
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.portfolio.portfolio import Portfolio

NEEDS = ("agenda", "status", "submitted", "submitter", "title")
"""The keys without which an initiative can't be placed among the arrivals."""
PARTNERSHIP_NEEDS = frozenset({"agendas", "members", "thresholds"})
_SIZED = frozenset({"costs", "depends_on", "late", "steering"})


@dataclass(frozen=True, slots=True)
class Seasons:
    """What tells how seasons went: today, how complete each initiative is, and what main said of all.

    ``timelines`` are by id, those of removed files included; they are empty without git.
    """

    today: date
    completions: Mapping[str, Completion]
    timelines: Mapping[str, Timeline]


@dataclass(frozen=True, slots=True)
class Submission:
    """One initiative of an agenda: its days, and how they compare.

    ``initiative`` is None when no file here has this id any more. ``arrived`` is the day on which
    its file came to main; ``received`` is the day that counts for the intake, and ``has_arrived`` is
    False when main doesn't ask for the place yet: then that day is today. ``days`` are those from
    received to the closing of the intake, negative after it. ``lead`` and ``size`` are None when its
    file can't be read well enough. ``moved_to`` is where it went, None while it stands here.
    ``is_judged`` is False when lost history has to tell whether it was in time.
    """

    id: str
    submitter: str
    initiative: Initiative | None
    opened: date | None
    arrived: date | None
    request: Request
    days: int
    punctuality: Punctuality
    completion: Completion
    lead: LeadTime | None
    size: Size | None
    moved_to: Former | None = None
    is_gone: bool = False
    is_judged: bool = True
    arrived_span: Span | None = None

    @property
    def received(self) -> date:
        """The day that counts for the intake."""
        return self.request.received

    @property
    def source(self) -> Source:
        """What the day rests on."""
        return self.request.source

    @property
    def has_arrived(self) -> bool:
        """Whether main asks for the place, or the board received it, as far as anyone can tell."""
        return self.source != "today" or self.request.is_recorded

    @property
    def is_late(self) -> bool:
        """Whether it was received or complete too late, or now can only be."""
        return self.is_judged and self.punctuality != "in-time"

    @property
    def is_here(self) -> bool:
        """Whether it still stands on this agenda."""
        return self.moved_to is None and not self.is_gone

    @property
    def counts(self) -> bool:
        """Whether it is settled that it was late or not: what can still be in time is not."""
        return self.is_judged and (self.has_arrived or self.is_late)


def submissions(portfolio: Portfolio, seasons: Seasons, year: int) -> tuple[Submission, ...]:
    """List what asks or asked for a place on an agenda, whatever came of it, by the day received.

    An idea or an exploration asks for none yet, and what was given up before it asked never did. Of a
    season that is closed, what main said then counts; of what git doesn't know, the file as it is now.
    """
    agenda = portfolio.agenda(year)
    if agenda is None:
        return ()
    readable = portfolio.without_damage(NEEDS).initiatives
    is_closed = seasons.today > last_day(agenda)
    submitted = [i for i in readable.values() if is_filed(i, year)]
    own = [i for i in submitted if not (is_closed and i.id in seasons.timelines)]
    own = [i for i in own if not _never_asked(i, seasons.timelines.get(i.id), year)]
    listed = [_submission(portfolio, seasons, i, agenda) for i in own]
    here = {i.id for i in own}
    listed += _asked_before(portfolio, seasons, year, here)
    return tuple(sorted(listed, key=lambda s: (not s.has_arrived, s.received, s.id)))


def _never_asked(initiative: Initiative, timeline: Timeline | None, year: int) -> bool:
    """Whether it was given up, and main never asked for a place for it, as far as all of main is here."""
    if timeline is None or not timeline.is_whole or not is_given_up(initiative):
        return False
    return year not in timeline.years()


def _submission(
    portfolio: Portfolio, seasons: Seasons, initiative: Initiative, agenda: AgendaYear
) -> Submission:
    arrival = portfolio.arrivals.get(initiative.id)
    request = request_of(portfolio, initiative)
    is_sized = _is_sized(portfolio, initiative)
    return Submission(
        initiative.id,
        initiative.submitter,
        initiative,
        arrival.opened if arrival else None,
        None if arrival and arrival.source == "today" else arrival.arrived if arrival else request.asked,
        request,
        (agenda.intake_closes - request.received).days,
        punctuality(portfolio, initiative, agenda),
        seasons.completions.get(initiative.id, Completion(())),
        _lead(portfolio, initiative, agenda, request) if is_sized else None,
        size(initiative, portfolio.partnership.thresholds) if is_sized else None,
        is_judged=not is_verdict_lost(request, agenda),
        arrived_span=arrival.span if arrival else None,
    )


def _lead(
    portfolio: Portfolio, initiative: Initiative, agenda: AgendaYear, request: Request
) -> LeadTime | None:
    """Count the days to the decision; None where lost history has to tell when it was ready."""
    return None if request.ready_span else lead_time_of(portfolio, initiative, agenda, request)


def _is_sized(portfolio: Portfolio, initiative: Initiative) -> bool:
    return not portfolio.lost_keys.get(initiative.id, frozenset()) & _SIZED


def _asked_before(portfolio: Portfolio, seasons: Seasons, year: int, here: set[str]) -> Iterator[Submission]:
    """Give what main asked for in this season, and what is not listed as it is now."""
    agenda = portfolio.partnership.agendas[year]
    for entry in season_entries(portfolio, seasons.timelines, year, seasons.today):
        if entry.id not in here:
            yield _of_entry(portfolio, seasons, entry, agenda)


def _of_entry(portfolio: Portfolio, seasons: Seasons, entry: SeasonEntry, agenda: AgendaYear) -> Submission:
    initiative = portfolio.initiatives.get(entry.id)
    if initiative is not None and portfolio.lost_keys.get(entry.id, frozenset()) & frozenset(NEEDS):
        initiative = None
    arrival, request = portfolio.arrivals.get(entry.id), entry.request
    is_sized = initiative is not None and _is_sized(portfolio, initiative)
    return Submission(
        entry.id,
        entry.submitter,
        initiative,
        arrival.opened if arrival else None,
        arrival.arrived if arrival else seasons.timelines[entry.id].versions[0].on,
        request,
        (agenda.intake_closes - request.received).days,
        entry.punctuality,
        Completion(request.missing, request.complete, is_on_main=True),
        _lead(portfolio, initiative, agenda, request) if initiative and is_sized else None,
        size(initiative, portfolio.partnership.thresholds) if initiative and is_sized else None,
        entry.moved_to,
        entry.is_gone,
        not is_verdict_lost(request, agenda),
        arrival.span if arrival else _arrived_span(seasons.timelines[entry.id]),
    )


def _arrived_span(timeline: Timeline) -> Span | None:
    """Give the days between which the first version came, where that is not known exactly."""
    first = timeline.versions[0]
    return (first.earliest, first.on) if first.earliest else None
