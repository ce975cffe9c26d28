"""The calendar as a table: the day, how long that still is, what happens, and for what."""

from icteregie.analysis.decision_calendar import Entry
from icteregie.messages.catalogue import sentence
from icteregie.messages.formats import day
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.basis import Basis
from icteregie.reports.calendar import CalendarReport

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("date", "date"),
    ("days", "number"),
    ("kind", "text"),
    ("agenda", "number"),
    ("about", "text"),
    ("what", "text"),
)


def calendar_table(report: CalendarReport, language: Language) -> Table:
    """Make a row of every entry; ``days`` counts from today, negative is past."""
    columns = tuple(
        Column(key, sentence(language, f"commands/calendar/heading.{key}"), kind) for key, kind in COLUMNS
    )
    return Table(columns, tuple(_row(report.basis, entry, language) for entry in report.entries))


MEMBER = ("date", "kind", "about", "what")
"""What a member sees of a date in its own annex."""


def member_table(report: CalendarReport, language: Language) -> Table:
    """Make a row of every entry, with its day in words."""
    table = calendar_table(report, language)
    kept = [n for n, column in enumerate(table.columns) if column.key in MEMBER]
    rows = (
        (
            Cell(entry.day, day(entry.day, language)),
            *(_of_agenda(entry, row[n], table.columns[n].key, language) for n in kept[1:]),
        )
        for entry, row in zip(report.entries, table.rows, strict=True)
    )
    return Table(tuple(table.columns[n] for n in kept), tuple(rows))


def _of_agenda(entry: Entry, shown: Cell, key: str, language: Language) -> Cell:
    """Name the agenda of a day that opens or closes one: a year can have days of two."""
    if key != "kind" or entry.agenda is None:
        return shown
    words = sentence(language, "commands/calendar/of-agenda", what=shown.words, year=entry.agenda)
    return Cell(shown.data, words)


def joined_what(table: Table, language: Language) -> Table:
    """Put what happens and what is said about it in one column, the last one, for a narrow page.

    That the day is a deadline is what the heading above says already.
    """
    date, kind, about, _ = table.columns

    def joined(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        day_cell, kind_cell, about_cell, what = row
        words = sentence(language, "commands/calendar/deadline", kind=kind_cell.words, what=what.words)
        is_said = kind_cell.data == "obligation"
        last = Cell(kind_cell.data, what.words if is_said else words) if what.words else kind_cell
        return day_cell, about_cell, last

    return Table((date, about, kind), tuple(map(joined, table.rows)))


def _row(basis: Basis, entry: Entry, language: Language) -> tuple[Cell, ...]:
    return (
        cell(entry.day, "date", language),
        cell((entry.day - basis.day).days, "number", language),
        Cell(entry.kind, sentence(language, f"commands/calendar/kind.{entry.kind}")),
        cell(entry.agenda, "number", language),
        _about(basis.portfolio, entry),
        _what(entry, language),
    )


def _what(entry: Entry, language: Language) -> Cell:
    """Say what ends of an application or a component; of others in the submitter's own words."""
    if not entry.subject:
        return cell(entry.what, "text", language)
    return Cell(entry.key, sentence(language, f"commands/calendar/ends.{entry.key}"))


def _about(portfolio: Portfolio, entry: Entry) -> Cell:
    """Name the initiative, or else the body: by its id for programs, by its title or name for people."""
    if entry.initiative:
        return Cell(entry.initiative, portfolio.initiatives[entry.initiative].title)
    if entry.subject:
        names = ", ".join(map(portfolio.partnership.member_name, entry.members))
        return Cell(entry.subject, f"{entry.title} ({names})")
    bodies = portfolio.partnership.bodies
    return Cell(entry.body, bodies[entry.body].name if entry.body in bodies else entry.body)
