"""Asks a solver in a process of its own, so that what it prints, its memory and a crash stay there."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from icteregie.analysis.plan.best import Solve
from icteregie.analysis.plan.solver import Answer
from icteregie.diagnostics.ceilings import SOLVER_BYTES
from icteregie.workspace.notices import ProblemError

if TYPE_CHECKING:
    from icteregie.analysis.plan.model import Model, Row

_COMMAND = (sys.executable, "-P", "-m", "icteregie.analysis.plan.solver")
"""``-P``: a file of the portfolio that is named as a module of Python is not taken for it."""


def has_solver() -> bool:
    """Whether the extra that solves is installed."""
    try:
        version("highspy")
    except PackageNotFoundError:
        return False
    return True


@contextmanager
def solver(seconds: float) -> Iterator[Solve]:
    """Start a solver, which answers one model after another, in so many seconds altogether.

    When they are over, each answer is the best that is known by then. Raises ProblemError when it ends
    by itself, as when it has too little memory.
    """
    process = subprocess.Popen(  # noqa: S603 - our own module, by the Python that runs this
        [*_COMMAND, str(seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    try:
        yield _Solver(process)
    finally:
        process.kill()
        process.communicate()


class _Solver:
    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def __call__(
        self, of: "Model", rows: "Sequence[Row]", weights: Sequence[int], start: Sequence[int] | None
    ) -> Answer:
        """Ask for the best of a model."""
        every = [
            (list(row.of), list(row.of.values()), row.least, row.most) for row in (*of.rows, *rows) if row.of
        ]
        asked = {
            "uppers": of.uppers,
            "rows": every,
            "weights": list(weights),
            "start": start,
        }
        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise ProblemError("solver")
        try:
            stdin.write(json.dumps(asked) + "\n")
            stdin.flush()
            line = stdout.readline(SOLVER_BYTES)
            selected, bound, is_proved, extras = json.loads(line)
        except (OSError, ValueError):
            raise ProblemError("solver") from None
        return Answer(None if selected is None else tuple(selected), bound, is_proved, tuple(extras))
