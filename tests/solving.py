"""Two solvers in this process: the one that plans are made with, and another one as a second proof."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from icteregie.analysis.plan.best import Best, Phase, best
from icteregie.analysis.plan.checker import Entry, Reckoned, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.model import Model, Row
from icteregie.analysis.plan.problem import Plan
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.solver import Answer, Question, solve
from icteregie.portfolio.portfolio import Portfolio

DAY = date(2026, 9, 24)
SECONDS = 600.0
"""Only ends a hang."""


def by_highs(
    of: Model,
    rows: Sequence[Row],
    weights: Sequence[int],
    start: Sequence[int] | None,
    phase: Phase = "explaining",
) -> Answer:
    """Solve in this process."""
    every = [(list(r.of), list(r.of.values()), r.least, r.most) for r in (*of.rows, *rows) if r.of]
    return solve(Question(of.uppers, every, weights, start, SECONDS))


def by_cp_sat(
    of: Model,
    rows: Sequence[Row],
    weights: Sequence[int],
    start: Sequence[int] | None,
    phase: Phase = "explaining",
) -> Answer:
    """Solve with a solver that searches in quite another way: clauses, no linear programs."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    variables = [model.new_int_var(0, upper, f"x{number}") for number, upper in enumerate(of.uppers)]
    for row in (*of.rows, *rows):
        total = sum(value * variables[number] for number, value in row.of.items())
        if row.of and row.most is not None:
            model.add(total <= row.most)
        if row.of and row.least is not None:
            model.add(total >= row.least)
    model.maximize(sum(weight * variables[number] for number, weight in enumerate(weights)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = SECONDS
    if solver.solve(model) != cp_model.OPTIMAL:
        return Answer(None, None, is_proved=True)
    values = [solver.value(variable) for variable in variables]
    chosen = tuple(n for n, value in enumerate(values[: len(of.columns)]) if value)
    extras = tuple(values[len(of.columns) :])
    return Answer(chosen, round(solver.objective_value), is_proved=True, extras=extras)


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
