"""Landscapes for programs: what is judged, the totals, and the sections by their names."""

from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.render.landscape.sections import named
from icteregie.render.landscape.words import sum_data, yearly_data
from icteregie.reports.landscape.report import LandscapeReport

VERSION = 1


def render(report: LandscapeReport, part: str | None, _: Language) -> str:
    """Write all of it; ``version`` rises when a key changes its meaning."""
    totals, scope = report.totals, report.scope
    return json_document(
        {
            "version": VERSION,
            "today": report.basis.day.isoformat(),
            "year": scope.year,
            "judged": list(report.judged),
            "not_judged": list(report.without),
            "unread": list(report.unread),
            "totals": {
                "applications": totals.applications,
                **sum_data("users", totals.users),
                **yearly_data(totals.yearly, scope, is_part=not totals.rest.is_open),
                "of_several_components": totals.shared,
                "of_no_component": totals.unplaced,
            },
            **{section.name: section.data(report) for section in named(part)},
        }
    )
