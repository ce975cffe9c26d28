"""Puts the puzzle of an agenda together from the files: who can be on, and what binds them."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from icteregie.analysis.dependencies.edges import earliest_date
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.obligations import deadlines
from icteregie.analysis.plan.apart import apart
from icteregie.analysis.plan.candidates import (
    candidates,
    fixed,
    has_marks,
    is_cost_unknown,
)
from icteregie.analysis.plan.capacity import capacity, horizon
from icteregie.analysis.plan.columns import columns, has_more_sets, moves
from icteregie.analysis.plan.constraints import Constraints
from icteregie.analysis.plan.floors import floors
from icteregie.analysis.plan.musts import must_by_itself
from icteregie.analysis.plan.problem import (
    MUSTS,
    Column,
    Gaps,
    Hopeless,
    Link,
    Must,
    Problem,
)
from icteregie.analysis.standing.statuses import is_done, is_paid
from icteregie.portfolio.coherence import Dependency
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

NOTHING = Constraints()


def problem(portfolio: Portfolio, year: int, constraints: Constraints = NOTHING) -> Problem:
    """Make the puzzle of the agenda of a year."""
    return _Puzzle(portfolio, year, constraints).made()


def is_in_time(link: Dependency, before: tuple[date, date], after: tuple[date, date]) -> bool:
    """Whether what waits may run on these days, given the first and the last day of what it waits for."""
    needed = after[1] if link.holds_end else after[0]
    return earliest_date(link, *before) <= needed


@dataclass(frozen=True)
class _Puzzle:
    portfolio: Portfolio
    year: int
    constraints: Constraints

    def made(self) -> Problem:
        never: dict[str, Hopeless] = {}
        options: dict[str, tuple[Column, ...]] = {}
        late: dict[str, int] = {}
        for initiative in self.candidates.values():
            reason = self._ruled_out(initiative)
            result = () if reason else self._columns(initiative)
            if reason is None and not result:
                reason = self._without_start(initiative)
            if reason is None:
                result, days = _in_time(initiative, result)
                options[initiative.id] = result
                late |= {initiative.id: days} if days else {}
            else:
                never[initiative.id] = reason
        self._pull_out(options, never)
        years = horizon(self.portfolio, self.year)
        return Problem(
            year=self.year,
            quarters=range(years[0] * 4, years[-1] * 4 + 4),
            columns=options,
            never=dict(sorted(never.items())),
            musts=self._musts(),
            capacity=capacity(self.portfolio, self.year, self.constraints),
            links=tuple(self._links(options)),
            apart=tuple(left for exclusion in self.apart if len(left := exclusion & options.keys()) > 1),
            late={name: days for name, days in late.items() if name in options},
            required={name: must for name in sorted(never) if (must := self._asked_must(name))},
            gaps=self._gaps(),
            floors=floors(self.portfolio, self.year, self.constraints.floor),
        )

    @cached_property
    def candidates(self) -> Mapping[str, Initiative]:
        return {initiative.id: initiative for initiative in candidates(self.portfolio, self.year)}

    @cached_property
    def fixed(self) -> Mapping[str, Initiative]:
        return {initiative.id: initiative for initiative in fixed(self.portfolio)}

    def _musts(self) -> dict[str, Must]:
        """Say why each that has to be on has to, also where nothing lets it; what is fixed or done is on."""
        every = self.portfolio.initiatives
        pinned = (
            name
            for name, pin in self.constraints.pins.items()
            if pin.is_in and not (name in every and is_paid(every[name]))
        )
        by_itself = {name: must for name in self.candidates if (must := self._asked_must(name))}
        return dict(sorted({**by_itself, **dict.fromkeys(pinned, MUSTS[0])}.items()))

    def _must(self, initiative: Initiative) -> Must | None:
        """Say why it has to be on: pinned, by a last day that next year misses, or by its priority."""
        pin = self.constraints.pin(initiative.id)
        if pin.is_in is not None:
            return "pinned" if pin.is_in else None
        return must_by_itself(initiative, self.year)

    def _asked_must(self, name: str) -> Must | None:
        """Say why it has to be on, for those who still ask for it: none where all are absent."""
        initiative = self.candidates[name]
        return self._must(initiative) if self.portfolio.participants(initiative) else None

    def _ruled_out(self, initiative: Initiative) -> Hopeless | None:
        name = initiative.id
        reasons = (
            (self.constraints.pin(name).is_in is False, Hopeless("pinned-out")),
            (self._lacks_members(initiative), Hopeless("too-few")),
            (initiative.priority == "wont", Hopeless("wont")),
            (name in self.excluded, Hopeless("fixed-instead", self.excluded.get(name, ""))),
        )
        reason = next((reason for applies, reason in reasons if applies), None)
        if reason is not None or self._must(initiative):
            return reason
        if not has_marks(initiative):
            return Hopeless("no-marks")
        return Hopeless("no-costs") if is_cost_unknown(initiative) else None

    def _lacks_members(self, initiative: Initiative) -> bool:
        """Whether too few members are left to take part, without those who are absent."""
        least = max(initiative.minimum_participants or 1, 1)
        return bool(self.portfolio.absent) and len(self.portfolio.participants(initiative)) < least

    def _columns(self, initiative: Initiative) -> tuple[Column, ...]:
        """List the ways to do it that what is fixed allows."""
        years = horizon(self.portfolio, self.year)
        result = columns(self.portfolio, initiative, self.year, years, self.constraints)
        return tuple(c for c in result if all(self._allows(link, c) for link in initiative.depends_on))

    def _allows(self, link: Dependency, column: Column) -> bool:
        on = self.portfolio.initiatives.get(link.on)
        if on is None or on.id not in self.fixed or on.id == column.id:
            return True
        span = foreseen_span(self.portfolio, on)
        if span.start is None or span.end is None:
            return True
        return is_in_time(link, (span.start, span.end), (column.first, column.last))

    def _without_start(self, initiative: Initiative) -> Hopeless:
        years = horizon(self.portfolio, self.year)
        result = columns(self.portfolio, initiative, self.year, years, self.constraints)
        if not result:
            has_start = next(moves(initiative, self.year, years), None) is not None
            return Hopeless("pinned-later" if has_start else "no-start")
        blocking = [
            link.on for link in initiative.depends_on if not any(self._allows(link, each) for each in result)
        ]
        others = [link.on for link in initiative.depends_on if link.on in self.fixed]
        return Hopeless("too-early", (blocking or others)[0])

    def _pull_out(self, options: dict[str, tuple[Column, ...]], never: dict[str, Hopeless]) -> None:
        """Take out who waits for what is not planned, and then who waits for these."""
        after = defaultdict[str, list[str]](list)
        for name in options:
            for link in self.candidates[name].depends_on:
                after[link.on].append(name)
        waiting = deque(options)
        while waiting:
            name = waiting.popleft()
            lacking = self._lacking(name, options) if name in options else ""
            if lacking:
                del options[name]
                never[name] = Hopeless("waits-for", lacking)
                waiting += after[name]

    def _lacking(self, name: str, options: Mapping[str, object]) -> str:
        for link in self.candidates[name].depends_on:
            on = self.portfolio.initiatives.get(link.on)
            is_there = link.on in options or link.on in self.fixed or (on is not None and is_done(on))
            if not is_there and link.on != name:
                return link.on
        return ""

    def _links(self, options: Mapping[str, object]) -> Iterator[Link]:
        for name in options:
            for link in self.candidates[name].depends_on:
                if link.on in options and link.on != name:
                    yield Link(link.on, name, link)

    @cached_property
    def apart(self) -> tuple[frozenset[str], ...]:
        """The sets of which one can be on, also with what is fixed."""
        return apart(self.portfolio, {**self.candidates, **self.fixed})

    @cached_property
    def excluded(self) -> Mapping[str, str]:
        """What is fixed and excludes a candidate, by the candidate."""
        by: dict[str, str] = {}
        for exclusion in self.apart:
            there = sorted(exclusion & self.fixed.keys())
            by |= {name: there[0] for name in exclusion - self.fixed.keys() if there and name not in by}
        return by

    def _gaps(self) -> Gaps:
        every = self.candidates.values()

        def named(wanted: list[Initiative]) -> tuple[str, ...]:
            return tuple(initiative.id for initiative in wanted)

        return Gaps(
            urgency=named([i for i in every if has_marks(i) and i.score and i.score.urgency is None]),
            marks=named([i for i in every if self._lacks_marks(i)]),
            hours=named([i for i in every if not i.effort]),
            costs=named([i for i in every if is_cost_unknown(i)]),
            periods=named([i for i in every if i.period is None]),
            sets=named([i for i in every if has_more_sets(self.portfolio, i, self.constraints)]),
        )

    def _lacks_marks(self, initiative: Initiative) -> bool:
        """Whether a mark counts 0 because nobody gave it; without any mark only what has to be on counts."""
        score = initiative.score
        if score is None or not has_marks(initiative):
            return self._asked_must(initiative.id) is not None
        return any(score.value_for(member) is None for member in self.portfolio.participants(initiative))


def _binding(initiative: Initiative) -> date | None:
    """Give the first last day that the law or a contract sets; an own choice doesn't bind."""
    return next((d.day for d in deadlines(initiative) if d.obligation.kind != "choice"), None)


def _in_time(initiative: Initiative, result: tuple[Column, ...]) -> tuple[tuple[Column, ...], int]:
    """Keep the ways that make the deadline; where none does, the earliest, and how many days late that is."""
    deadline = _binding(initiative)
    if deadline is None:
        return result, 0
    meeting = tuple(column for column in result if column.last <= deadline)
    if meeting:
        return meeting, 0
    earliest = min(column.last for column in result)
    kept = tuple(column for column in result if column.last == earliest)
    return kept, (earliest - deadline).days
