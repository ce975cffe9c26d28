"""Asks a solver in a process of its own, so that what it prints, its memory and a crash stay there."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from time import monotonic  # noqa: TID251 - how long a search takes is no part of what it finds
from typing import Any, TypeAlias

from icteregie.analysis.plan.best import Phase, Search
from icteregie.analysis.plan.solver import NO_LIBRARY, NO_MEMORY, Answer, Question
from icteregie.diagnostics.ceilings import SOLVER_BYTES
from icteregie.workspace.interruption import Interruption
from icteregie.workspace.notices import ProblemError

_COMMAND = (sys.executable, "-P", "-m", "icteregie.analysis.plan.solver")
"""``-P``: a file of the portfolio that is named as a module of Python is not taken for it."""
SHARES: Mapping[Phase, float] = {"musts": 0.3, "value": 0.7, "ties": 0.3, "explaining": 0.15}
"""The part of the time that is left which one question of a phase may take, so that something remains."""
_TICK = 0.2
"""Seconds between two looks at how far it is, and whether somebody interrupts."""
_GRACE = 0.5
"""Seconds that a question may take longer, before its process is ended."""
_OVER = Answer(None, None, is_proved=False)


@dataclass(frozen=True, slots=True)
class SoFar:
    """How far a search is: its seconds, the most value so far, and the most that it can be."""

    phase: Phase
    seconds: float
    best: int | None = None
    bound: int | None = None


Watch: TypeAlias = Callable[[SoFar], None]


def has_solver() -> bool:
    """Whether the extra that solves is installed."""
    try:
        version("highspy")
    except PackageNotFoundError:
        return False
    return True


@contextmanager
def solver(seconds: float, interruption: Interruption, watch: Watch | None = None) -> Iterator["Solver"]:
    """Give a solver, which answers one model after another, in so many seconds altogether.

    When they are over, or somebody interrupts, the answer is the best that is known by then, and after
    that nothing. Raises ProblemError when its process ends by itself, as when it has too little memory.
    """
    made = Solver(seconds, interruption, watch)
    try:
        yield made
    finally:
        made.end()


class Solver:
    """Answers models while there is time; its process is started when the first one is asked."""

    def __init__(self, seconds: float, interruption: Interruption, watch: Watch | None) -> None:
        self.interruption, self.watch = interruption, watch
        self.begun = monotonic()
        self.ends = self.begun + seconds
        self.process: _Process | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more is answered."""
        return self.interruption.is_asked or monotonic() >= self.ends

    def end(self) -> None:
        """End the process, if there is one."""
        if self.process is not None:
            self.process.end()
            self.process = None

    def __call__(self, search: Search) -> Answer:
        """Ask for the best of a model."""
        if self.is_over:
            return _OVER
        if self.process is None:
            self.process = _Process()
        seconds = SHARES[search.phase] * (self.ends - monotonic())
        self.process.ask(search.question(seconds))
        known = replace(_OVER, selected=None if search.start is None else tuple(search.start))
        return self._answer(search, known, monotonic() + seconds + _GRACE)

    def _answer(self, search: Search, so_far: Answer, ends: float) -> Answer:
        """Wait for the answer; when the time is over, or somebody interrupts, take what is known."""
        latest = _OVER
        while True:
            self._notify(search, so_far)
            line = None if self.process is None else self.process.line()
            if line is None:
                if self.interruption.is_asked or monotonic() >= ends:
                    self.end()
                    return latest
                continue
            answer, is_last = _read(line)
            if is_last:
                return answer
            latest = answer
            so_far = answer if answer.selected is not None else replace(so_far, bound=answer.bound)

    def _notify(self, search: Search, so_far: Answer) -> None:
        if self.watch is None:
            return
        seconds = monotonic() - self.begun
        if search.phase == "value":
            selected = so_far.selected
            best = None if selected is None else sum(search.weights[number] for number in selected)
            self.watch(SoFar(search.phase, seconds, best, so_far.bound))
        else:
            self.watch(SoFar(search.phase, seconds))


class _Process:
    """The process that solves; its lines are read beside what waits for them."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module, by the Python that runs this
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        """Queue each line, and an empty one at the end."""
        stdout = self.process.stdout
        while stdout is not None:
            line = stdout.readline(SOLVER_BYTES)
            self.lines.put(line)
            if not line:
                return

    def ask(self, question: Question) -> None:
        stdin = self.process.stdin
        try:
            if stdin is not None:
                stdin.write(json.dumps(_written(question)) + "\n")
                stdin.flush()
        except OSError:
            raise self._problem() from None

    def line(self) -> str | None:
        """Give the next line; None where there is none yet. Raises ProblemError when the process ends."""
        try:
            line = self.lines.get(timeout=_TICK)
        except queue.Empty:
            return None
        if not line:
            raise self._problem()
        return line

    def _problem(self) -> ProblemError:
        """Say why the process ended by itself."""
        code = self.process.wait()
        if code == NO_LIBRARY:
            return ProblemError("plan-library")
        if code == NO_MEMORY:
            return ProblemError("solver-memory")
        return ProblemError("solver-killed" if code < 0 else "solver")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                _closed(stream)


def _written(question: Question) -> Mapping[str, Any]:
    return {
        "uppers": question.uppers,
        "rows": question.rows,
        "weights": question.weights,
        "start": question.start,
        "seconds": question.seconds,
    }


def _closed(stream: Any) -> None:
    """Close a pipe; what could not be written to it any more is of no use."""
    try:
        stream.close()
    except OSError:
        return


def _read(line: str) -> tuple[Answer, bool]:
    try:
        data = json.loads(line)
        selected = data["selected"]
        answer = Answer(None if selected is None else tuple(selected), data["bound"], data["is_proved"])
        return answer, bool(data["is_last"])
    except (ValueError, KeyError, TypeError):
        raise ProblemError("solver") from None
