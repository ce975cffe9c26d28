"""An initiative was received, or became complete, after the dossiers had to be complete.

That takes three grounds (unforeseen, unavoidable, not postponable) and a route. With them
it stays a warning, so that the board sees it; without them it is an error.
"""

from collections.abc import Iterator

from icteregie.analysis.arrivals import punctuality
from icteregie.analysis.asked import request_of
from icteregie.analysis.lateness import is_punctuality_lost, late_address, late_values
from icteregie.analysis.standing.standing import next_agenda, undecided
from icteregie.analysis.standing.statuses import route
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.justification import GROUNDS
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare when each was received and complete with the dossier deadline; the day itself is in time."""
    for initiative in case.ask(undecided):
        agenda = case.portfolio.agenda(initiative.agenda or 0)
        if agenda is None or is_punctuality_lost(case.portfolio, initiative, agenda):
            continue
        if punctuality(case.portfolio, initiative, agenda) != "after-dossier":
            continue
        day = request_of(case.portfolio, initiative).ready
        values: dict[str, Value] = {
            "id": initiative.id,
            "closed": agenda.dossier_closes,
            "count": (day - agenda.dossier_closes).days,
            "year": initiative.agenda or 0,
            **late_values(case.portfolio, initiative, "ready"),
        }
        yield _finding(case, initiative, values)


def _finding(case: Case, initiative: Initiative, values: dict[str, Value]) -> Finding:
    late, asked = initiative.late, route(initiative)
    missing = late.missing_grounds if late else GROUNDS
    at = case.portfolio.at(initiative.id, "late")
    if missing and asked == "next-agenda":
        return Finding(at, values | {"missing": missing}, "waits", initiative.agenda, mild=True)
    if missing:
        at = late_address(case.portfolio, initiative)
        later = next_agenda(case.portfolio, initiative, case.today)
        if later is None:
            return Finding(at, values | {"missing": missing}, "grounds", initiative.agenda)
        return Finding(at, values | {"missing": missing, "next": later}, "grounds-next", initiative.agenda)
    if asked is None:
        return Finding(at, values, "route", initiative.agenda)
    return Finding(at, values | {"route": asked}, "", initiative.agenda, mild=True)


RULE = Rule(
    "late-dossier",
    "late",
    "error",
    check,
    needs={"initiative": ("submitted", "status", "agenda", "late"), "partnership": ("agendas", "history")},
)
