"""An initiative is called adopted before the meeting that decides on its agenda."""

from collections.abc import Iterator
from datetime import date

from icteregie.analysis.decision_calendar import moments
from icteregie.analysis.decisions import decided_on, has_all_lists, rulings, unjudged_ids
from icteregie.analysis.standing.statuses import is_adopted, is_decided
from icteregie.diagnostics.types import Finding, Keys, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import AgendaYear
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare status and day of adoption with the decision of its agenda; the day itself is in time.

    What a list of decisions names is judged by that list, and what was adopted in an earlier season
    has its place already.
    """
    if not case.ask(has_all_lists):
        return
    named = case.ask(unjudged_ids).union(case.ask(rulings))
    for initiative in case.portfolio.initiatives.values():
        year = initiative.agenda or 0
        agenda = case.portfolio.agenda(year)
        if agenda is None or initiative.id in named or year in case.ask(decided_on):
            continue
        keys = _too_early(initiative, agenda, case.today)
        if keys is not None:
            values: dict[str, Value] = {"id": initiative.id, "year": year, "day": agenda.decision}
            status = "status" if initiative.baseline else ""
            wording = status if keys == ("status",) else "baseline"
            at = case.portfolio.at(initiative.id, *keys)
            related = (case.portfolio.at_partnership("agendas", str(year), "decision"),)
            yield Finding(at, values, wording, year, related)


def _too_early(initiative: Initiative, agenda: AgendaYear, today: date) -> Keys | None:
    """Give the key that says that it was adopted before the decision; None when none does."""
    if not is_decided(initiative):
        return None
    adopted = initiative.baseline.adopted if initiative.baseline else None
    if adopted is not None and adopted < min(day for _, day in moments(agenda)):
        return None
    if is_adopted(initiative) and today < agenda.decision:
        return ("status",)
    return ("baseline", "adopted") if adopted is not None and adopted < agenda.decision else None


RULE = Rule(
    "adopted-before-decision",
    "contradictions",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "baseline", "status"),
        "partnership": ("agendas", "bodies", "domains", "meetings"),
    },
)
