"""An initiative was received after the intake closed, but before the dossiers had to be complete."""

from collections.abc import Iterator

from icteregie.analysis.arrivals import punctuality
from icteregie.analysis.asked import request_of
from icteregie.analysis.lateness import is_punctuality_lost, late_address, late_values
from icteregie.analysis.standing.standing import undecided
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the day on which each was received with the intake of its agenda; the day itself is in time."""
    for initiative in case.ask(undecided):
        agenda = case.portfolio.agenda(initiative.agenda or 0)
        if agenda is None or is_punctuality_lost(case.portfolio, initiative, agenda):
            continue
        if punctuality(case.portfolio, initiative, agenda) != "after-intake":
            continue
        day = request_of(case.portfolio, initiative).received
        yield Finding(
            late_address(case.portfolio, initiative),
            {
                "id": initiative.id,
                "closed": agenda.intake_closes,
                "count": (day - agenda.intake_closes).days,
                "year": initiative.agenda or 0,
                **late_values(case.portfolio, initiative, "received"),
            },
            "",
            initiative.agenda,
        )


RULE = Rule(
    "late-intake",
    "late",
    "warning",
    check,
    needs={"initiative": ("submitted", "status", "agenda"), "partnership": ("agendas", "history")},
)
