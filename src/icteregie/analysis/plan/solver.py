"""The only module that asks a solver: HiGHS, for the best of a model in whole numbers.

It is run in a process of its own: what HiGHS prints, its memory, a crash and Ctrl-C stay there.
"""

import json
import os
import signal  # noqa: TID251 - a program of its own
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from math import floor, gcd, isfinite
from typing import Any, TypeAlias

BETWEEN = 0.2
"""At least so many seconds between two reports of how far it is."""
SMALL = 500
"""The most variables of a question that goes without presolve: some sixty to a hundred candidates."""
NO_LIBRARY, NO_MEMORY = 3, 4
"""How the process ends without the library, and for lack of memory."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The variables that are 1, and the most that any solution can have; None of both without a solution."""

    selected: tuple[int, ...] | None
    bound: int | None
    is_proved: bool


Watch: TypeAlias = Callable[[Answer], None]
"""Is told the best so far and the bound, now and then."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the solution of most weight, of variables in whole numbers from 0 to their ``uppers``.

    A row has the numbers of its variables, their coefficients, the least and the most of their sum. ``start``
    names the variables that are 1 in a solution to begin from; those that may be more are last.
    """

    uppers: Sequence[int]
    rows: Sequence[tuple[Sequence[int], Sequence[int], int | None, int | None]]
    weights: Sequence[int]
    start: Sequence[int] | None
    seconds: float


def solve(question: Question, watch: Watch | None = None) -> Answer:
    """Answer a question, in as many seconds as it allows."""
    import highspy  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    uppers, rows, weights, start = question.uppers, question.rows, question.weights, question.start
    count = len(uppers)
    step = gcd(*weights) or 1
    infinite = highspy.kHighsInf
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count, len(rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = np.array([weight // step for weight in weights], dtype=float)
    lp.col_lower_, lp.col_upper_ = np.zeros(count), np.array(uppers, dtype=float)
    lp.row_lower_ = np.array([-infinite if least is None else least for _, _, least, _ in rows], dtype=float)
    lp.row_upper_ = np.array([infinite if most is None else most for _, _, _, most in rows], dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * count
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(numbers) for numbers, _, _, _ in rows)])
    lp.a_matrix_.index_ = np.array([number for numbers, _, _, _ in rows for number in numbers], dtype=int)
    lp.a_matrix_.value_ = np.array([value for _, values, _, _ in rows for value in values], dtype=float)
    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    for name, value in _options(question.seconds, count).items():
        highs.setOptionValue(name, value)
    highs.passModel(lp)
    if start is not None:
        solution = highspy.HighsSolution()
        ones = set(start)
        solution.col_value = [float(number in ones) for number in range(count)]
        highs.setSolution(solution)
    if watch is not None:
        _watched(highs, _Progress(watch, step, uppers))
    highs.run()
    answer = _answer(highs, highspy, step, uppers)
    if not answer.is_proved or answer.selected is None or _weight(highs, weights) == answer.bound:
        return answer
    if start is None:
        return replace(answer, is_proved=False)
    left = max(question.seconds - highs.getRunTime(), 0.1)
    return solve(replace(question, start=None, seconds=left), watch)


def _weight(highs: Any, weights: Sequence[int]) -> int:
    """Add up what the solution weighs.

    HiGHS 1.16 may improve on a solution to start from while it simplifies a question, say that the better one
    is best, and give the one to start from. Then it is asked again without.
    """
    values = highs.getSolution().col_value
    return sum(weight * round(value) for weight, value in zip(weights, values, strict=True))


def _options(seconds: float, variables: int) -> dict[str, Any]:
    """Give the options of HiGHS; a small question goes without its presolve.

    In HiGHS 1.13 to 1.16 that drops rows that ask for exactly one of some variables (issue 3216): a search
    then throws solutions away one by one, over a minute where it takes a second. Without only the rule that
    leads to it, it called a plan the best that wasn't (seed 34 of tests/test_plan_keep.py). A large question
    needs it: of 200 candidates nothing better than by hand is found in a minute without.
    """
    return {
        "threads": 1,
        "random_seed": 1,
        "presolve": "off" if variables <= SMALL else "on",
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.99,
        "mip_feasibility_tolerance": 1e-9,
        "primal_feasibility_tolerance": 1e-9,
        "time_limit": seconds,
    }


def _answer(highs: Any, highspy: Any, step: int, uppers: Sequence[int]) -> Answer:
    status, info = highs.getModelStatus(), highs.getInfo()
    is_best = status == highspy.HighsModelStatus.kOptimal
    if status == highspy.HighsModelStatus.kInfeasible:
        return Answer(None, None, is_proved=True)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Answer(None, None, is_proved=False)
    selected = _selected(highs.getSolution().col_value, uppers)
    total = round(info.objective_function_value) if is_best else _floored(info.mip_dual_bound)
    return Answer(selected, None if total is None else total * step, is_best)


def _selected(values: Sequence[float], uppers: Sequence[int]) -> tuple[int, ...]:
    """Give the variables that are 1, but for those that may be more."""
    return tuple(number for number, value in enumerate(values) if round(value) and uppers[number] == 1)


def _floored(bound: float) -> int | None:
    """Give the most whole number that a bound allows, with a millionth for its rounding; None without one."""
    return floor(bound + 1e-6 * max(1, abs(bound))) if isfinite(bound) else None


class _Progress:
    """Tells of each better solution, and of the bound now and then."""

    def __init__(self, watch: Watch, step: int, uppers: Sequence[int]) -> None:
        self.watch, self.step, self.uppers = watch, step, uppers
        self.last = 0.0
        self.selected: tuple[int, ...] | None = None

    def improved(self, event: Any) -> None:
        """Keep a better solution."""
        self.selected = _selected(event.data_out.mip_solution, self.uppers)
        self._report(event.data_out)

    def passed(self, event: Any) -> None:
        """Tell of the bound, when the last time was a while ago."""
        if event.data_out.running_time - self.last >= BETWEEN:
            self._report(event.data_out)

    def _report(self, so_far: Any) -> None:
        self.last = so_far.running_time
        bound = _floored(so_far.mip_dual_bound)
        most = None if bound is None else bound * self.step
        self.watch(Answer(self.selected, most, is_proved=False))


def _watched(highs: Any, progress: _Progress) -> None:
    highs.cbMipImprovingSolution += progress.improved
    highs.cbMipInterrupt += progress.passed


def main() -> None:
    """Read questions on standard input; write answers, and what is known before, where standard output was.

    Ctrl-C is for who started this process, and ends it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def write(answer: Answer, *, is_last: bool = False) -> None:
        answers.write(json.dumps({**asdict(answer), "is_last": is_last}))
        answers.write("\n")
        answers.flush()

    for line in sys.stdin:  # noqa: TID251 - a program of its own
        write(solve(Question(**json.loads(line)), watch=write), is_last=True)


if __name__ == "__main__":
    try:
        main()
    except ImportError:
        raise SystemExit(NO_LIBRARY) from None
    except MemoryError:
        raise SystemExit(NO_MEMORY) from None
