"""An initiative came in after the intake closed, but before the dossiers had to be complete."""

from collections.abc import Iterator

from icteregie.analysis.arrivals import arrival_date, arrival_values, punctuality
from icteregie.analysis.planned import planned
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare each arrival with the intake of its agenda; the day itself is in time."""
    for initiative in case.ask(planned):
        agenda = case.portfolio.agenda(initiative.agenda or 0)
        if agenda is None or punctuality(case.portfolio, initiative, agenda) != "after-intake":
            continue
        day = arrival_date(case.portfolio, initiative)
        yield Finding(
            case.portfolio.at(initiative.id, "submitted"),
            {
                "id": initiative.id,
                "arrived": day,
                "closed": agenda.intake_closes,
                "count": (day - agenda.intake_closes).days,
                "year": initiative.agenda or 0,
                **arrival_values(case.portfolio, initiative),
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
