"""How long plans take, by the number of candidates: seeded puzzles, CPU seconds of one thread.

Run it as ``PYTHONPATH=. .venv/bin/python benchmarks/plan.py 60 20``: twenty puzzles of sixty candidates,
eight quarters, four members and eight teams. On a machine
with other work the clock tells nothing, so it isn't used.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from statistics import median

from tests import puzzles

from icteregie.analysis.plan.best import Phase, Search, best
from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import entries, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.greedy import greedy
from icteregie.analysis.plan.groups import coalitions
from icteregie.analysis.plan.lacking import lacking
from icteregie.analysis.plan.problem import Plan, value_of
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.solver import Answer, solve
from icteregie.analysis.ranking import ranked
from icteregie.reports.plan.explained import OffPlan, explained
from icteregie.workspace.solving import SHARES

DAY = date(2026, 9, 24)
HOUR = Constraints().hour
SECONDS = 60.0
"""Of CPU time, for one question about the value."""
EXPLAINING = 30.0
"""Of CPU time, for what is explained altogether."""
NEVER = 1e9


@dataclass
class Searching:
    """A solver in this process that stops after so many CPU seconds, and keeps when which value was found."""

    begun: float = field(default_factory=time.process_time)
    values: list[tuple[float, int]] = field(default_factory=list)
    proved: float | None = None
    explaining: float | None = None

    def __call__(self, search: Search) -> Answer:
        """Answer, with the best that is known when the time is over."""
        latest = Answer(None, None, is_proved=False)
        ends = time.process_time() + self.seconds(search.phase)

        def watch(answer: Answer) -> None:
            nonlocal latest
            latest = answer
            if search.phase == "value" and answer.selected is not None:
                self.keep(sum(search.weights[number] for number in answer.selected))
            if time.process_time() > ends:
                raise TimeoutError

        try:
            latest = solve(search.question(NEVER), watch)
        except TimeoutError:
            return latest
        if search.phase == "value" and latest.is_proved:
            self.proved = time.process_time() - self.begun
        return latest

    def seconds(self, phase: Phase) -> float:
        """Say how long a question may take: of what is explained, the part of what is left of the command."""
        if phase != "explaining":
            return SECONDS
        if self.explaining is None:
            self.explaining = time.process_time() + EXPLAINING
        return SHARES[phase] * max(self.explaining - time.process_time(), 0)

    def keep(self, value: int) -> None:
        """Keep when a better value was found."""
        if not self.values or value > self.values[-1][1]:
            self.values.append((time.process_time() - self.begun, value))

    def within(self, value: int) -> float:
        """Give when a plan within one percent of a value was found."""
        return next((second for second, found in self.values if 100 * found >= 99 * value), NEVER)


def measure(size: int, seed: int) -> dict[str, float]:
    """Plan one puzzle, and give the CPU seconds of each part, how good it is, and how much by hand loses."""
    portfolio = replace(puzzles.portfolio(seed, size=size), day=DAY)
    seconds: dict[str, float] = {}

    def timed(name: str, part: Callable[[], object]) -> object:
        before = time.process_time()
        result = part()
        seconds[name] = time.process_time() - before
        return result

    puzzle = problem(portfolio, 2027)
    order = [i.id for i in ranked(portfolio, candidates(portfolio, 2027))]
    by_hand: Plan = timed("by hand", lambda: greedy(puzzle, order))  # type: ignore[assignment]
    timed("check", lambda: reckon(portfolio, 2027, Constraints(), entries(by_hand)))
    search = Searching()
    search.keep(value_of(by_hand))
    made = best(puzzle, search, by_hand)
    seconds["all stages"] = time.process_time() - search.begun
    plan = made.plan or {}
    value = value_of(plan)
    seconds["value proved"] = search.proved or NEVER
    seconds["within 1 %"] = search.within(value)
    seconds["gap %"] = NEVER if made.bound is None else 100 * (made.bound - value) / value
    seconds["by hand loses %"] = 100 * (value - value_of(by_hand)) / value
    timed("lacks", lambda: lacking(puzzle, plan, HOUR))
    if size <= 60:
        off: Sequence[OffPlan] = timed("ten changes", lambda: explained(puzzle, plan, HOUR, search))  # type: ignore[assignment]
        seconds["not proved"] = sum(is_open(each) for each in off)
        timed("groups", lambda: coalitions(portfolio, puzzle, plan, search))
    wrong = reckon(portfolio, 2027, Constraints(), entries(plan)).wrong
    said = ", ".join(f"{name} {amount:.2f}" for name, amount in seconds.items() if amount < NEVER)
    print(f"seed {seed}: {len(plan)} of {size}, value {value}, wrong {len(wrong)}; {said}", flush=True)
    return seconds


def is_open(each: OffPlan) -> bool:
    """Whether it is not proved of one that nothing less lets it in, or that no plan with it is better."""
    entrance = each.entrance
    if entrance is None or entrance.is_never:
        return False
    return not entrance.is_best or (entrance.change is not None and not entrance.change.is_proved)


def main() -> None:
    """Measure as many puzzles of a size as were asked for."""
    size, count = int(sys.argv[1]), int(sys.argv[2])
    rows = [measure(size, seed) for seed in range(count)]
    for name in rows[0]:
        values = sorted(row[name] for row in rows)
        most = "not reached" if values[-1] == NEVER else f"{values[-1]:.2f}"
        middle = median(values)
        print(f"{name}: median {'not reached' if middle >= NEVER / 2 else f'{middle:.2f}'}, most {most}")


if __name__ == "__main__":
    main()
