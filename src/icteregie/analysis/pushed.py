"""What can't end on the day that is foreseen, because what it waits for ends too late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.dependencies.schedule import schedule
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.slips import MissedDeadline, limits
from icteregie.analysis.standing.statuses import is_decided
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Pushed:
    """The earliest last day of an initiative, ``days`` after the foreseen one, and the id of what pushes it.

    ``missed`` has all last days that this end comes after, the earliest first.
    """

    id: str
    end: date
    days: int
    driver: str
    missed: tuple[MissedDeadline, ...] = ()


def missed_deadlines(portfolio: Portfolio, initiative: Initiative) -> tuple[MissedDeadline, ...]:
    """List the last days of what was decided on that its own foreseen end comes after, the earliest first."""
    end = foreseen_span(portfolio, initiative).end if is_decided(initiative) else None
    return tuple(limit for limit in limits(initiative) if end is not None and limit.day < end)


def pushed(portfolio: Portfolio) -> Mapping[str, Pushed]:
    """Find, by id, what was decided on and can only end later than foreseen; circles are not judged."""
    pushed_by = {}
    for name, slot in sorted(schedule(portfolio).items()):
        initiative = portfolio.initiatives[name]
        end = foreseen_span(portfolio, initiative).end
        if slot.driver is None or end is None or slot.end <= end or not is_decided(initiative):
            continue
        missed = tuple(limit for limit in limits(initiative) if limit.day < slot.end)
        pushed_by[name] = Pushed(name, slot.end, (slot.end - end).days, slot.driver, missed)
    return pushed_by
