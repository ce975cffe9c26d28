"""By when something must be brought in to be met calmly, and how far that is: coming, or past already."""

from datetime import date, timedelta
from typing import Literal, TypeAlias

from icteregie.analysis.arrivals import Size
from icteregie.analysis.seasons import last_day
from icteregie.portfolio.period import days_before
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.thresholds import Thresholds

DeadlineState: TypeAlias = Literal["coming", "this-season", "calm-day-passed", "notice-day-passed"]
"""``coming``: an earlier season is still open. ``this-season``: the season in which the last calm day falls.
``calm-day-passed``: after the last calm day. ``notice-day-passed``: after the day itself."""

STATES: tuple[DeadlineState, ...] = ("coming", "this-season", "calm-day-passed", "notice-day-passed")
"""From early to late: as days pass, the state of one deadline only goes on."""

SEASON_DAYS = 365
"""An agenda is made once a year: a season that closed longer ago isn't the one before."""


def replacement_size(yearly: int | None, thresholds: Thresholds) -> Size:
    """Say how large it is to replace what costs so much a year, in whole euros; unknown is large."""
    return "large" if yearly is None or yearly >= thresholds.large_recurring else "small"


def work_and_lead_time(size: Size, thresholds: Thresholds) -> tuple[int, int]:
    """Give the days that a replacement takes, and those between filing it and the decision."""
    if size == "large":
        return thresholds.replacement_large, thresholds.lead_time_large
    return thresholds.replacement_small, thresholds.lead_time_small


def last_calm_day(portfolio: Portfolio, day: date, size: Size) -> date:
    """Give the last day to bring in a replacement that must be finished on a day.

    That is the day less the work and the lead time, and not later than the intake of the agenda in whose
    year the first day of the work falls, where that agenda is known. The day itself is the last of the work.
    """
    work, lead = work_and_lead_time(size, portfolio.partnership.thresholds)
    first = days_before(day, max(work - 1, 0))
    agenda = portfolio.agenda(first.year)
    calm = days_before(day, work + lead)
    return min(calm, agenda.intake_closes) if agenda else calm


def season_start(portfolio: Portfolio, calm_day: date) -> date:
    """Give the first day of the season in which a last calm day falls: after the one before closed.

    Where no agenda is known of which the season closed in the year before, that is 1 January.
    """
    closed = (last_day(agenda) for agenda in portfolio.partnership.agendas.values())
    last = max((day for day in closed if day < calm_day), default=None)
    if last is None or (calm_day - last).days > SEASON_DAYS:
        return date(calm_day.year, 1, 1)
    return last + timedelta(days=1)


def deadline_state(portfolio: Portfolio, today: date, day: date, calm_day: date) -> DeadlineState | None:
    """Give the state of a deadline; None until ``deadline_notice`` days before its last calm day.

    Each day is in time itself.
    """
    if today > day:
        return "notice-day-passed"
    if today > calm_day:
        return "calm-day-passed"
    if (calm_day - today).days > portfolio.partnership.thresholds.deadline_notice:
        return None
    return "this-season" if today >= season_start(portfolio, calm_day) else "coming"
