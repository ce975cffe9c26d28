"""The dates of commits, in one time zone and in a possible order. Committer clocks can be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Amsterdam")
"""The zone of deadlines, whatever the zone of the machine or of the author."""

FIRST_GIT_COMMIT = 1112911993
"""The first commit ever made with git, 7 April 2005, in seconds since 1970; no earlier clock is right."""
_LAST_SECOND = int((datetime(9999, 1, 1) - datetime(1970, 1, 1)) / timedelta(seconds=1))  # noqa: DTZ001


def local_day(seconds: int) -> date:
    """Return the calendar day of a moment in seconds since 1970, limited to what ``date`` can hold."""
    return datetime.fromtimestamp(min(max(seconds, 0), _LAST_SECOND), TIME_ZONE).date()


FIRST_DAY = local_day(FIRST_GIT_COMMIT)
"""The earliest day of what a clone doesn't hold."""


@dataclass(frozen=True, slots=True)
class Days:
    """The day of each step of main, oldest first; ``repaired`` are the steps whose own day can't be."""

    days: list[date]
    repaired: tuple[int, ...]

    def __getitem__(self, step: int) -> date:
        return self.days[step]

    def __len__(self) -> int:
        return len(self.days)


def days(times: Sequence[int], today: date | None = None) -> Days:
    """Return the days of successive steps of main, from their times in seconds since 1970.

    A step counts on its own day. One below the step under it counts on the day of that step; one
    after ``today`` counts today, and nothing that follows is held to it. So a repair of what
    came only moves it later, and what is added never moves a day of what was there. A step
    before git existed counts on the first day of git.
    """
    result: list[date] = []
    repaired: list[int] = []
    floor = FIRST_DAY
    for step, time in enumerate(times):
        own = local_day(time)
        if today is not None and own > today:
            day = today
        else:
            day = floor = max(own, floor)
        if day != own:
            repaired.append(step)
        result.append(day)
    return Days(result, tuple(repaired))
