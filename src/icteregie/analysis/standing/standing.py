"""Where an initiative stands, for one agenda year and as of one day.

Its status is what the file says now. The day of the portfolio decides what is late, and up to when
facts count.
"""

from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import punctuality, punctuality_of, punctuality_on
from icteregie.analysis.asked import request_of, scenarios
from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.standing.amounts import amount_in, is_charged, was_charged
from icteregie.analysis.standing.statuses import (
    is_asking,
    is_decided,
    is_draft,
    is_over,
    names_other_route,
    route,
)
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.justification import Route
from icteregie.portfolio.portfolio import Portfolio

Standing: TypeAlias = Literal[
    "moved",
    "ended",
    "draft",
    "other-route",
    "asks",
    "advised",
    "adopted",
    "runs",
    "carried-over",
    "still-paid",
]
"""``moved``: its agenda was this year, and is another now. ``ended``: done, stopped, rejected or parked.
``draft``: an idea or exploration. ``other-route``: late, and it asks for another route than this
agenda. ``asks``, ``advised``: it asks for a place, and the board has advised on that. ``adopted``,
``runs``: it has its place; ``runs`` also where it is on hold. Of earlier agendas: ``carried-over`` where
its foreseen period reaches this year, ``still-paid`` where only its cost does."""

TO_DECIDE: tuple[Standing, ...] = ("asks", "advised")
"""Those about which directors still decide."""
ON_AGENDA: tuple[Standing, ...] = (*TO_DECIDE, "adopted", "runs")
"""Those that ask for a place on the agenda of the year, or have one: its list and its budget."""
WITH_REQUEST: tuple[Standing, ...] = (*ON_AGENDA, "other-route")
"""Those whose file asks for a place or has one, also where it asks for another route."""
RUNNING: tuple[Standing, ...] = ("carried-over", "still-paid")
"""Those of earlier agendas that the year still pays for or works on."""


def standing(portfolio: Portfolio, initiative: Initiative, year: int) -> Standing | None:
    """Say where an initiative stands for the agenda of a year; None when it has nothing to do with it."""
    now = _by_its_file(portfolio, initiative, year)
    if now is None and year in portfolio.former_years.get(initiative.id, ()):
        return "moved"
    return now


def _by_its_file(portfolio: Portfolio, initiative: Initiative, year: int) -> Standing | None:
    """Say where it stands by its file; whether it stood on this agenda before, only git knows."""
    if initiative.agenda == year:
        return _of_own_year(portfolio, initiative)
    if initiative.agenda is not None and initiative.agenda < year:
        return _of_earlier_agenda(portfolio, initiative, year)
    return None


def own_standing(portfolio: Portfolio, initiative: Initiative) -> Standing | None:
    """Say where it stands for the agenda that its file names; None without an agenda, but of a draft."""
    if initiative.agenda is None:
        return "ended" if is_over(initiative) else "draft" if is_draft(initiative) else None
    return _of_own_year(portfolio, initiative)


def is_on(portfolio: Portfolio, initiative: Initiative, year: int) -> bool:
    """Whether it asks for a place on the agenda of a year, or has one."""
    return initiative.agenda == year and _of_own_year(portfolio, initiative) in ON_AGENDA


def is_on_own_agenda(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it asks for a place on the agenda that its file names, or has one."""
    return own_standing(portfolio, initiative) in ON_AGENDA


def asks_for_place(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether directors still have to decide about its place on the agenda that its file names."""
    return own_standing(portfolio, initiative) in TO_DECIDE


def is_late(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it came too late for the intake or the dossiers of its own agenda, whatever its status.

    Not where that can't be judged: of an unknown agenda, where a day can't be read, or where history
    that isn't here would have to tell. Who can't be judged asks for its place.
    """
    if "agendas" in portfolio.partnership_damage or not hasattr(initiative, "submitted"):
        return False
    agenda = portfolio.agenda(initiative.agenda or 0)
    if agenda is None:
        return False
    earliest, _ = scenarios(request_of(portfolio, initiative))
    return punctuality_of(earliest, agenda) != "in-time"


def is_for_late_meeting(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it came after the dossiers of its own agenda closed: then the late meeting decides on it.

    What only missed the intake is decided on with the others.
    """
    agenda = portfolio.agenda(initiative.agenda or 0)
    return agenda is not None and punctuality(portfolio, initiative, agenda) == "after-dossier"


def route_in_time(portfolio: Portfolio, initiative: Initiative) -> Route | None:
    """Give the other route that it names although it is in time, and so asks for its place all the same.

    None of what names none, or doesn't ask any more, and where it can't be judged.
    """
    if not is_asking(initiative) or not names_other_route(initiative):
        return None
    agenda = None if "agendas" in portfolio.partnership_damage else portfolio.agenda(initiative.agenda or 0)
    if agenda is None or not hasattr(initiative, "submitted"):
        return None
    _, latest = scenarios(request_of(portfolio, initiative))
    return route(initiative) if punctuality_of(latest, agenda) == "in-time" else None


def next_agenda(portfolio: Portfolio, initiative: Initiative, today: date) -> int | None:
    """Give the first year after its agenda for which it would be in time today; None where there is none."""
    after = (
        year
        for year, agenda in portfolio.partnership.agendas.items()
        if year > (initiative.agenda or 0) and punctuality_on(today, agenda) == "in-time"
    )
    return min(after, default=None)


def _of_own_year(portfolio: Portfolio, initiative: Initiative) -> Standing:
    if is_over(initiative):
        return "ended"
    if is_draft(initiative):
        return "draft"
    if is_decided(initiative):
        return "adopted" if initiative.status == "adopted" else "runs"
    if names_other_route(initiative) and is_late(portfolio, initiative):
        return "other-route"
    return "advised" if initiative.status == "advised" else "asks"


def _of_earlier_agenda(portfolio: Portfolio, initiative: Initiative, year: int) -> Standing | None:
    if is_decided(initiative):
        end = foreseen(portfolio, initiative).end
        if end is not None and end.year >= year:
            return "carried-over"
    if is_charged(portfolio, initiative) and any(amount_in(portfolio, initiative, year)):
        return "still-paid"
    return None


def on_agenda(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List who ask for a place on the agenda of a year or have one, by id."""
    return tuple(i for i in portfolio.initiatives.values() if is_on(portfolio, i, year))


def carried_over(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List who were decided on for an earlier agenda and are foreseen to run in this year, by id."""
    return with_standing(portfolio, year, ("carried-over",))


def still_paid(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List who no longer run in a year and still cost something in it, by id.

    Also of its own agenda: what was done or stopped, with what was spent in the year or is still due.
    """
    over = (i for i in had_place(portfolio, year) if any(amount_in(portfolio, i, year)))
    both = (*with_standing(portfolio, year, ("still-paid",)), *over)
    return tuple(sorted(both, key=lambda initiative: initiative.id))


def had_place(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List what is over and was paid for on the agenda of a year: done, or ended after money was spent."""
    return tuple(i for i in portfolio.initiatives.values() if i.agenda == year and was_charged(portfolio, i))


def running_in(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List what a year works on or pays besides its list: carried over or still paid, by id."""
    both = (*carried_over(portfolio, year), *still_paid(portfolio, year))
    return tuple(sorted(both, key=lambda initiative: initiative.id))


def has_cost(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether members pay for it, or are asked to on the agenda that it names."""
    return is_charged(portfolio, initiative) or is_on_own_agenda(portfolio, initiative)


def with_standing(portfolio: Portfolio, year: int, kinds: tuple[Standing, ...]) -> tuple[Initiative, ...]:
    """List who stand in one of these ways for the agenda of a year, by id; only ``moved`` asks git."""
    find = standing if "moved" in kinds else _by_its_file
    return tuple(i for i in portfolio.initiatives.values() if find(portfolio, i, year) in kinds)


def requested(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List who ask for a place on an agenda or have one, also by another route, by id."""
    return tuple(i for i in portfolio.initiatives.values() if own_standing(portfolio, i) in WITH_REQUEST)


def undecided(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List who still ask for a decision about a place on an agenda, also by another route, by id."""
    kinds: tuple[Standing, ...] = (*TO_DECIDE, "other-route")
    return tuple(i for i in portfolio.initiatives.values() if own_standing(portfolio, i) in kinds)


def asking_for_place(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List about whose place on the agenda that they name directors still decide, by id."""
    return tuple(i for i in portfolio.initiatives.values() if asks_for_place(portfolio, i))


def planned(portfolio: Portfolio) -> tuple[Initiative, ...]:
    """List who ask for a place on the agenda that they name, or have one, by id."""
    return tuple(i for i in portfolio.initiatives.values() if is_on_own_agenda(portfolio, i))


def late_on_agenda(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List the late initiatives: on this year's agenda, received or complete too late, by received."""
    agenda = portfolio.agenda(year)
    if agenda is None:
        return ()
    late = [i for i in on_agenda(portfolio, year) if punctuality(portfolio, i, agenda) != "in-time"]
    return tuple(sorted(late, key=lambda i: (request_of(portfolio, i).received, i.id)))
