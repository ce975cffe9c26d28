"""``regie plan check``: the plan that is kept, reckoned again without a solver."""

from dataclasses import replace
from pathlib import Path

from icteregie.analysis.plan.checker import Entry
from icteregie.analysis.plan.kept import entry
from icteregie.cli.context import CLEAN, FINDINGS, Context
from icteregie.cli.streams import emit
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.plan_file import PlanFile
from icteregie.render.plan.formats import CHECK_FORMATS, PlanFormat
from icteregie.reports.basis import Basis
from icteregie.reports.plan.check import PlanCheck, plan_check
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.places import lines


def earlier(basis: Basis, year: int, plan: PlanFile | None) -> tuple[Entry, ...]:
    """Give the plan of a year that is kept. Raises ProblemError where none is."""
    result = _with_result(basis, year, plan).result
    return tuple(entry(each) for each in result.on) if result else ()


def _with_result(basis: Basis, year: int, plan: PlanFile | None) -> PlanFile:
    if plan is None or plan.result is None:
        file = basis.portfolio.paths[PLAN.name].get(str(year), f"plans/{year}.yaml")
        raise ProblemError("plan-not-kept", year=year, file=file)
    return plan


def checked(workspace: Workspace, basis: Basis, year: int, plan: PlanFile | None) -> PlanCheck:
    """Check the plan of a year. Raises ProblemError where none is kept."""
    report = plan_check(basis, year, _with_result(basis, year, plan))
    return replace(report, lines=lines(workspace, map(report.address, report.mistakes)))


def show(context: Context, report: PlanCheck, language: Language, form: str, output: Path | None) -> int:
    """Show what was found; 1 where the plan is stale or wrong."""
    emit(context, CHECK_FORMATS[PlanFormat(form)]()(report, language), output)
    return CLEAN if report.outcome == "right" else FINDINGS
