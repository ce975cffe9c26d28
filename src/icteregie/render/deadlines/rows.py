"""Unanswered deadlines as a table for programs: ids and days."""

from icteregie.analysis.unanswered.deadlines import UnansweredDeadline
from icteregie.analysis.unanswered.listed import DeadlineGroup, grouped
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell
from icteregie.reports.deadlines import DeadlinesReport

PLAIN: tuple[tuple[str, Kind], ...] = (
    *(("state", "text"), ("kind", "text"), ("id", "text"), ("title", "text"), ("members", "text")),
    *(("deadline", "date"), ("last_day", "date"), ("end", "date")),
    *(("next_deadline", "date"), ("next_last_day", "date"), ("next_end", "date")),
    *(("supplier", "text"), ("components", "text"), ("together", "text"), ("basis", "text")),
    *(("too_late", "text"), ("named_by", "text"), ("rule", "text")),
)


def plain_table(report: DeadlinesReport, language: Language) -> Table:
    """Make a row of every deadline, in the order of its groups."""
    columns = tuple(Column(key, key, kind) for key, kind in PLAIN)
    rows = (_row(group, each) for group in grouped(report.deadlines) for each in group.deadlines)
    return Table(columns, tuple(_cells(row, language) for row in rows))


def _cells(row: tuple[Data, ...], language: Language) -> tuple[Cell, ...]:
    return tuple(cell(data, kind, language) for data, (_, kind) in zip(row, PLAIN, strict=True))


def _row(group: DeadlineGroup, each: UnansweredDeadline) -> tuple[Data, ...]:
    following = each.following
    return (
        each.state,
        each.kind,
        each.subject,
        each.title,
        each.members,
        each.day,
        each.calm_day,
        each.end,
        following.notice_day if following else None,
        following.calm_day if following else None,
        following.end if following else None,
        each.supplier,
        each.components,
        "" if group.kind == "alone" else group.name,
        each.basis,
        tuple(answer.id for answer in each.answers if answer.verdict == "too-late"),
        tuple(answer.id for answer in each.named),
        each.rule,
    )
