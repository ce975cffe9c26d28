"""There are too few days between ready and decision to look at it properly, given its size."""

from collections.abc import Iterator

from icteregie.analysis.arrivals import lead_time, size
from icteregie.analysis.lateness import is_lead_time_lost, late_address, late_values
from icteregie.analysis.standing.standing import asking_for_place
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Count the days from received and complete to the deciding meeting, against the least for its size."""
    thresholds = case.portfolio.partnership.thresholds
    for initiative in case.ask(asking_for_place):
        agenda = case.portfolio.agenda(initiative.agenda or 0)
        if agenda is None or is_lead_time_lost(case.portfolio, initiative, agenda):
            continue
        lead = lead_time(case.portfolio, initiative, agenda)
        if lead.days < lead.required:
            yield Finding(
                late_address(case.portfolio, initiative),
                {
                    "id": initiative.id,
                    "decision": lead.decision,
                    "count": lead.days,
                    "needed": lead.required,
                    **late_values(case.portfolio, initiative, "ready"),
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
