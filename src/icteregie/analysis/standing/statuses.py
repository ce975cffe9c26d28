"""What the status of a file says by itself, whatever the day and whatever its lateness."""

from icteregie.portfolio.initiative import ASKED, DECIDED, ENDED, OPEN, PAID, Initiative


def is_draft(initiative: Initiative) -> bool:
    """Whether it asks for nothing yet: an idea or an exploration."""
    return initiative.status in OPEN


def is_asking(initiative: Initiative) -> bool:
    """Whether its file still asks for a decision: proposal or advised."""
    return initiative.status in ASKED


def is_decided(initiative: Initiative) -> bool:
    """Whether it was decided to do it and it isn't over: adopted, running or on hold."""
    return initiative.status in DECIDED


def is_on_hold(initiative: Initiative) -> bool:
    """Whether it runs, and was suspended."""
    return initiative.status == "on-hold"


def is_running(initiative: Initiative) -> bool:
    """Whether it is being worked on."""
    return initiative.status == "running"


def is_done(initiative: Initiative) -> bool:
    """Whether it was finished."""
    return initiative.status == "done"


def is_over(initiative: Initiative) -> bool:
    """Whether nothing will be done of it any more: done, stopped, rejected or parked."""
    return initiative.status in ENDED


def is_given_up(initiative: Initiative) -> bool:
    """Whether it is over without having been finished: stopped, rejected or parked."""
    return is_over(initiative) and not is_done(initiative)


def is_paid(initiative: Initiative) -> bool:
    """Whether it was decided to pay for it, and that wasn't taken back: decided or done."""
    return initiative.status in PAID


def names_other_route(initiative: Initiative) -> bool:
    """Whether its file asks for another route than a place on its agenda; one that can't be read doesn't."""
    late = getattr(initiative, "late", None)
    return late is not None and late.route not in (None, "now")


def is_stopped(initiative: Initiative) -> bool:
    """Whether it was stopped."""
    return initiative.status == "stopped"
