"""When the contracts of a generated landscape must be answered, calculated from what was put in it.

The day is the contract's end less its notice. The last calm day is that day, less the work of a replacement,
less the least lead time, and not later than the intake of the agenda in whose year the work must begin.
"""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tests.landscapes import App, Deal, Generated, Plan

REPORTED = YEAR = timedelta(365)
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


def ends_of(deal: Deal) -> Iterator[date]:
    """Give the end of a contract, and each to which it can be prolonged: not past its last day."""
    yield deal.end
    number, unit = (deal.renews or "0 years").split()
    for times in range(1, 40):
        end = later(deal.end, f"{int(number) * times} {unit}")
        if not deal.renews or (
            deal.last and later(deal.end, f"{int(number) * (times - 1)} {unit}") >= deal.last
        ):
            return
        yield min(end, deal.last or date.max)


def coming_end(deal: Deal, today: date) -> date | None:
    """Give the first end that is not past; None where it ended for good."""
    return next((end for end in ends_of(deal) if end >= today), None)


def notice_day(deal: Deal, end: date) -> date:
    """Give the last day to give notice before an end."""
    return later(end, deal.notice, -1) if deal.notice else end


def size(app: App) -> str:
    """Give the size of a replacement; of unknown cost it is large, since unknown is not zero."""
    return "large" if app.yearly is None or app.yearly >= LARGE_YEARLY else "small"


@dataclass(frozen=True, slots=True)
class Season:
    """One agenda: when its intake closes, and the last day of its season."""

    intake: date
    closed: date


@dataclass(frozen=True, slots=True)
class Asked:
    """What a contract asks on a day: the notice day it is about, the calm day before it, and its state.

    ``answer_by`` is the notice day by which what answers it must end: after a missed one the next.
    """

    notice: date
    calm: date
    state: str
    answer_by: date


def asked(app: App, today: date, seasons: Mapping[int, Season]) -> Asked | None:
    """Give what a contract asks on a day; None where it asks nothing yet, or ended for good."""
    deal = app.contract
    if deal is None or not app.runs or (deal.decided and today <= deal.end):
        return None
    ends = list(ends_of(deal))
    # A last term can be so short that its notice day was missed together with the one before.
    missed = max((end for end in ends if notice_day(deal, end) < today <= end), default=None)
    following = next((end for end in ends if notice_day(deal, end) >= today), None)
    if (end := missed or following) is None:
        return None
    day = notice_day(deal, end)
    calm = calm_day(app, day, seasons)
    state = _state(today, day, calm, seasons)
    return Asked(day, calm, state, notice_day(deal, following) if following else day) if state else None


def calm_day(app: App, day: date, seasons: Mapping[int, Season]) -> date:
    """Give the last day on which a replacement can be brought in calmly."""
    begins = day - WORK[size(app)]
    calm = begins - LEAD[size(app)]
    year = (begins + timedelta(1)).year  # the day itself is the last one of the work
    return min(calm, seasons[year].intake) if year in seasons else calm


def _state(today: date, day: date, calm: date, seasons: Mapping[int, Season]) -> str | None:
    if today > day:
        return "notice-day-passed"
    if today > calm:
        return "calm-day-passed"
    if today < calm - REPORTED:
        return None
    closed = [each.closed for each in seasons.values() if calm - YEAR <= each.closed < calm]
    starts = max(closed) + timedelta(1) if closed else date(calm.year, 1, 1)
    return "this-season" if today >= starts else "coming"


def ended(app: App, today: date) -> bool:
    """Whether a contract ended for good while the application runs."""
    return app.runs and app.contract is not None and max(ends_of(app.contract)) < today


def answers(made: Generated, app: App) -> Iterator[Plan]:
    """Give the plans that answer an application: they name it or its component, and its member takes part."""
    for plan in made.plans:
        added = {
            arrival.component for arrival in plan.adds if app.member in (arrival.members or plan.participants)
        }
        named = {*plan.retires, *plan.components, *added} & {app.id, *app.components}
        if plan.status in COUNTS and app.member in plan.participants and named:
            yield plan
