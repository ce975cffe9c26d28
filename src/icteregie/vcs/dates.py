"""The days of commits: in one time zone, and in a possible order.

A commit holds the clock of the computer that made it, and clocks go wrong.
"""

from bisect import bisect_right
from collections.abc import Sequence
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


def monotonic_times(times: Sequence[int], since: int = FIRST_GIT_COMMIT) -> list[int]:
    """Correct the times of successive commits, oldest first, so that they never decrease.

    The longest non-decreasing subsequence is trusted; every other time is moved to the nearest
    moment between its trusted neighbours. Of subsequences of equal length the one with the
    lowest last time counts. Times before ``since``, or after the year 9999, are never trusted.
    """
    trusted = _trusted(times, since)
    upper_bounds = _upper_bounds(times, trusted)
    corrected: list[int] = []
    for time, upper_bound in zip(times, upper_bounds, strict=True):
        nearest = time if upper_bound is None else min(time, upper_bound)
        # A corrected time is no lower than the one before it.
        corrected.append(max(nearest, corrected[-1]) if corrected else nearest)
    return corrected


def _upper_bounds(times: Sequence[int], trusted: set[int]) -> list[int | None]:
    """Return for each position the first trusted time from there on, None where there is none."""
    bounds: list[int | None] = []
    nearest = None
    for index in range(len(times) - 1, -1, -1):
        nearest = times[index] if index in trusted else nearest
        bounds.append(nearest)
    return bounds[::-1]


def _trusted(times: Sequence[int], since: int) -> set[int]:
    """Return the positions of the longest non-decreasing subsequence (patience sorting)."""
    lowest_ends: list[int] = []  # by length: the lowest time at the end of a subsequence
    end_positions: list[int] = []  # by length: its position
    predecessors: list[int] = []  # by position: the position before it in its subsequence
    for index, time in enumerate(times):
        if not since <= time <= _LAST_SECOND:
            predecessors.append(-1)
            continue
        length = bisect_right(lowest_ends, time)
        predecessors.append(end_positions[length - 1] if length else -1)
        if length == len(lowest_ends):
            lowest_ends.append(time)
            end_positions.append(index)
        else:
            lowest_ends[length], end_positions[length] = time, index
    trusted = set()
    position = end_positions[-1] if end_positions else -1
    while position >= 0:
        trusted.add(position)
        position = predecessors[position]
    return trusted
