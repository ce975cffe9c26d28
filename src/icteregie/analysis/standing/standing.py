"""Where an initiative stands, for one agenda year and as of one day.

Its status is what the file says now. The day of the portfolio decides what is late, and up to when
facts count.
"""

from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import punctuality
from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.standing.statuses import (
    is_decided,
    is_draft,
    is_over,
    is_paid,
    names_other_route,
)
from icteregie.portfolio.initiative import Initiative
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

ASKING: tuple[Standing, ...] = ("asks", "advised")
"""Those about which directors still decide."""
ON_AGENDA: tuple[Standing, ...] = (*ASKING, "adopted", "runs")
"""Those that ask for a place on the agenda of the year, or have one: its list and its budget."""
RUNNING: tuple[Standing, ...] = ("carried-over", "still-paid")
"""Those of earlier agendas that the year still pays for or works on."""


def standing(portfolio: Portfolio, initiative: Initiative, year: int) -> Standing | None:
    """Say where an initiative stands for the agenda of a year; None when it has nothing to do with it."""
    if initiative.agenda == year:
        return _of_own_year(portfolio, initiative)
    if initiative.agenda is not None and initiative.agenda < year:
        return _of_earlier_agenda(portfolio, initiative, year)
    return "moved" if year in portfolio.former_years.get(initiative.id, ()) else None


def own_standing(portfolio: Portfolio, initiative: Initiative) -> Standing | None:
    """Say where it stands for the agenda that its file names; None without an agenda, but of a draft."""
    if initiative.agenda is None:
        return "ended" if is_over(initiative) else "draft" if is_draft(initiative) else None
    return _of_own_year(portfolio, initiative)


def is_on_own_agenda(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it asks for a place on the agenda that its file names, or has one."""
    return own_standing(portfolio, initiative) in ON_AGENDA


def asks_for_place(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether directors still have to decide about its place on the agenda that its file names."""
    return own_standing(portfolio, initiative) in ASKING


def is_late(portfolio: Portfolio, initiative: Initiative) -> bool:
    """Whether it came too late for the intake or the dossiers of its own agenda, whatever its status.

    Not where that can't be judged: of an unknown agenda, or where a day can't be read.
    """
    if "agendas" in portfolio.partnership_damage or not hasattr(initiative, "submitted"):
        return False
    agenda = portfolio.agenda(initiative.agenda or 0)
    return agenda is not None and punctuality(portfolio, initiative, agenda) != "in-time"


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
    expected = foreseen(portfolio, initiative)
    if is_decided(initiative) and expected.end is not None and expected.end.year >= year:
        return "carried-over"
    if is_paid(initiative) or initiative.status == "stopped":
        return "still-paid" if expected.cost_in(year) else _moved(portfolio, initiative, year)
    return _moved(portfolio, initiative, year)


def _moved(portfolio: Portfolio, initiative: Initiative, year: int) -> Standing | None:
    return "moved" if year in portfolio.former_years.get(initiative.id, ()) else None


def on_agenda(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List who ask for a place on the agenda of a year or have one, by id."""
    return with_standing(portfolio, year, ON_AGENDA)


def with_standing(portfolio: Portfolio, year: int, kinds: tuple[Standing, ...]) -> tuple[Initiative, ...]:
    """List who stand in one of these ways for the agenda of a year, by id."""
    return tuple(i for i in portfolio.initiatives.values() if standing(portfolio, i, year) in kinds)
