"""The only module that asks a solver: HiGHS, for the best of a model in whole numbers.

It is run in a process of its own: what HiGHS prints, its memory, a crash and Ctrl-C stay there.
"""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from typing import Any

GRACE = 0.1
"""What a question gets when the time is over."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The variables that are 1, and the most that any solution can have; None of both without a solution.

    ``extras`` are the values of those that may be more than 1; ``seconds`` is what it took.
    """

    selected: tuple[int, ...] | None
    bound: int | None
    is_proved: bool
    extras: tuple[int, ...] = ()
    seconds: float = 0.0


def solve(
    uppers: Sequence[int],
    rows: Sequence[tuple[Sequence[int], Sequence[int], int | None, int | None]],
    weights: Sequence[int],
    start: Sequence[int] | None,
    seconds: float,
) -> Answer:
    """Give the solution of most weight, of variables in whole numbers from 0 to their ``uppers``.

    A row has the numbers of its variables, their coefficients, the least and the most of their sum. ``start``
    names the variables that are 1 in a solution to begin from; those that may be more are last.
    """
    import highspy  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

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
    for name, value in _options(seconds).items():
        highs.setOptionValue(name, value)
    highs.passModel(lp)
    if start is not None:
        solution = highspy.HighsSolution()
        ones = set(start)
        solution.col_value = [float(number in ones) for number in range(count)]
        highs.setSolution(solution)
    highs.run()
    return _answer(highs, highspy, step, uppers)


def _options(seconds: float) -> dict[str, Any]:
    return {
        "threads": 1,
        "random_seed": 1,
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
        return Answer(None, None, is_proved=True, seconds=highs.getRunTime())
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Answer(None, None, is_proved=False, seconds=highs.getRunTime())
    values = [round(value) for value in highs.getSolution().col_value]
    selected = tuple(number for number, value in enumerate(values) if value and uppers[number] == 1)
    extras = tuple(value for value, upper in zip(values, uppers, strict=True) if upper != 1)
    bound = info.mip_dual_bound
    total = round(info.objective_function_value) if is_best else int(bound + 1e-6 * max(1, abs(bound)))
    return Answer(selected, total * step, is_best, extras, highs.getRunTime())


def main() -> None:
    """Read models on standard input, and write the answers where standard output was.

    The first argument is how many seconds all of them may take together.
    """
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    left = float(sys.argv[1])  # noqa: TID251 - a program of its own
    for line in sys.stdin:  # noqa: TID251 - a program of its own
        asked = json.loads(line)
        answer = solve(asked["uppers"], asked["rows"], asked["weights"], asked["start"], max(left, GRACE))
        left -= answer.seconds
        answers.write(json.dumps([answer.selected, answer.bound, answer.is_proved, answer.extras]))
        answers.write("\n")
        answers.flush()


if __name__ == "__main__":
    main()
