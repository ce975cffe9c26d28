"""``regie agenda --plan``: the proposal as the plan has it that is kept of its year."""

from datetime import date

from icteregie.analysis.plan.outside import outside
from icteregie.reports.agenda.planned import PlanMade, planned_agenda
from icteregie.reports.agenda.view import AgendaReport, agenda_report
from icteregie.reports.basis import Basis
from icteregie.workspace.findings import judged
from icteregie.workspace.open import Workspace
from icteregie.workspace.planned import kept_plan, with_plan


def planned_report(workspace: Workspace, year: int, as_of: date) -> AgendaReport | None:
    """Make the report of a year with its plan carried out; None without the agenda. Raises ProblemError."""
    kept = kept_plan(workspace, year)
    then = with_plan(workspace, year, kept.entries, as_of)
    made = PlanMade(kept.path, kept.result.status, kept.is_stale, outside(kept.result))
    portfolio = then.portfolio.as_of(as_of)
    plan = planned_agenda(workspace.portfolio.as_of(as_of), portfolio, year, made)
    return agenda_report(Basis(portfolio, as_of), year, judged(then, as_of), workspace.today, plan)
