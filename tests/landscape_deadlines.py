"""When the contracts of a generated landscape must be answered, calculated from what was put in it.

The day is the contract's end less its notice. The last calm day is that day, less the work of a replacement,
less the least lead time, and not later than the intake of the agenda in whose year the work must begin.
"""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tests.landscapes import App, Generated, Plan

REPORTED = timedelta(365)
LARGE_YEARLY = 50_000
"""From so much a year on a replacement is large."""
WORK = {"large": timedelta(365), "small": timedelta(182)}
LEAD = {"large": timedelta(99), "small": timedelta(42)}
COUNTS = ("proposal", "advised", "adopted", "running")


def months_later(day: date, months: int) -> date:
    """Give the same day of another month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def later(day: date, span: str, sign: int = 1) -> date:
    """Give the day that much later, or sooner."""
    amount, unit = span.rstrip("s").split()
    number = int(amount) * sign
    if unit in ("month", "year"):
        return months_later(day, number * (12 if unit == "year" else 1))
    return day + timedelta(number * (7 if unit == "week" else 1))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a contract asks on a day: the end that counts, and the days before it."""

    app: App
    end: date
    notice: date
    calm: date
    state: str


def counting_end(app: App, today: date) -> date | None:
    """Give the end that counts: past its notice day a contract with ``renews`` is prolonged.

    None where it ended, and nothing prolongs it: that is another finding.
    """
    assert app.contract is not None
    deal, end = app.contract, app.contract.end
    while deal.renews and today > notice_day(app, end) and (deal.last is None or end < deal.last):
        end = min(later(end, deal.renews), deal.last or date.max)
    return None if today > end else end


def notice_day(app: App, end: date) -> date:
    """Give the last day to give notice before an end."""
    assert app.contract is not None
    return later(end, app.contract.notice, -1) if app.contract.notice else end


def size(app: App) -> str:
    """Give the size of a replacement; of unknown cost it is large, since unknown is not zero."""
    return "large" if app.yearly is None or app.yearly >= LARGE_YEARLY else "small"


def asked(app: App, today: date, intakes: Mapping[int, date]) -> Asked | None:
    """Give what a contract asks on a day; None where it asks nothing yet, or no longer."""
    if app.contract is None or app.contract.decided or not app.runs:
        return None
    if (end := counting_end(app, today)) is None:
        return None
    day = notice_day(app, end)
    begins = day - WORK[size(app)]
    calm = min(begins - LEAD[size(app)], intakes.get(begins.year, date.max))
    state = _state(today, day, calm, intakes)
    return Asked(app, end, day, calm, state) if state else None


def _state(today: date, day: date, calm: date, intakes: Mapping[int, date]) -> str | None:
    if today > day:
        return "notice-passed"
    if today > calm:
        return "calm-passed"
    if today < calm - REPORTED:
        return None
    opened = min((intake for intake in intakes.values() if intake >= today), default=date.min)
    return "season" if calm <= opened else "coming"


def answers(made: Generated, app: App) -> Iterator[Plan]:
    """Give the plans that answer an application: they name it or its component, and its member takes part."""
    for plan in made.plans:
        added = {
            arrival.component for arrival in plan.adds if app.member in (arrival.members or plan.participants)
        }
        named = {*plan.retires, *plan.components, *added} & {app.id, *app.components}
        if plan.status in COUNTS and app.member in plan.participants and named:
            yield plan
