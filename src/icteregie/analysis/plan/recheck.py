"""A plan that is kept, reckoned again without a solver: what of it, and of what it explains, doesn't hold."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from icteregie.analysis.plan.checker import Entry, Reckoned, Wrong, reckon
from icteregie.analysis.plan.checker_beside import Beside
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.continuity import SPARE
from icteregie.analysis.plan.kept import entry, limit_of, of_lack, of_wrong, with_differences
from icteregie.analysis.plan.laid_down import laid_down
from icteregie.analysis.plan.problem import MUSTS, Limit, Problem
from icteregie.analysis.plan.puzzle import problem
from icteregie.analysis.plan.quarters import quarter_of
from icteregie.analysis.plan.recheck_groups import group_faults
from icteregie.portfolio.plan_file import PlanFile, PlanLeftOut, PlanResult
from icteregie.portfolio.portfolio import Portfolio

Part: TypeAlias = Literal["plan", "never", "lacks", "change", "instead", "coalition", "clash"]
Said: TypeAlias = Literal[
    "holds-not",
    "value",
    "cost",
    "bound",
    "twice",
    "unexplained",
    "not-asking",
    "never",
    "room",
    "lacks",
    "not-in-it",
    "out",
    "better-than-best",
    "more-musts",
    "group",
    "no-must",
]
"""What is said of it: what ``wrong`` says; a sum; listed twice, not at all, or without reason; ..."""
NO_PLAN = "no-plan"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that a kept plan says and that isn't so: in which part, of what, and what it is instead.

    ``keys`` lead to it in the file. ``written`` is what the file says and ``right`` what is reckoned, where
    these are amounts of ``limit``, or sums.
    """

    part: Part
    said: Said
    keys: tuple[str | int, ...]
    id: str = ""
    wrong: Wrong | None = None
    limit: Limit | None = None
    written: int = 0
    right: int = 0
    members: tuple[str, ...] = ()


def mistakes(portfolio: Portfolio, year: int, file: PlanFile) -> tuple[Mistake, ...]:
    """Reckon a kept plan and all that it explains again; nothing where nothing is kept."""
    if file.result is None:
        return ()
    return tuple(_Recheck(portfolio, year, file, file.result).every())


@dataclass(frozen=True)
class _Recheck:
    portfolio: Portfolio
    year: int
    file: PlanFile
    result: PlanResult

    def every(self) -> Iterator[Mistake]:
        puzzle = self.puzzle
        yield from self._plan()
        yield from self._accounted(puzzle)
        for place, left_out in enumerate(self.result.left_out):
            keys = ("result", "left_out", place)
            yield from self._never(puzzle, left_out, keys)
            yield from self._lacks(left_out, keys)
            yield from self._change(left_out, keys)
            yield from self._instead(left_out, keys)
        for place, name in enumerate(self.result.clash):
            if name not in puzzle.musts:
                yield Mistake("clash", "no-must", ("result", "clash", place), name)
        for place, group in enumerate(self.result.coalitions):
            for fault in group_faults(self.portfolio, self.year, self.on, group):
                keys = ("result", "coalitions", place)
                said: Said = "holds-not" if fault.wrong else "group"
                yield Mistake("coalition", said, keys, fault.member, fault.wrong, members=group.members)

    @cached_property
    def puzzle(self) -> Problem:
        return problem(self.portfolio, self.year, self.constraints)

    @cached_property
    def constraints(self) -> Constraints:
        return laid_down(self.file)

    @cached_property
    def beside(self) -> Beside:
        return Beside(self.portfolio, self.year, self.constraints, self.on)

    @cached_property
    def on(self) -> tuple[Entry, ...]:
        return tuple(entry(each) for each in self.result.on)

    def _reckon(self, plan: tuple[Entry, ...]) -> Reckoned:
        return reckon(self.portfolio, self.year, self.constraints, plan)

    def _plan(self) -> Iterator[Mistake]:
        result, again = self.result, self._reckon(self.on)
        keys = ("result", "placed")
        yield from (Mistake("plan", "holds-not", keys, each.id, each) for each in again.wrong)
        sums: tuple[tuple[Said, int, int], ...] = (
            ("value", result.value, again.value),
            ("cost", result.cost, again.cost),
        )
        for said, written, right in sums:
            if written != right:
                yield Mistake("plan", said, ("result", said), written=written, right=right)
        if _is_wrong_bound(result):
            at = ("result", "status" if result.bound is None else "bound")
            yield Mistake("plan", "bound", at, written=result.bound or 0, right=result.value)

    def _accounted(self, puzzle: Problem) -> Iterator[Mistake]:
        """Look that everyone who asks is on or has a reason, once."""
        every = {*puzzle.columns, *puzzle.never}
        counts = Counter([*(each.id for each in self.result.on), *(each.id for each in self.result.left_out)])
        for name in sorted(every - counts.keys()):
            yield Mistake("plan", "unexplained", ("result", "left_out"), name)
        for name in sorted(counts):
            if counts[name] > 1:
                yield Mistake("plan", "twice", ("result",), name)
        for place, left_out in enumerate(self.result.left_out):
            if left_out.id not in every:
                yield Mistake("plan", "not-asking", ("result", "left_out", place, "id"), left_out.id)

    def _never(
        self, puzzle: Problem, left_out: PlanLeftOut, keys: tuple[str | int, ...]
    ) -> Iterator[Mistake]:
        right = puzzle.never.get(left_out.id)
        is_right = (
            left_out.never in (None, NO_PLAN) and left_out.because_of is None
            if right is None
            else (left_out.never, left_out.because_of or "") == (right.why, right.other)
        )
        if not is_right:
            yield Mistake("never", "never", (*keys, "never") if left_out.never else keys, left_out.id)

    def _lacks(self, left_out: PlanLeftOut, keys: tuple[str | int, ...]) -> Iterator[Mistake]:
        """Put it beside the plan as it stands; what then doesn't hold is exactly what it lacks."""
        if left_out.start is None:
            if left_out.never is None:
                yield Mistake("lacks", "lacks", keys, left_out.id)
            return
        own = Entry(left_out.id, quarter_of(left_out.start.first), left_out.members)
        right = {of_wrong(each, left_out.id) for each in self.beside.wrong(own)}
        written = [of_lack(each) for each in left_out.lacks]
        if Counter(written) != Counter(right):
            place = next((p for p, each in enumerate(written) if each not in right), None)
            at = (*keys, "lacks") if left_out.lacks else keys
            missed = next((each for each in sorted(right - set(written), key=str)), None)
            yield Mistake(
                "lacks",
                "lacks",
                at if place is None else (*at, place),
                left_out.id,
                limit=missed[1] if missed else None,
                right=missed[2] if missed else 0,
            )

    def _change(self, left_out: PlanLeftOut, keys: tuple[str | int, ...]) -> Iterator[Mistake]:
        """Look that all that is on and this one fit together with exactly the room that is named."""
        change = left_out.change
        if change is None:
            return
        at = (*keys, "change")
        plan = with_differences(self.result.on, change.placed)
        if left_out.id not in {each.id for each in plan}:
            yield Mistake("change", "not-in-it", at, left_out.id)
        again = self._reckon(plan)
        amounts = {limit: each.amount for each in change.capacity if (limit := limit_of(each))}
        short = {each.limit: each.amount for each in again.wrong if each.fault == "lacks" and each.limit}
        for wrong in again.wrong:
            if wrong.fault != "lacks":
                yield Mistake("change", "holds-not", at, left_out.id, wrong)
        for limit in sorted({*amounts, *short}):
            written, right = amounts.get(limit, 0), short.get(limit, 0)
            if written != right:
                yield Mistake("change", "room", at, left_out.id, limit=limit, written=written, right=right)
        if len(amounts) != len(change.capacity):
            yield Mistake("change", "room", at, left_out.id)

    def _instead(self, left_out: PlanLeftOut, keys: tuple[str | int, ...]) -> Iterator[Mistake]:
        """Look that the plan with it fits, pushes out what it says, and has the sums that it says."""
        instead, result = left_out.instead, self.result
        if instead is None:
            return
        at = (*keys, "instead")
        plan = with_differences(result.on, instead.placed, instead.out)
        names = {each.id for each in plan}
        if left_out.id not in names:
            yield Mistake("instead", "not-in-it", at, left_out.id)
        for place, name in enumerate(instead.out):
            if name not in {each.id for each in result.on}:
                yield Mistake("instead", "out", (*at, "out", place), name)
        again = self._reckon(plan)
        yield from (Mistake("instead", "holds-not", at, left_out.id, wrong) for wrong in again.wrong)
        if instead.value != again.value:
            yield _sum("value", (*at, "value"), left_out.id, (instead.value, again.value))
        if instead.cost != again.cost:
            yield _sum("cost", (*at, "cost"), left_out.id, (instead.cost, again.cost))
        if result.status == "proved" and not again.wrong:
            musts, others = self._musts(each.id for each in result.on), self._musts(names)
            if others > musts:
                yield Mistake("instead", "more-musts", at, left_out.id)
            elif others == musts and again.value > result.value:
                yield _sum("better-than-best", at, left_out.id, (result.value, again.value))

    def _musts(self, names: Iterable[str]) -> tuple[int, ...]:
        """Count by kind how many that must be on are, the heaviest kind first."""
        kinds = Counter(self.puzzle.musts.get(name) for name in names)
        return tuple(kinds[kind] for kind in MUSTS)


def _sum(said: Said, keys: tuple[str | int, ...], name: str, sums: tuple[int, int]) -> Mistake:
    """Say of the plan with an initiative which sum is written, and which is right."""
    return Mistake("instead", said, keys, name, written=sums[0], right=sums[1])


def _is_wrong_bound(result: PlanResult) -> bool:
    """Whether what is said of other plans can't be: the best has no more than it, none has less."""
    least = {"proved": 100, "fewest-changes": 100 - SPARE}.get(result.status, 0)
    if result.bound is None or result.status == "by-hand":
        return least > 0 or result.bound is not None
    return result.bound < result.value or result.value * 100 < result.bound * least
