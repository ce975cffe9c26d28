"""``regie plan compare A B``: two plans of one agenda side by side."""

from pathlib import Path

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.streams import emit
from icteregie.portfolio.partnership import Language
from icteregie.render.plan.formats import COMPARE_FORMATS, PlanFormat
from icteregie.reports.basis import Basis
from icteregie.reports.plan.compare import PlanComparison, compared_plans
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.plan_sides import named_plan


def comparison(
    workspace: Workspace, basis: Basis, files: tuple[Path, ...], year: int | None
) -> PlanComparison:
    """Read two plans and compare them, of the year that they name or else this one.

    Raises ProblemError where there aren't two, or they are of different years.
    """
    if len(files) != 2:
        raise ProblemError("plan-compare-two")
    first, second = (named_plan(workspace, file) for file in files)
    years = tuple(each.year for each in (first, second) if each.year is not None)
    asked = (*years, *(() if year is None else (year,)))
    if len(set(asked)) > 1:
        raise ProblemError("plan-compare-years", years=tuple(map(str, sorted(set(asked)))))
    if not asked:
        raise ProblemError("plan-compare-no-year")
    known = tuple(sorted(basis.portfolio.partnership.agendas))
    if asked[0] not in known:
        raise ProblemError("unknown-year", year=asked[0], known=tuple(map(str, known)))
    return compared_plans(basis, asked[0], (first, second))


def show(context: Context, report: PlanComparison, language: Language, form: str, output: Path | None) -> int:
    """Show two plans side by side."""
    emit(context, COMPARE_FORMATS[PlanFormat(form)]()(report, language), output)
    return CLEAN
