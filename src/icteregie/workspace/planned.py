"""The plan that is kept of an agenda: put into its file, read again, and carried out.

Carried out in the portfolio that is opened, what rules find and reports show is of the plan, and nothing is
written; carried out in the files of its initiatives, all of it is or nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import Entry, reckon
from icteregie.analysis.plan.columns import asked
from icteregie.analysis.plan.edits import edits
from icteregie.analysis.plan.kept import entry
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.moved import placed, planned
from icteregie.analysis.plan.staleness import changed_since
from icteregie.diagnostics.ceilings import PLAN_KILOBYTES, PLAN_VALUES
from icteregie.editing import written
from icteregie.editing.edits import Edit, Rewrite
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.plan_file import PlanResult
from icteregie.workspace.edit import Changes, edited
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace


def with_result(workspace: Workspace, year: int, result: dict[str, Tree]) -> Changes:
    """Work out the file of a plan with its result. Raises ProblemError when it would become too large."""
    path = workspace.portfolio.paths[PLAN.name].get(str(year))
    _require_small(path or f"plans/{year}.yaml", result)
    if path is not None:
        return edited(workspace, {path: [Rewrite(("result",), result)]})
    text = written.pair("result", result, "", "\n")
    return Changes({f"plans/{year}.yaml": f"{text}\n".encode()})


def _require_small(path: str, result: dict[str, Tree]) -> None:
    data = written.pair("result", result, "", "\n").encode()
    _, faults = reader.read(data, PLAN.bounds)
    if faults:
        raise ProblemError("plan-too-large", file=path, kilobytes=PLAN_KILOBYTES, values=PLAN_VALUES)


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


def application(workspace: Workspace, year: int, plan: Iterable[Entry]) -> Changes:
    """Work out what a plan changes in files. Raises ProblemError where that can't be done in place.

    What the plan leaves out, and what asks for no place any more, keeps its file as it is.
    """
    portfolio = workspace.portfolio
    candidates_by_id = {initiative.id: initiative for initiative in candidates(portfolio, year)}
    wanted: dict[str, list[Edit]] = {}
    for each in plan:
        initiative = candidates_by_id.get(each.id)
        if initiative is None:
            continue
        then, path = placed(portfolio, initiative, each, year), portfolio.files[each.id]
        if then is not initiative:
            tree, _ = reader.read(workspace.loaded.sources.contents.get(path, b""))
            if tree is None:
                raise ProblemError("edit-not-readable", file=path)
            move = each.start - asked(initiative, year).start if initiative.period else 0
            wanted[path] = list(edits(tree, initiative, then, move))
    return edited(workspace, wanted)
