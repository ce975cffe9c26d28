"""The plan that is kept of an agenda, and the portfolio opened with that plan carried out in it.

What rules find and reports show is then of the plan; nothing is written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.plan.checker import Entry, reckon
from icteregie.analysis.plan.kept import entry
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.moved import planned
from icteregie.analysis.plan.staleness import changed_since
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.plan_file import PlanResult
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """The plan of a year as its file keeps it; since what is ``is_stale`` something changed."""

    year: int
    path: str
    result: PlanResult
    is_stale: bool

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Who is on, from which quarter and with whom."""
        return tuple(map(entry, self.result.on))


def kept_plan(workspace: Workspace, year: int) -> KeptPlan:
    """Read the plan that is kept of a year, and reckon it again.

    Raises ProblemError where there is none, it can't be read, or it doesn't hold while nothing changed
    since: then somebody wrote in the result.
    """
    portfolio = workspace.portfolio.as_of(workspace.today)
    key, file = str(year), portfolio.plans.get(year)
    path = portfolio.paths[PLAN.name].get(key, f"plans/{year}.yaml")
    is_there = key in portfolio.paths[PLAN.name]
    if is_there and (file is None or portfolio.unreadable_of(PLAN.name, key)):
        raise ProblemError("plan-unreadable", file=path)
    if file is None or file.result is None:
        raise ProblemError("plan-not-kept", year=year, file=path)
    kept = KeptPlan(year, path, file.result, changed_since(portfolio, year, file) is not None)
    if not kept.is_stale:
        again = reckon(portfolio, year, laid_down(file), kept.entries)
        if any(wrong.fault != "pinned-in" for wrong in again.wrong):
            raise ProblemError("plan-wrong", file=path, year=year)
    return kept


def with_plan(workspace: Workspace, year: int, plan: Iterable[Entry], as_of: date) -> Workspace:
    """Carry a plan for the agenda of a year out, as of a day."""
    loaded = workspace.loaded
    then = planned(loaded.portfolio.as_of(as_of), year, plan)
    return replace(workspace, loaded=replace(loaded, portfolio=then.as_of(loaded.portfolio.day)))
