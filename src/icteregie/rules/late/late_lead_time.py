"""There are too few days between arrival and decision to look at it properly, given its size."""

from collections.abc import Iterator

from icteregie.analysis.arrivals import arrival_date, arrival_values, lead_time, size
from icteregie.analysis.planned import planned
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import ASKED
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Count the days from arrival to the deciding meeting, against the least for its size."""
    thresholds = case.portfolio.partnership.thresholds
    for initiative in case.ask(planned):
        agenda = case.portfolio.agenda(initiative.agenda or 0)
        if agenda is None or initiative.status not in ASKED:
            continue
        lead = lead_time(case.portfolio, initiative, agenda)
        if lead.days < lead.required:
            yield Finding(
                case.portfolio.at(initiative.id, "submitted"),
                {
                    "id": initiative.id,
                    "arrived": arrival_date(case.portfolio, initiative),
                    "decision": lead.decision,
                    "count": lead.days,
                    "needed": lead.required,
                    **arrival_values(case.portfolio, initiative),
                },
                "after-decision" if lead.days < 0 else size(initiative, thresholds),
                initiative.agenda,
            )


RULE = Rule(
    "late-lead-time",
    "late",
    "warning",
    check,
    needs={
        "initiative": ("submitted", "status", "agenda", "steering", "costs", "depends_on", "late"),
        "partnership": ("agendas", "thresholds", "history"),
    },
)
