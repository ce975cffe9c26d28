"""Arrivals as data."""

from datetime import date
from typing import Any

from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.render.arrivals.tables import TABLES
from icteregie.render.tables.json import plain, rows, totals
from icteregie.reports.arrivals.histogram import Histogram
from icteregie.reports.arrivals.view import ArrivalsReport

VERSION = 1
_KEYS = {"late": "late_initiatives"}
"""Under ``late`` is how many they are."""


def render(report: ArrivalsReport, language: Language) -> str:
    """Write everything; ``version`` rises when a key changes its meaning."""
    tables: dict[str, Any] = {}
    for name, make in TABLES.items():
        table, key = make(report, language), _KEYS.get(name, name.replace("-", "_"))
        tables[key] = rows(table)
        if table.totals:
            tables[f"{key}_totals"] = totals(table)
    doubts = [doubt.name for doubt in report.basis.doubts]
    data = {"version": VERSION, **_summary(report), "doubts": doubts, **tables}
    return json_document({**data, "weeks": _weeks(report.histogram)})


def _summary(report: ArrivalsReport) -> dict[str, Any]:
    count, dossiers = report.count, report.dossiers
    return {
        "agenda": report.year,
        "today": report.basis.day.isoformat(),
        "intake_closes": report.agenda.intake_closes.isoformat(),
        "dossier_closes": report.agenda.dossier_closes.isoformat(),
        "filed": count.submitted,
        "arrived": report.arrived,
        "settled": count.settled,
        "late": count.late,
        "late_after_dossier": report.after_dossier,
        "late_share": plain(count.share),
        "complete_in_time": dossiers.in_time,
        "complete_later": dossiers.later,
        "complete_since_unknown": dossiers.unknown,
        "incomplete": dossiers.incomplete,
    }


def _weeks(histogram: Histogram) -> dict[str, Any]:
    def day(moment: date) -> str:
        return moment.isoformat()

    return {
        "each": histogram.weeks,
        "earlier": histogram.earlier,
        "later": histogram.later,
        "left_out": histogram.left_out,
        "stretches": [
            {
                "first": day(bucket.first),
                "last": day(bucket.last),
                "arrived": bucket.count,
                "reached": bucket.reached,
                "punctuality": bucket.punctuality,
            }
            for bucket in histogram.buckets
        ],
    }
