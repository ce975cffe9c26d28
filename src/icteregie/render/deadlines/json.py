"""Unanswered deadlines for programs."""

from typing import Any

from icteregie.analysis.unanswered.deadlines import UnansweredDeadline


def deadline_data(each: UnansweredDeadline) -> dict[str, Any]:
    """Write one deadline as data: ids, ISO days, null for what there isn't."""
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
        "following": {
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
