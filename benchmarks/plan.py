"""How long plans take, by the number of candidates: seeded puzzles, CPU seconds of one thread.

Run it as ``PYTHONPATH=. .venv/bin/python benchmarks/plan.py 60 5``: five puzzles of sixty candidates, eight
quarters, four members and eight teams.
"""

import resource
import sys
import time
from dataclasses import replace
from datetime import date
from statistics import median

from tests import puzzles
from tests.solving import by_highs

from icteregie.analysis.plan.best import best
from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.checker import entries, reckon
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.greedy import greedy
from icteregie.analysis.plan.groups import coalitions
from icteregie.analysis.plan.lacking import lacking
from icteregie.analysis.plan.problem import value_of
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.ranking import ranked

DAY = date(2026, 9, 24)


def measure(size: int, seed: int) -> tuple[float, ...]:
    """Plan one puzzle, and give the seconds of each part and how much better than by hand it is."""
    portfolio = replace(puzzles.portfolio(seed, size=size), day=DAY)
    marks = [time.process_time()]

    def mark() -> float:
        marks.append(time.process_time())
        return marks[-1] - marks[-2]

    puzzle = problem(portfolio, 2027)
    by_hand = greedy(puzzle, [i.id for i in ranked(portfolio, candidates(portfolio, 2027))])
    greedy_seconds = mark()
    checked = reckon(portfolio, 2027, Constraints(), entries(by_hand))
    check_seconds = mark()
    made = best(puzzle, by_highs, by_hand)
    best_seconds = mark()
    plan = made.plan or {}
    lacking(puzzle, plan, Constraints().hour)
    lack_seconds = mark()
    groups = coalitions(portfolio, puzzle, plan, by_highs).better if size <= 60 else ()
    group_seconds = mark()
    worth, bound = value_of(plan), made.bound or 0
    lost = 100 * (worth - value_of(by_hand)) / worth
    print(
        f"seed {seed}: on {len(plan)} of {size}, value {worth}, at most {bound}, by hand loses {lost:.1f} %, "
        f"proved {made.proved[-1:]}, groups better off {len(groups)}, wrong {len(checked.wrong)}; "
        f"greedy {greedy_seconds:.2f} s, check {check_seconds:.2f} s, all stages {best_seconds:.1f} s, "
        f"lacks {lack_seconds:.2f} s, groups {group_seconds:.1f} s",
        flush=True,
    )
    return greedy_seconds, check_seconds, best_seconds, lack_seconds, group_seconds, lost


def main() -> None:
    """Measure as many puzzles of a size as were asked for."""
    size, count = int(sys.argv[1]), int(sys.argv[2])
    rows = [measure(size, seed) for seed in range(count)]
    names = ("greedy", "check", "all stages", "lacks", "groups", "by hand loses %")
    for name, values in zip(names, zip(*rows, strict=True), strict=True):
        print(f"{name}: median {median(values):.2f}, most {max(values):.2f}")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    main()
