"""The best plan of a puzzle: stage after stage, each held while the next one is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias, runtime_checkable

from icteregie.analysis.plan.continuity import Keep
from icteregie.analysis.plan.model import Model, Row, floor_rows, model, stages
from icteregie.analysis.plan.problem import MUSTS, Plan, Problem
from icteregie.analysis.plan.solver import Answer, Question

Phase: TypeAlias = Literal["musts", "value", "ties", "explaining"]
"""What a question is for: as many as fit of what has to be on, the most value, a choice between plans of
equal value, or an explanation."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a solver is asked for: the solution of most weight; ``rows`` hold besides those of the model.

    ``start`` names the variables that are 1 in a solution to begin from.
    """

    of: Model
    rows: Sequence[Row]
    weights: Sequence[int]
    start: Sequence[int] | None = None
    phase: Phase = "explaining"

    def question(self, seconds: float) -> Question:
        """Write it in numbers, to be answered in so many seconds."""
        rows = [
            (list(row.of), list(row.of.values()), row.least, row.most)
            for row in (*self.of.rows, *self.rows)
            if row.of
        ]
        return Question(self.of.uppers, rows, list(self.weights), self.start, seconds)


Solve: TypeAlias = Callable[[Search], Answer]
"""Asks a solver."""


@runtime_checkable
class Timed(Protocol):
    """A solver whose time can be over."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more is answered."""
        ...


def is_over(solve: Solve) -> bool:
    """Whether a solver answers nothing more."""
    return isinstance(solve, Timed) and solve.is_over


@dataclass(frozen=True, slots=True)
class Best:
    """The best plan that was found; None where there is none, and ``is_impossible`` where none can be.

    ``bound`` is the most value that any plan can have, as far as is known; ``proved`` names the stages in
    which nothing better exists, from the first on.
    """

    plan: Plan | None
    bound: int | None
    proved: tuple[str, ...]
    is_impossible: bool = False

    @property
    def is_proved(self) -> bool:
        """Whether no plan has more value."""
        return "value" in self.proved

    @property
    def is_whole(self) -> bool:
        """Whether it is the one best plan, to the last tie."""
        return "tie-break" in self.proved


def best(
    problem: Problem,
    solve: Solve,
    start: Plan | None = None,
    also: Sequence[str] = (),
    keep: Keep | None = None,
) -> Best:
    """Find the best plan, from one to start with, to the last tie.

    What is in ``also`` is on whatever it costs; then only most value is asked. With an earlier plan to
    ``keep``, the one of fewest changes whose value is about as high.
    """
    of = model(problem)
    last = "value" if also else "tie-break"
    selected = _selected(of, start)
    held: list[Row] = of.is_on(also)
    if any(row.is_impossible for row in (*of.rows, *held)):
        return Best(None, None, (), is_impossible=True)
    if not of.columns:
        return Best({}, 0, tuple(stage.name for stage in stages(problem, keep)))
    bound: int | None = None
    proved: list[str] = []
    is_going_well = True
    for stage in stages(problem, keep):
        if stage.name == "value":
            held += floor_rows(problem, of)
        weights = of.weights(stage.weigh)
        phase: Phase = "explaining" if also else phase_of(stage.name)
        answer = solve(Search(of, tuple(held), weights, selected, phase))
        if answer.selected is None:
            if answer.is_proved and "value" not in proved:
                return Best(None, None, (), is_impossible=True)
            break
        selected = answer.selected
        is_going_well = is_going_well and answer.is_proved
        if is_going_well:
            proved.append(stage.name)
        if stage.name == "value":
            bound = answer.bound
        reached = sum(weights[number] for number in selected)
        held.append(_at_least(weights, reached if stage.kept == 100 else -(-reached * stage.kept // 100)))
        if stage.name == last or (not answer.is_proved and stage.name not in MUSTS):
            break
    return Best(None if selected is None else of.plan(selected), bound, tuple(proved))


def phase_of(stage: str) -> Phase:
    """Say what the question of a stage is for."""
    if stage in MUSTS:
        return "musts"
    return "value" if stage == "value" else "ties"


def _selected(of: Model, plan: Plan | None) -> tuple[int, ...] | None:
    if plan is None:
        return None
    return tuple(number for number, column in enumerate(of.columns) if plan.get(column.id) == column)


def _at_least(weights: Sequence[int], least: int) -> Row:
    return Row({number: weight for number, weight in enumerate(weights) if weight}, least=least)
