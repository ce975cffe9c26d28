"""Unanswered deadlines for programs."""

from collections.abc import Iterable, Iterator
from typing import Any

from icteregie.analysis.unanswered.deadlines import UnansweredDeadline
from icteregie.analysis.unanswered.listed import grouped
from icteregie.escape.json import json_document
from icteregie.reports.deadlines import DeadlinesReport

VERSION = 1


def render(report: DeadlinesReport) -> str:
    """Write everything as data; ``version`` rises when a key changes its meaning."""
    return json_document(
        {
            "version": VERSION,
            "as_of": report.basis.day.isoformat(),
            "unreadable": list(report.basis.unreadable),
            "not_judged": list(report.not_judged),
            "deadlines": list(deadlines_data(report.deadlines)),
        }
    )


def deadlines_data(deadlines: Iterable[UnansweredDeadline]) -> Iterator[dict[str, Any]]:
    """Write each deadline, in the order of its groups, with what it can be answered together with."""
    for group in grouped(deadlines):
        together = None if group.kind == "alone" else {"kind": group.kind, "name": group.name}
        for each in group.deadlines:
            yield {**_data(each), "together": together}


def _data(each: UnansweredDeadline) -> dict[str, Any]:
    """Write one deadline: ids, ISO days, null for what there isn't."""
    following = each.following
    return {
        "id": each.subject,
        "about": each.subject_kind,
        "kind": each.kind,
        "state": each.state,
        "deadline": each.day.isoformat(),
        "last_day": each.calm_day.isoformat(),
        "end": each.end.isoformat() if each.end else None,
        "prolonged_from": each.prolonged_from.isoformat() if each.prolonged_from else None,
        "next": {
            "end": following.end.isoformat(),
            "deadline": following.notice_day.isoformat(),
            "last_day": following.calm_day.isoformat(),
        }
        if following
        else None,
        "members": list(each.members),
        "supplier": each.supplier,
        "components": list(each.components),
        "basis": each.basis or None,
        "answers": [
            {
                "id": answer.id,
                "verdict": answer.verdict,
                "end": answer.end.isoformat() if answer.end else None,
            }
            for answer in each.answers
        ],
        "rule": each.rule,
    }
