"""The plan that is kept of an agenda, as the page shows it."""

from dataclasses import dataclass

from icteregie.analysis.plan.checker import Entry, reckon
from icteregie.analysis.plan.groups import member_values
from icteregie.analysis.plan.kept import entry, kept_columns, with_differences
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.moved import planned
from icteregie.analysis.plan.outside import outside
from icteregie.analysis.plan.problem import Hopeless, Plan, cost_of, value_of
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.quarters import name_of
from icteregie.analysis.plan.shares import contributions
from icteregie.analysis.plan.staleness import changed_since
from icteregie.portfolio.kinds import PLAN
from icteregie.portfolio.period import Moment, moment
from icteregie.portfolio.plan_file import PlanFile, PlanResult
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.planned import PlanMade, PlannedAgenda, planned_agenda
from icteregie.reports.plan.close_calls import CloseCall, close_calls
from icteregie.reports.plan.fairness import OneMember


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
    worth, paid = member_values(portfolio, columns), contributions(portfolio, tuple(columns.values()))
    return Puzzle(
        planned=planned_agenda(portfolio, planned(portfolio, year, plan), year, made),
        on=tuple(
            PuzzleRow(column.id, moment(name_of(column.start)), column.moved, column.cost)
            for column in sorted(columns.values(), key=lambda column: (column.start, column.id))
        ),
        close=() if is_stale else _close(portfolio, year, file, columns, result),
        members=tuple(OneMember(name, worth[name], paid[name]) for name in portfolio.partnership.members),
        value=value_of(columns),
        cost=cost_of(columns),
    )


def impossible_pins(portfolio: Portfolio, year: int) -> tuple[tuple[str, Hopeless], ...]:
    """Say by id of what the file lays down to be on why no plan can have it; () where a result is kept."""
    file = portfolio.plans.get(year)
    if file is None or portfolio.unreadable_of(PLAN.name, str(year)) or file.result is not None:
        return ()
    never = problem(portfolio, year, laid_down(file)).never
    return tuple((name, why) for name, why in never.items() if name in file.pins and file.pins[name].is_in)


def _holds(portfolio: Portfolio, year: int, file: PlanFile, plan: tuple[Entry, ...]) -> bool:
    again = reckon(portfolio, year, laid_down(file), plan)
    return all(wrong.fault == "pinned-in" for wrong in again.wrong)


def _close(
    portfolio: Portfolio, year: int, file: PlanFile, plan: Plan, result: PlanResult
) -> tuple[CloseCall, ...]:
    """Take up the best plan with each one that is out, as far as that is kept."""
    musts = problem(portfolio, year, laid_down(file)).musts
    swaps = ((each.id, each.instead) for each in result.left_out)
    others = (
        (name, kept_columns(portfolio, year, with_differences(result.on, instead.placed, instead.out)))
        for name, instead in swaps
        if instead is not None
    )
    return close_calls(plan, ((name, other) for name, other in others if name in other), musts)
