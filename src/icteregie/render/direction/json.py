"""Direction as data."""

from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.render.direction.tables import TABLES
from icteregie.render.tables.json import rows
from icteregie.reports.direction import DirectionReport

VERSION = 1


def render(report: DirectionReport, language: Language) -> str:
    """Write all tables; ``version`` rises when a key changes its meaning."""
    data = {"version": VERSION, "agenda": report.year, "today": report.basis.day.isoformat()}
    return json_document({**data, **{name: rows(make(report, language)) for name, make in TABLES.items()}})
