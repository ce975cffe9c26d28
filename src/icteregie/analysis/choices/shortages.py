"""Where money or hours are short, judged after the other choices: a shortage may end by itself."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from icteregie.analysis.budget import QUARTERS, available_budget
from icteregie.analysis.choices.effects import Effects
from icteregie.analysis.choices.groups import Combinations
from icteregie.analysis.choices.ranges import Measure, Spread, spread, sums_of
from icteregie.analysis.standing.amounts import amount_years
from icteregie.diagnostics.ceilings import MOST_COMBINATIONS

Short: TypeAlias = Literal["one-off", "recurring", "hours"]


@dataclass(frozen=True, slots=True)
class Shortage:
    """What is asked of one budget or of one team in one quarter, against what there is.

    ``filed`` is what all that were filed ask together, ``asked`` what is asked after the choices; whole
    euros, or hours. ``short_in`` of ``of`` combinations ask for more than there is; None of both when
    there are too many to be counted. ``year`` of recurring cost may be a later one than the agenda's.
    """

    kind: Short
    year: int
    limit: int
    as_asked: int
    asked: Spread
    short_in: int | None
    of: int | None
    team: str = ""
    quarter: int = 0

    @property
    def most(self) -> int:
        """How much is short in the worst combination; below 0 when it always fits."""
        return self.asked.most - self.limit

    @property
    def is_open(self) -> bool:
        """Whether some combination is still short; one that asks nothing is short of nothing."""
        return self.asked.most > max(self.limit, 0)

    @property
    def ends(self) -> bool:
        """Whether all together are short, and no combination is."""
        return self.as_asked > max(self.limit, 0) and not self.is_open


def shortages(effects: Effects, combinations: Combinations) -> tuple[Shortage, ...]:
    """List the budgets and teams of which more was filed, or may be asked, than there is."""
    every = [*_money(effects, combinations), *_hours(effects, combinations)]
    return tuple(shortage for shortage in every if shortage.is_open or shortage.ends)


def _money(effects: Effects, combinations: Combinations) -> Iterator[Shortage]:
    ties = effects.ties
    agenda = ties.portfolio.agenda(ties.year)
    if agenda is None:
        return
    available = available_budget(ties.portfolio, ties.year, "one_off", ties.year)
    if available is not None:
        yield _judged(
            combinations,
            lambda name, after: effects.cost(name, after).one_off,
            Shortage("one-off", ties.year, available.left, _filed_one_off(effects), Spread(0, 0), None, None),
        )
    if agenda.budget.recurring is not None:
        yield from _recurring(effects, combinations)


def _filed_one_off(effects: Effects) -> int:
    return sum(effects.cost(name).one_off for name in effects.ties.listed)


def _recurring(effects: Effects, combinations: Combinations) -> Iterator[Shortage]:
    """Judge the agenda's year, and the later year in which most can be asked: cover has to last."""
    ties = effects.ties
    known = {
        year
        for name in ties.listed
        for year in amount_years(ties.portfolio, ties.portfolio.initiatives[name])
    }
    every = [_recurring_in(effects, combinations, year) for year in sorted({*known, ties.year})]
    later = [shortage for shortage in every if shortage.year > ties.year]
    yield from (shortage for shortage in every if shortage.year == ties.year)
    if later:
        highest = max(later, key=lambda s: (s.asked.most, s.as_asked, -s.year))
        if highest.as_asked or highest.asked.most:
            yield highest


def _recurring_in(effects: Effects, combinations: Combinations, year: int) -> Shortage:
    def measure(name: str, after: str) -> int:
        return effects.cost(name, after, year).recurring

    as_asked = sum(measure(name, "") for name in effects.ties.listed)
    available = available_budget(effects.ties.portfolio, effects.ties.year, "recurring", year)
    limit = available.left if available else 0
    return _judged(
        combinations, measure, Shortage("recurring", year, limit, as_asked, Spread(0, 0), None, None)
    )


def _hours(effects: Effects, combinations: Combinations) -> Iterator[Shortage]:
    agenda = effects.ties.portfolio.agenda(effects.ties.year)
    listed = set(effects.ties.listed)
    for team, capacity in (agenda.capacity if agenda else {}).items():
        for quarter in QUARTERS:
            requested = effects.requested(team, quarter)
            base = sum(hours for name, hours in requested.items() if name not in listed)
            if not requested and not base:
                continue
            yield _judged(
                combinations,
                _hours_of(effects, team, quarter),
                Shortage(
                    "hours",
                    effects.ties.year,
                    capacity,
                    sum(requested.values()),
                    Spread(base, base),
                    None,
                    None,
                    team,
                    quarter,
                ),
            )


def _hours_of(effects: Effects, team: str, quarter: int) -> Measure:
    return lambda name, after: effects.hours(name, after, team, quarter)


def _judged(combinations: Combinations, measure: Measure, of: Shortage) -> Shortage:
    """Fill in what is asked; ``of`` has what is asked already, whatever is chosen."""
    asked = spread(combinations, measure).plus(of.asked)
    short_in, count = _counted(combinations, measure, of.limit - of.asked.least)
    return Shortage(of.kind, of.year, of.limit, of.as_asked, asked, short_in, count, of.team, of.quarter)


def _counted(combinations: Combinations, measure: Measure, limit: int) -> tuple[int | None, int | None]:
    """Count the combinations that ask for more than a limit, and all of them; not over 4,096."""
    count = combinations.count
    if count is None or count > MOST_COMBINATIONS:
        return None, None
    sums = Counter({sum(measure(name, "") for name in combinations.fixed): 1})
    for group in combinations.groups:
        added = Counter(sums_of(group, measure))
        sums = _together(sums, added)
    return sum(times for total, times in sums.items() if total > limit), count


def _together(sums: "Counter[int]", added: "Counter[int]") -> "Counter[int]":
    both: Counter[int] = Counter()
    for total, times in sums.items():
        for other, often in added.items():
            both[total + other] += times * often
    return both
