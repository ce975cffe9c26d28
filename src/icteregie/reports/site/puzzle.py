"""The plan that is kept of an agenda, as the page shows it."""

from dataclasses import dataclass

from icteregie.analysis.plan.checker import Entry, reckon
from icteregie.analysis.plan.groups import member_values
from icteregie.analysis.plan.kept import entry
from icteregie.analysis.plan.kept_columns import kept_columns
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.moved import planned
from icteregie.analysis.plan.outside import outside
from icteregie.analysis.plan.problem import cost_of, value_of
from icteregie.analysis.plan.quarters import name_of
from icteregie.analysis.plan.shares import contributions
from icteregie.analysis.plan.staleness import changed_since
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.period import Moment, moment
from icteregie.portfolio.plan_file import PlanFile, PlanLeftOut, PlanResult
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.planned import PlanMade, PlannedAgenda, planned_agenda
from icteregie.reports.plan.view import CloseCall, OneMember

MOST_CALLS = 5
"""So many questions are put to directors: those that lose least value, and push out at most two."""
PUSHED_OUT = 2


@dataclass(frozen=True, slots=True)
class PuzzleRow:
    """What is on: from which quarter, how many quarters later than asked, and its cost of all years."""

    id: str
    start: Moment
    moved: int
    cost: int


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A plan that is kept: what is on by start, what is out with the reason, close calls, and members."""

    planned: PlannedAgenda
    on: tuple[PuzzleRow, ...]
    close: tuple[CloseCall, ...]
    members: tuple[OneMember, ...]
    value: int
    cost: int


def puzzle(portfolio: Portfolio, year: int) -> Puzzle | None:
    """Read the plan that is kept of a year; None where there is none that can be read.

    One that doesn't hold is shown as one that is stale.
    """
    key, file = str(year), portfolio.plans.get(year)
    if file is None or portfolio.unreadable_of(PLAN.name, key) or file.result is None:
        return None
    result, plan = file.result, tuple(map(entry, file.result.on))
    is_stale = changed_since(portfolio, year, file) is not None or not _holds(portfolio, year, file, plan)
    made = PlanMade(portfolio.paths[PLAN.name][key], result.status, is_stale, outside(result))
    columns = kept_columns(portfolio, year, plan)
    worth, paid = member_values(portfolio, year, columns), contributions(portfolio, tuple(columns.values()))
    return Puzzle(
        planned=planned_agenda(portfolio, planned(portfolio, year, plan), year, made),
        on=tuple(
            PuzzleRow(column.id, moment(name_of(column.start)), column.moved, column.cost)
            for column in sorted(columns.values(), key=lambda column: (column.start, column.id))
        ),
        close=() if is_stale else _close(result, value_of(columns), cost_of(columns)),
        members=tuple(OneMember(name, worth[name], paid[name]) for name in portfolio.partnership.members),
        value=value_of(columns),
        cost=cost_of(columns),
    )


def _holds(portfolio: Portfolio, year: int, file: PlanFile, plan: tuple[Entry, ...]) -> bool:
    again = reckon(portfolio, year, laid_down(file), plan)
    return all(wrong.fault == "pinned-in" for wrong in again.wrong)


def _close(result: PlanResult, value: int, cost: int) -> tuple[CloseCall, ...]:
    calls = (_call(each, value, cost) for each in result.left_out)
    few = [call for call in calls if call is not None and len(call.out) <= PUSHED_OUT]
    return tuple(sorted(few, key=lambda call: (call.value, call.id))[:MOST_CALLS])


def _call(each: PlanLeftOut, value: int, cost: int) -> CloseCall | None:
    """Ask for one instead of those that it pushes out."""
    instead = each.instead
    if instead is None:
        return None
    return CloseCall(each.id, instead.out, value - instead.value, instead.cost - cost)
