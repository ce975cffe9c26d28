"""The days of commits: in one time zone, and in an order that can be true.

Every computer that makes a commit puts its own clock in it, and clocks go wrong.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Amsterdam")
"""The zone in which deadlines fall, whatever the zone of the machine or of who commits."""

FIRST_GIT_COMMIT = 1112911993
"""The first commit that was ever made with git, on 7 April 2005; no clock that says less is right."""
_LAST_SECOND = int((datetime(9999, 1, 1) - datetime(1970, 1, 1)) / timedelta(seconds=1))  # noqa: DTZ001


def local_day(seconds: int) -> date:
    """Give the calendar day of a moment, in seconds since 1970; what no calendar holds is cut off."""
    return datetime.fromtimestamp(min(max(seconds, 0), _LAST_SECOND), TIME_ZONE).date()


def monotonic_times(times: Sequence[int], since: int = FIRST_GIT_COMMIT) -> list[int]:
    """Give the times at which commits can have come, one above the other, oldest first.

    A commit came no earlier than the one below it and no later than the one above. The longest
    run of times that don't go back is trusted; every other is moved to the nearest moment
    between its trusted neighbours. Of runs of equal length the one with the lowest end counts.
    What lies before ``since``, or after all calendars, is never trusted.
    """
    trusted = _trusted(times, since)
    upper_bounds = _upper_bounds(times, trusted)
    corrected: list[int] = []
    for time, upper_bound in zip(times, upper_bounds, strict=True):
        nearest = time if upper_bound is None else min(time, upper_bound)
        # What was moved is no lower than what was moved before it.
        corrected.append(max(nearest, corrected[-1]) if corrected else nearest)
    return corrected


def _upper_bounds(times: Sequence[int], trusted: set[int]) -> list[int | None]:
    """Give for each time the first trusted one from there on, None where there is none."""
    bounds: list[int | None] = []
    nearest = None
    for index in range(len(times) - 1, -1, -1):
        nearest = times[index] if index in trusted else nearest
        bounds.append(nearest)
    return bounds[::-1]


def _trusted(times: Sequence[int], since: int) -> set[int]:
    """Find the longest run that doesn't go back, by the positions of its times."""
    lowest_ends: list[int] = []  # the lowest time with which a run of each length can end
    end_positions: list[int] = []  # its position
    predecessors: list[int] = []  # for each position, that of the one before it in its run
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
