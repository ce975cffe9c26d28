"""The meetings of a new portfolio from a table: a CSV file with a date and a body on each line."""

import csv
import re
from dataclasses import dataclass
from datetime import date

from icteregie.diagnostics.types import Value
from icteregie.portfolio.input_hints import written_day

BODIES = {
    "innovation-board": ("innovation-board", "innovatieoverleg", "innovation board"),
    "directors": ("directors", "directeurenoverleg", "directeuren"),
}
"""The bodies that a new portfolio has, and what each can be called in a table."""
_DATES, _BODIES = ("date", "datum", "day", "dag"), ("body", "orgaan", "overleg")
_SEPARATORS = re.compile("[;\t,]")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What can't be read in a table: its line, counted from 1, the name of its sentence, and the values."""

    line: int
    name: str
    values: dict[str, Value]


Meetings = tuple[tuple[str, date], ...]


def read(data: bytes) -> tuple[Meetings, tuple[Mistake, ...]]:
    """Read a table with a heading, its columns parted by a comma, semicolon or tab; sorted by day."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")  # what a spreadsheet on Windows writes
    lines = text.splitlines()
    separator = _SEPARATORS.search(lines[0]) if lines else None
    rows = list(csv.reader(lines, delimiter=separator[0])) if separator else []
    heading = [cell.strip().casefold() for cell in rows[0]] if rows else []
    at_date = next((heading.index(name) for name in _DATES if name in heading), None)
    at_body = next((heading.index(name) for name in _BODIES if name in heading), None)
    if at_date is None or at_body is None:
        return (), (Mistake(1, "meetings-heading", {}),)
    return _rows(rows[1:], at_date, at_body)


def _rows(rows: list[list[str]], at_date: int, at_body: int) -> tuple[Meetings, tuple[Mistake, ...]]:
    meetings: set[tuple[str, date]] = set()
    mistakes: list[Mistake] = []
    for line, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        written, label = (row[at].strip() if at < len(row) else "" for at in (at_date, at_body))
        day = written_day(written)
        body = next((name for name, words in BODIES.items() if label.casefold() in words), "")
        if not day:
            mistakes.append(Mistake(line, "meetings-day", {"written": written}))
        if not body:
            mistakes.append(Mistake(line, "meetings-body", {"written": label, "known": tuple(BODIES)}))
        if day and body:
            meetings.add((body, date.fromisoformat(day)))
    return tuple(sorted(meetings, key=lambda each: (each[1], each[0]))), tuple(mistakes)
