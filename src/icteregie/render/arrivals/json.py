"""A season as data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from icteregie.escape.json import json_document
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.parts import PARTS
from icteregie.render.tables.json import plain, rows
from icteregie.reports.arrivals.histogram import Wave
from icteregie.reports.arrivals.view import Season

VERSION = 1


def render(portfolio: Portfolio, season: Season, language: Language, doubts: Sequence[str]) -> str:
    """Write everything; ``version`` rises when a key changes its meaning. ``doubts`` are git's."""
    tables = {name.replace("-", "_"): rows(make(portfolio, season, language)) for name, make in PARTS.items()}
    whole = {"version": VERSION, **_summary(season), "doubts": list(doubts), **tables}
    return json_document({**whole, "weeks": _weeks(season.wave)})


def _summary(season: Season) -> dict[str, Any]:
    count, dossiers = season.count, season.dossiers
    return {
        "agenda": season.year,
        "today": season.today.isoformat(),
        "intake_closes": season.agenda.intake_closes.isoformat(),
        "dossier_closes": season.agenda.dossier_closes.isoformat(),
        "filed": count.filed,
        "arrived": sum(one.has_arrived for one in season.filed),
        "settled": count.settled,
        "late": count.late,
        "late_after_dossier": season.after_dossier,
        "late_share": plain(count.share),
        "complete_in_time": dossiers.in_time,
        "complete_later": dossiers.later,
        "complete_since_unknown": dossiers.unknown,
        "incomplete": dossiers.incomplete,
    }


def _weeks(wave: Wave) -> dict[str, Any]:
    def day(moment: date) -> str:
        return moment.isoformat()

    return {
        "each": wave.weeks,
        "earlier": wave.earlier,
        "later": wave.later,
        "stretches": [
            {
                "first": day(stretch.first),
                "last": day(stretch.last),
                "arrived": stretch.count,
                "reached": stretch.reached,
                "punctuality": stretch.punctuality,
            }
            for stretch in wave.stretches
        ],
    }
