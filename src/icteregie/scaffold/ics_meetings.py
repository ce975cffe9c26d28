"""The meetings of a new portfolio from a calendar file (RFC 5545): each event that names a body is one."""

from datetime import date, datetime

from icalendar import Calendar
from icalendar.cal import Component

from icteregie.scaffold.meetings import BODIES, Meetings, Mistake
from icteregie.vcs.dates import TIME_ZONE


def read(data: bytes) -> tuple[Meetings, tuple[Mistake, ...]]:
    """Read the events of a calendar file, sorted by day; the line of a mistake is that of its BEGIN:VEVENT.

    A time counts on its day in Amsterdam. An event that names no body is a mistake of the kind that may be
    passed over; so is one that repeats, because the dates of meetings are written out.
    """
    try:
        calendar = Calendar.from_ical(data)
    except (ValueError, IndexError, KeyError):
        return (), (Mistake(1, "meetings-no-calendar", {}),)
    lines = [n for n, line in enumerate(data.splitlines(), 1) if line.strip().upper() == b"BEGIN:VEVENT"]
    meetings: set[tuple[str, date]] = set()
    mistakes: list[Mistake] = []
    for line, event in zip(lines, calendar.walk("VEVENT"), strict=False):
        title = str(event.get("SUMMARY", ""))
        body, day = _body(title), _day(event)
        if not body:
            mistakes.append(Mistake(line, "meetings-no-body", {"written": title, "known": tuple(BODIES)}))
        elif event.get("RRULE") is not None:
            mistakes.append(Mistake(line, "meetings-repeats", {"written": title}))
        elif day is None:
            mistakes.append(Mistake(line, "meetings-no-day", {"written": title}))
        else:
            meetings.add((body, day))
    return tuple(sorted(meetings, key=lambda each: (each[1], each[0]))), tuple(mistakes)


def _body(title: str) -> str:
    """Give the body that a title names; "" when it names none, or both."""
    words = title.casefold()
    named = [name for name, labels in BODIES.items() if any(label in words for label in labels)]
    return named[0] if len(named) == 1 else ""


def _day(event: Component) -> date | None:
    start = getattr(event.get("DTSTART"), "dt", None)
    if isinstance(start, datetime):
        return (start.astimezone(TIME_ZONE) if start.tzinfo else start).date()
    return start if isinstance(start, date) else None
