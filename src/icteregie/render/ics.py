"""The calendar as an iCalendar file (RFC 5545): the only module that writes with icalendar.

Every entry is an event of one whole day. The library folds lines, ends them with CRLF and escapes texts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from icteregie.analysis.decision_calendar import CLOSING_DAYS, MEETING_DAYS, Entry, fact_key, role_of_moment
from icteregie.analysis.former_ids import first_ids
from icteregie.escape.unseen import visible
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.calendar import CalendarReport

REMINDERS: Mapping[str, tuple[int, ...]] = {"meetings": (7,), "closing": (14,), "deadlines": (30, 7)}
"""How many days before the day each kind of entry reminds of it."""


def render(report: CalendarReport, language: Language) -> str:
    """Write all entries; those of one report and one day are the same bytes each time."""
    portfolio = report.basis.portfolio
    calendar = Calendar()
    calendar.add("prodid", "-//icteregie//regie calendar//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", visible(portfolio.partnership.name))
    for uid, entry, moments in _events(report):
        calendar.add_component(_event(report, language, uid, entry, moments))
    return str(calendar.to_ical(), "utf-8")


def _events(report: CalendarReport) -> Iterator[tuple[str, Entry, tuple[Entry, ...]]]:
    """Give each event its UID; what an agenda does at a meeting is said there, and is no event of its own."""
    partnership = report.basis.portfolio.partnership
    roles = {name: body.role for name, body in partnership.bodies.items()}
    met = {(e.day, roles.get(e.body)) for e in report.entries if e.kind == "meeting"}
    at_meeting = {
        e for e in report.entries if e.kind in MEETING_DAYS and (e.day, _role(e)) in met and _role(e)
    }
    first = first_ids(report.basis.portfolio)
    seen: Counter[str] = Counter()
    for entry in report.entries:
        if entry in at_meeting:
            continue
        uid = _uid(entry, first.get(entry.initiative, ""), partnership.name)
        seen[uid] += 1
        is_same_day = entry.kind == "meeting"
        own = (m for m in report.entries if m in at_meeting and m.day == entry.day)
        moments = tuple(m for m in own if is_same_day and _role(m) == roles.get(entry.body))
        # Two facts with the same words are told apart by their place.
        name, _, domain = uid.partition("@")
        yield (uid if seen[uid] == 1 else f"{name}-{seen[uid]}@{domain}"), entry, moments


def _role(entry: Entry) -> str | None:
    return None if entry.kind not in MEETING_DAYS else role_of_moment(entry.kind)  # type: ignore[arg-type]


def _uid(entry: Entry, first: str, partnership: str) -> str:
    """Name a fact by its kind, its owner and its key, and never by its day, so that it can be moved.

    ``first`` is the id that its initiative had at first, "" where that is the one it has now.
    """
    kind, owner, words = fact_key(entry)
    name = "-".join(filter(None, (kind, first or owner, _hash(words))))
    return f"{name}@{_hash(partnership)}.regie"


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12] if text else ""


def group(entry: Entry) -> str:
    """Say what kind of date it is, so that a calendar can show deadlines apart from meetings."""
    if entry.kind in MEETING_DAYS:
        return "meetings"
    return "closing" if entry.kind in CLOSING_DAYS else "deadlines"


def _event(
    report: CalendarReport, language: Language, uid: str, entry: Entry, moments: tuple[Entry, ...]
) -> Event:
    portfolio = report.basis.portfolio
    move = report.moves.get(fact_key(entry))
    stamp = datetime.combine(move.on if move else report.basis.day, time(), UTC)
    event, kind = Event(), group(entry)
    summary = _summary(portfolio, entry, language)
    summary = summary[:1].upper() + summary[1:]
    lines = [
        entry.what,
        entry.initiative or entry.subject,
        *(_of_agenda(moment, language) for moment in moments),
    ]
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("sequence", move.sequence if move else 0)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", summary)
    if text := "\n".join(visible(line) for line in lines if line):
        event.add("description", text)
    event.add("categories", [sentence(language, f"commands/calendar/category.{kind}")])
    event.add("transp", "OPAQUE" if kind == "meetings" else "TRANSPARENT")
    for days in REMINDERS[kind]:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    return event


def _summary(portfolio: Portfolio, entry: Entry, language: Language) -> str:
    what = sentence(language, f"commands/calendar/kind.{entry.kind}")
    if entry.initiative:
        return visible(f"{what}: {portfolio.initiatives[entry.initiative].title}")
    if entry.subject:
        names = ", ".join(map(portfolio.partnership.member_name, entry.members))
        return visible(f"{what}: {entry.title} ({names})")
    if entry.kind == "meeting":
        body = portfolio.partnership.bodies.get(entry.body)
        return visible(f"{what}: {body.name if body else entry.body}")
    return _of_agenda(entry, language)


def _of_agenda(entry: Entry, language: Language) -> str:
    what = sentence(language, f"commands/calendar/kind.{entry.kind}")
    return sentence(language, "commands/calendar/of-agenda", what=what, year=entry.agenda or 0)
