"""The calendar of one agenda, worked out from its year: a proposal to replace by real dates.

Holidays are not looked at. The pattern is that of the example portfolio: the board advises
on the Thursday nearest to 24 September of the year before, the directors decide 14 days later.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.diagnostics.ceilings import LAST_YEAR

TO_DIRECTORS = timedelta(days=14)
_WEDNESDAY, _THURSDAY = 2, 3
# The days near which the board meets. In April it prepares the first estimate of the 23rd;
# its meeting of late November serves December too.
_BOARD_DAYS = (
    *((month, 9 if month == 4 else 8) for month in range(1, 9)),
    *((9, 24), (10, 29), (11, 26)),
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of one agenda, and the meetings of the year before it and of the year itself."""

    first_estimate: date
    intake_closes: date
    dossier_closes: date
    advice: date
    decision: date
    late_advice: date
    late_decision: date
    meetings: tuple[tuple[str, date], ...]


def nearest(weekday: int, to: date) -> date:
    """Give the day of the week (Monday is 0) that lies nearest to a day."""
    return to + timedelta(days=(weekday - to.weekday() + 3) % 7 - 3)


def calendar(year: int) -> Calendar:
    """Work out the dates on which the agenda of a year comes about, mostly in the year before."""
    before = year - 1
    advice = nearest(_THURSDAY, date(before, 9, 24))
    late_advice = nearest(_THURSDAY, date(before, 10, 29))
    return Calendar(
        first_estimate=nearest(_THURSDAY, date(before, 4, 23)),
        intake_closes=nearest(_WEDNESDAY, date(before, 7, 1)),
        dossier_closes=nearest(_THURSDAY, date(before, 8, 27)),
        advice=advice,
        decision=advice + TO_DIRECTORS,
        late_advice=late_advice,
        late_decision=late_advice + TO_DIRECTORS,
        meetings=(*_meetings(before), *_meetings(year)),
    )


def _meetings(year: int) -> tuple[tuple[str, date], ...]:
    pairs: list[tuple[str, date]] = []
    for month, day in _BOARD_DAYS:
        board = nearest(_THURSDAY, date(year, month, day))
        pairs += [("innovation-board", board), ("directors", board + TO_DIRECTORS)]
    return tuple(pairs)


def first_open_year(today: date) -> int:
    """Give the first agenda year for which proposals can still come in time."""
    year = min(today.year + 1, LAST_YEAR)
    return year if today <= calendar(year).intake_closes else year + 1
