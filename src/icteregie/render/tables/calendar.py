"""The calendar as a table: the day, how long that still is, what happens, and for what."""

from datetime import date

from icteregie.analysis.decision_calendar import Entry
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("date", "date"),
    ("days", "number"),
    ("kind", "text"),
    ("agenda", "number"),
    ("about", "text"),
    ("what", "text"),
)


def calendar_table(portfolio: Portfolio, entries: tuple[Entry, ...], today: date, say: Language) -> Table:
    """Make a row of every entry; ``days`` counts from today, negative is past."""
    columns = tuple(
        Column(key, sentence(say, f"commands/calendar/heading.{key}"), kind) for key, kind in COLUMNS
    )
    return Table(columns, tuple(_row(portfolio, entry, today, say) for entry in entries))


def _row(portfolio: Portfolio, entry: Entry, today: date, say: Language) -> tuple[Cell, ...]:
    return (
        cell(entry.day, "date", say),
        cell((entry.day - today).days, "number", say),
        Cell(entry.kind, sentence(say, f"commands/calendar/kind.{entry.kind}")),
        cell(entry.agenda, "number", say),
        _about(portfolio, entry),
        cell(entry.what, "text", say),
    )


def _about(portfolio: Portfolio, entry: Entry) -> Cell:
    """Name the initiative, by its id for programs and by its title for people, or else the body."""
    if entry.initiative:
        return Cell(entry.initiative, portfolio.initiatives[entry.initiative].title)
    return Cell(entry.body, entry.body)
