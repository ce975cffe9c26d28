"""Lists of decisions as rows: one for each initiative that a decision or advice names, and each condition."""

from collections.abc import Iterator, Mapping
from typing import Any

from icteregie.render.show.json import plain
from icteregie.render.tables.table import Cell, Column, Data, Table
from icteregie.reports.decisions import AdviceView, ConditionView, DecisionsReport, DecisionView, ListView

COLUMNS = (
    *("date", "body", "agenda", "entry", "number", "id", "named", "title", "decision", "follows_advice"),
    *("choose", "to", "from", "end", "one_off", "recurring", "reasons", "because", "dissent"),
    *("condition", "what", "owner", "kind", "by", "state", "state_day", "confirmed", "present", "absent"),
)


def table(report: DecisionsReport) -> Table:
    """Put all lists in one table for a spreadsheet. ``condition`` counts from 1 in its decision."""
    rows = (row for view in report.lists for row in _rows(view))
    return Table(
        tuple(Column(key, key) for key in COLUMNS),
        tuple(tuple(Cell(row.get(key), "") for key in COLUMNS) for row in rows),
    )


def _rows(view: ListView) -> Iterator[Mapping[str, Data]]:
    content = view.listed.content
    common: dict[str, Data] = {
        "date": view.listed.day,
        "body": view.listed.body,
        "agenda": view.year,
        "confirmed": content.confirmed,
        "present": content.present,
        "absent": tuple(content.absent),
    }
    entries: tuple[DecisionView | AdviceView, ...] = (*view.decisions, *view.advice)
    for entry in entries:
        own = _decision(entry) if isinstance(entry, DecisionView) else _advice(entry)
        conditions = entry.conditions if isinstance(entry, DecisionView) else ()
        for subject in entry.subjects:
            named: dict[str, Data] = {
                "number": entry.number,
                "id": subject.id,
                "named": subject.named,
                "title": subject.title or None,
                "follows_advice": subject.following,
            }
            for number, condition in enumerate(conditions or (None,), 1):
                yield {**common, **own, **named, **(_condition(number, condition) if condition else {})}


def _decision(view: DecisionView) -> dict[str, Data]:
    decision = view.decision
    values: dict[str, Any] = {
        key: getattr(decision, key)
        for key in ("decision", "to", "one_off", "recurring", "reasons", "because")
    }
    more = {"from": decision.since, "end": plain(decision.end), "dissent": tuple(decision.dissent)}
    return {"entry": "decision", **values, **more}


def _advice(view: AdviceView) -> dict[str, Data]:
    return {
        "entry": "advice",
        "choose": view.preferred.id if view.preferred else None,
        "because": view.advice.because,
        "dissent": tuple(view.advice.dissent),
    }


def _condition(number: int, view: ConditionView) -> dict[str, Data]:
    condition = view.condition
    values: dict[str, Any] = {key: getattr(condition, key) for key in ("what", "owner", "kind", "by")}
    day = {"met": condition.met, "waived": condition.waived}.get(view.state)
    return {"condition": number, **values, "state": view.state, "state_day": day}
