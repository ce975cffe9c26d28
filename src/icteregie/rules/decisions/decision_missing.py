"""The day of decision has passed, and an initiative that asked for a place is in no list of decisions."""

from collections.abc import Iterator
from datetime import date

from icteregie.analysis.decisions import decided_on, has_all_lists, unjudged_ids
from icteregie.analysis.standing.standing import asks_for_place, is_late
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up what still asks for a place in the lists of its agenda, from the day after its decision."""
    if not case.ask(has_all_lists):
        return
    named, unjudged = case.ask(decided_on), case.ask(unjudged_ids)
    for initiative in case.portfolio.initiatives.values():
        year = initiative.agenda
        agenda = case.portfolio.agenda(year or 0)
        if year is None or year not in named or agenda is None or initiative.id in named[year] | unjudged:
            continue
        day = _day(case, initiative, agenda)
        if day < case.today and asks_for_place(case.portfolio, initiative):
            at = case.portfolio.at(initiative.id, "agenda")
            yield Finding(at, {"id": initiative.id, "year": year, "day": day}, "", year)


def _day(case: Case, initiative: Initiative, agenda: AgendaYear) -> date:
    """Give the day on which directors decide about it: the later one where it came late."""
    late = is_late(case.portfolio, initiative)
    return (agenda.late_decision or agenda.decision) if late else agenda.decision


RULE = Rule(
    "decision-missing",
    "decisions",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "baseline", "late", "status", "submitted"),
        "partnership": ("agendas", "bodies", "domains", "history", "meetings"),
    },
)
