"""Two solvers in this process: the one that plans are made with, and another one as a second proof."""

from dataclasses import replace
from datetime import date

from icteregie.analysis.plan.best import Best, Search, best
from icteregie.analysis.plan.checker import Entry, Reckoned, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.problem import Plan
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.solver import Answer, solve
from icteregie.portfolio.portfolio import Portfolio

DAY = date(2026, 9, 24)
SECONDS = 600.0
"""Only ends a hang."""


def by_highs(search: Search) -> Answer:
    """Solve in this process."""
    return solve(search.question(SECONDS))


def by_cp_sat(search: Search) -> Answer:
    """Solve with a solver that searches in quite another way: clauses, no linear programs."""
    from ortools.sat.python import cp_model

    of, model = search.of, cp_model.CpModel()
    variables = [model.new_int_var(0, upper, f"x{number}") for number, upper in enumerate(of.uppers)]
    for row in (*of.rows, *search.rows):
        total = sum(value * variables[number] for number, value in row.of.items())
        if row.of and row.most is not None:
            model.add(total <= row.most)
        if row.of and row.least is not None:
            model.add(total >= row.least)
    model.maximize(sum(weight * variables[number] for number, weight in enumerate(search.weights)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = SECONDS
    if solver.solve(model) != cp_model.OPTIMAL:
        return Answer(None, None, is_proved=True)
    values = [solver.value(variable) for variable in variables]
    chosen = tuple(n for n, value in enumerate(values[: len(of.columns)]) if value)
    return Answer(chosen, round(solver.objective_value), is_proved=True)


def planned(portfolio: Portfolio, constraints: Constraints | None = None, year: int = 2027) -> Best:
    """Make the best plan of a portfolio, to the last tie."""
    made = best(problem(seen(portfolio), year, constraints or Constraints()), by_highs)
    assert made.plan is None or made.is_whole
    return made


def seen(portfolio: Portfolio) -> Portfolio:
    """Look at a portfolio on the day of the tests."""
    return replace(portfolio, day=DAY)


def checked(portfolio: Portfolio, plan: Plan, constraints: Constraints | None = None) -> Reckoned:
    """Reckon a plan again from the files."""
    entries = tuple(Entry(column.id, column.start, column.members) for column in plan.values())
    return reckon(seen(portfolio), 2027, constraints or Constraints(), entries)
