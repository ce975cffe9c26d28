"""Who must report as a table: the initiative, its submitter, and how long it has been silent."""

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.initiatives import member_word
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.report import Due, DueReport

COLUMNS: tuple[tuple[str, Kind], ...] = (
    ("id", "text"),
    ("title", "text"),
    ("submitter", "text"),
    ("reported", "date"),
    ("days", "number"),
)


def due_table(report: DueReport, language: Language) -> Table:
    """Make a row of every initiative that must report, longest silent first."""
    columns = tuple(
        Column(key, sentence(language, f"commands/report/heading.{key}"), kind) for key, kind in COLUMNS
    )
    return Table(columns, tuple(_row(report, each, language) for each in report.due))


def _row(report: DueReport, due: Due, language: Language) -> tuple[Cell, ...]:
    initiative = due.initiative
    return (
        cell(initiative.id, "text", language),
        cell(initiative.title, "text", language),
        Cell(
            initiative.submitter,
            member_word(report.basis.portfolio.partnership, initiative.submitter, language),
        ),
        cell(due.reported, "date", language),
        cell(due.days, "number", language),
    )
