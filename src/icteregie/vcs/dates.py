"""The days of commits: in one time zone, and in an order that can be true.

Every computer that makes a commit puts its own clock in it, and clocks go wrong.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
"""The zone in which deadlines fall, whatever the zone of the machine or of who commits."""

GIT_BEGAN = 1112911993
"""The first commit that was ever made with git, on 7 April 2005; no clock that says less is right."""
_LAST_SECOND = int((datetime(9999, 1, 1) - datetime(1970, 1, 1)) / timedelta(seconds=1))  # noqa: DTZ001


def day(seconds: int) -> date:
    """Give the calendar day of a moment, in seconds since 1970; what no calendar holds is cut off."""
    return datetime.fromtimestamp(min(max(seconds, 0), _LAST_SECOND), ZONE).date()


def settled(times: Sequence[int], since: int = GIT_BEGAN) -> list[int]:
    """Give the times at which commits can have come, one above the other, oldest first.

    A commit came no earlier than the one below it and no later than the one above. The longest
    run of times that don't go back is trusted; every other is moved to the nearest moment
    between its trusted neighbours. Of runs of equal length the one with the lowest end counts.
    What lies before ``since``, or after all calendars, is never trusted.
    """
    trusted = _trusted(times, since)
    above = _above(times, trusted)
    made: list[int] = []
    for time, highest in zip(times, above, strict=True):
        nearest = time if highest is None else min(time, highest)
        # What was moved is no lower than what was moved before it.
        made.append(max(nearest, made[-1]) if made else nearest)
    return made


def _above(times: Sequence[int], trusted: set[int]) -> list[int | None]:
    """Give for each time the first trusted one from there on, None where there is none."""
    found: list[int | None] = []
    nearest = None
    for index in range(len(times) - 1, -1, -1):
        nearest = times[index] if index in trusted else nearest
        found.append(nearest)
    return found[::-1]


def _trusted(times: Sequence[int], since: int) -> set[int]:
    """Find the longest run that doesn't go back, by the positions of its times."""
    ends: list[int] = []  # the lowest time with which a run of each length can end
    last: list[int] = []  # its position
    before: list[int] = []  # for each position, that of the one before it in its run
    for index, time in enumerate(times):
        if not since <= time <= _LAST_SECOND:
            before.append(-1)
            continue
        length = bisect_right(ends, time)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(time)
            last.append(index)
        else:
            ends[length], last[length] = time, index
    found = set()
    at = last[-1] if last else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
