"""Ambitions for programs: each with its state, and the initiatives beside them."""

from typing import Any

from icteregie.analysis.ambitions.bridges import MemberAmbition
from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.render.ambitions.rows import clashing, shared
from icteregie.reports.ambitions import AmbitionsReport

VERSION = 1


def render(report: AmbitionsReport, _: Language) -> str:
    """Write all of it; ``version`` rises when a key changes its meaning."""
    return json_document(
        {
            "version": VERSION,
            "today": report.basis.day.isoformat(),
            "year": report.year,
            "members": list(report.members),
            "without_ambitions": list(report.without),
            "ambitions": [_ambition(report, each) for each in report.ambitions],
            "initiatives": [
                {
                    "id": each.initiative.id,
                    "unasked": each.is_unasked,
                    "carries": {member: list(names) for member, names in each.carried.items()},
                }
                for each in report.carriers
            ],
            "chances": [
                {"domain": each.domain, "ambitions": [ambition.id for ambition in each.ambitions]}
                for each in report.chances
            ],
        }
    )


def _ambition(report: AmbitionsReport, each: MemberAmbition) -> dict[str, Any]:
    ambition = each.ambition
    return {
        "id": each.id,
        "member": each.member,
        "title": ambition.title,
        "domain": ambition.domain,
        "by": ambition.by.last.isoformat() if ambition.by else None,
        "source": ambition.source,
        "decided": ambition.decided.isoformat() if ambition.decided else None,
        "because": ambition.because,
        "state": each.state,
        "late": each.is_late,
        "initiatives": [
            {
                "id": bridge.id,
                "end": bridge.end.isoformat() if bridge.end else None,
                "solo": bridge.is_solo,
            }
            for bridge in each.bridges
        ],
        "named_by": list(each.others),
        "clashes_with": list(clashing(report, each)),
        "shared_with": list(shared(report, each)),
    }
