"""What the status of a file says by itself, whatever the day and whatever its lateness."""

from typing import Literal, TypeAlias, cast

from icteregie.portfolio.initiative import ASKED, DECIDED, ENDED, OPEN, PAID, Initiative
from icteregie.portfolio.justification import Route

NotDone: TypeAlias = Literal["idea", "exploration", "stopped", "rejected", "parked"]
"""The statuses of what nobody is going to do, as it stands."""


def is_draft(initiative: Initiative) -> bool:
    """Whether it asks for nothing yet: an idea or an exploration."""
    return initiative.status in OPEN


def is_asking(initiative: Initiative) -> bool:
    """Whether its file still asks for a decision: proposal or advised."""
    return initiative.status in ASKED


def is_proposal(initiative: Initiative) -> bool:
    """Whether it was filed, and no body has advised on it yet."""
    return initiative.status == "proposal"


def is_decided(initiative: Initiative) -> bool:
    """Whether it was decided to do it and it isn't over: adopted, running or on hold."""
    return initiative.status in DECIDED


def is_adopted(initiative: Initiative) -> bool:
    """Whether it has its place and hasn't begun."""
    return initiative.status == "adopted"


def is_on_hold(initiative: Initiative) -> bool:
    """Whether it runs, and was suspended."""
    return initiative.status == "on-hold"


def is_running(initiative: Initiative) -> bool:
    """Whether it is being worked on."""
    return initiative.status == "running"


def is_done(initiative: Initiative) -> bool:
    """Whether it was finished."""
    return initiative.status == "done"


def is_stopped(initiative: Initiative) -> bool:
    """Whether it was ended before it was finished, after it had its place."""
    return initiative.status == "stopped"


def is_over(initiative: Initiative) -> bool:
    """Whether nothing will be done of it any more: done, stopped, rejected or parked."""
    return initiative.status in ENDED


def is_given_up(initiative: Initiative) -> bool:
    """Whether it is over without having been finished: stopped, rejected or parked."""
    return is_over(initiative) and not is_done(initiative)


def is_parked(initiative: Initiative) -> bool:
    """Whether it waits on the parking list."""
    return initiative.status == "parked"


def not_done(initiative: Initiative) -> NotDone | None:
    """Give the status of what nobody is going to do; None of what asks, runs or was finished."""
    if is_draft(initiative) or is_given_up(initiative):
        return cast("NotDone", initiative.status)
    return None


def is_paid(initiative: Initiative) -> bool:
    """Whether it was decided to pay for it, and that wasn't taken back: decided or done."""
    return initiative.status in PAID


def route(initiative: Initiative) -> Route | None:
    """Give the route that it asks for; None where it names none, or where that can't be read."""
    late = getattr(initiative, "late", None)
    return late.route if late is not None else None


def names_other_route(initiative: Initiative) -> bool:
    """Whether its file asks for another route than a place on its agenda; one that can't be read doesn't."""
    return route(initiative) not in (None, "now")


def has_agenda(initiative: Initiative) -> bool:
    """Whether it names an agenda, and asks for a place or has one, by whatever route."""
    return initiative.agenda is not None and (is_asking(initiative) or is_decided(initiative))


def names_agenda(initiative: Initiative, year: int | None = None) -> bool:
    """Whether its file names the agenda of a year, or any, whatever its status."""
    return initiative.agenda is not None and year in (None, initiative.agenda)


def is_before(initiative: Initiative, year: int) -> bool:
    """Whether its file names an agenda before that of a year, or none, whatever its status."""
    return initiative.agenda is None or initiative.agenda < year


def is_after(initiative: Initiative, year: int) -> bool:
    """Whether its file names an agenda after that of a year, whatever its status."""
    return initiative.agenda is not None and initiative.agenda > year


def is_filed(initiative: Initiative, year: int) -> bool:
    """Whether it names the agenda of a year and is more than a draft, whatever came of it."""
    return initiative.agenda == year and not is_draft(initiative)


def is_later(initiative: Initiative, other: Initiative) -> bool:
    """Whether it names a later agenda than another; not where one of them names none."""
    return initiative.agenda is not None and other.agenda is not None and initiative.agenda > other.agenda


def begins_to_ask(before: Initiative, after: Initiative) -> bool:
    """Whether a version asks for a place on an agenda that the version before it didn't ask for or have."""
    had = before.agenda == after.agenda and (is_asking(before) or is_paid(before))
    return is_asking(after) and not had
