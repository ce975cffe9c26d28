"""The state of each initiative as tables: for people with colours together, for programs each by itself."""

from collections.abc import Sequence

from icteregie.analysis.rag_status import Colours
from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.progress import Colour
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell
from icteregie.reports.status import StatusReport, StatusRow

SHOWN: tuple[tuple[str, Kind], ...] = (
    ("id", "text"),
    ("status", "text"),
    ("declared", "text"),
    ("first", "text"),
    ("agreed", "text"),
    ("agreed_end", "text"),
    ("end", "text"),
    ("agreed_one_off", "euros"),
    ("one_off", "euros"),
    ("spent", "euros"),
    ("days", "number"),
    ("conditions", "number"),
)
PLAIN: tuple[tuple[str, Kind], ...] = (
    ("id", "text"),
    ("status", "text"),
    ("declared_time", "text"),
    ("declared_cost", "text"),
    ("declared_quality", "text"),
    ("first_time", "text"),
    ("first_cost", "text"),
    ("agreed_time", "text"),
    ("agreed_cost", "text"),
    ("adopted_end", "text"),
    ("agreed_end", "text"),
    ("end", "date"),
    ("adopted_one_off", "euros"),
    ("agreed_one_off", "euros"),
    ("one_off", "euros"),
    ("adopted_recurring", "euros"),
    ("agreed_recurring", "euros"),
    ("recurring", "euros"),
    ("spent", "euros"),
    ("reported", "date"),
    ("days", "number"),
    ("conditions", "number"),
    ("concerns", "text"),
)


_NONE = Colours(None, None, None)


def words(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/status/{name}", **values)


def columns(names: Sequence[tuple[str, Kind]], language: Language) -> tuple[Column, ...]:
    """Head columns by their keys."""
    return tuple(Column(key, words(language, f"heading.{key}"), kind) for key, kind in names)


def shown_table(report: StatusReport, language: Language, names: Sequence[tuple[str, Kind]] = SHOWN) -> Table:
    """Make a row of every initiative for people: two colours together, of time and of cost."""
    return Table(columns(names, language), tuple(_shown(row, names, language) for row in report.rows))


def _shown(row: StatusRow, names: Sequence[tuple[str, Kind]], language: Language) -> tuple[Cell, ...]:
    rag, now, declared = row.rag, row.foreseen, row.report
    values: dict[str, Data] = {
        "id": row.initiative.id,
        "title": row.initiative.title,
        "status": term(language, "status", row.initiative.status),
        "declared": pair(declared.time, declared.cost, language) if declared else "",
        "first": pair(rag.first.time, rag.first.cost, language) if rag else "",
        "agreed": pair(rag.agreed.time, rag.agreed.cost, language) if rag else "",
        "agreed_end": formats.moment(rag.agreement.end, language) if rag else None,
        "end": formats.moment(now.end_moment, language) if now.end_moment else None,
        "agreed_one_off": rag.agreement.one_off if rag else None,
        "one_off": now.one_off_total,
        "agreed_recurring": rag.agreement.recurring if rag else None,
        "recurring": now.recurring_level,
        "spent": now.spent,
        "days": row.days,
        "conditions": len(row.conditions),
    }
    return tuple(cell(values[key], kind, language) for key, kind in names)


def pair(time: Colour | None, cost: Colour | None, language: Language) -> str:
    """Write the colours of time and cost together; a dash for what has none."""
    return " / ".join(term(language, "colour", each) if each else "–" for each in (time, cost))


def plain_table(report: StatusReport, language: Language) -> Table:
    """Make a row of every initiative for programs, with a column for each value."""
    return Table(columns(PLAIN, language), tuple(_plain(row, language) for row in report.rows))


def csv_table(report: StatusReport, language: Language) -> Table:
    """Add to the values of each initiative the share of every member, and its hours of every team.

    Amounts are whole euros, and empty for who doesn't take part or where the share isn't known.
    """
    plain, partnership = plain_table(report, language), report.basis.portfolio.partnership
    kinds = ("spent", "one_off", "recurring")
    shares = [(member, kind) for member in partnership.members for kind in kinds]
    teams = tuple(report.team_hours)
    heads = (
        *(Column(f"{kind}_{member}", f"{kind}_{member}", "euros") for member, kind in shares),
        *(Column(f"hours_{team}", f"hours_{team}", "number") for team in teams),
    )
    rows = []
    for cells, row in zip(plain.rows, report.rows, strict=True):
        own = {share.member: share for share in row.shares}
        amounts = [getattr(own[member], kind) if member in own else None for member, kind in shares]
        hours = [report.hours_of(row, team) for team in teams]
        more = (cell(value, "number", language) for value in (*amounts, *hours))
        rows.append((*cells, *more))
    return Table((*plain.columns, *heads), tuple(rows))


def _plain(row: StatusRow, language: Language) -> tuple[Cell, ...]:
    rag, now, declared = row.rag, row.foreseen, row.report
    first, agreed = (rag.first, rag.agreed) if rag else (_NONE, _NONE)
    values: dict[str, Data] = {
        "id": row.initiative.id,
        "status": row.initiative.status,
        "declared_time": declared.time if declared else None,
        "declared_cost": declared.cost if declared else None,
        "declared_quality": declared.quality if declared else None,
        "first_time": first.time,
        "first_cost": first.cost,
        "agreed_time": agreed.time,
        "agreed_cost": agreed.cost,
        "adopted_end": rag.baseline.end.text if rag else None,
        "agreed_end": rag.agreement.end.text if rag else None,
        "end": now.end,
        "adopted_one_off": rag.baseline.one_off if rag else None,
        "agreed_one_off": rag.agreement.one_off if rag else None,
        "one_off": now.one_off_total,
        "adopted_recurring": rag.baseline.recurring if rag else None,
        "agreed_recurring": rag.agreement.recurring if rag else None,
        "recurring": now.recurring_level,
        "spent": now.spent,
        "reported": declared.date if declared else None,
        "days": row.days,
        "conditions": len(row.conditions),
        "concerns": row.concerns,
    }
    return tuple(cell(values[key], kind, language) for key, kind in PLAIN)
