"""What is newly asked against the budgets for it, and against the margins of its estimates."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from icteregie.analysis.budget import available_budget, besides_list
from icteregie.analysis.choices.order import AgendaChoices
from icteregie.analysis.choices.ranges import Measure, Spread, spread
from icteregie.analysis.standing.amounts import amount_in, is_spent_unknown
from icteregie.analysis.standing.standing import carried_over, had_place, with_standing
from icteregie.analysis.standing.statuses import is_after, names_agenda
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

_SCALE = 10**6


@dataclass(frozen=True, slots=True)
class HeadroomRow:
    """What is newly asked in a year after the choices, against the budget for it; whole euros.

    ``budget`` is None when it isn't given; ``taken`` comes off it first, ``used`` by what isn't on the list.
    With a realisation more is taken than used: what was spent is spent in full. ``uncertain`` is the range
    by the margins of the estimates, rounded outwards; None of recurring cost, which has no margins. Of
    ``asked`` at most ``reserved`` is of who came late and is decided on at the late meeting; ``now`` is what
    is asked without these.
    """

    kind: Literal["one-off", "recurring", "later"]
    year: int
    asked: Spread
    now: Spread
    budget: int | None
    uncertain: Spread | None = None
    reserved: int = 0
    taken: int = 0
    used: int = 0

    @property
    def available(self) -> int | None:
        """What the list may ask; None without a budget."""
        return None if self.budget is None else self.budget - self.taken

    @property
    def left(self) -> Spread | None:
        """What is left of the budget, below 0 when it is short; None without a budget."""
        return self._left_of(self.asked)

    @property
    def left_now(self) -> Spread | None:
        """What is left of the budget without those that are reserved."""
        return self._left_of(self.now)

    @property
    def is_apart(self) -> bool:
        """Whether it is short with those that are reserved, so that what is asked now is shown apart."""
        return bool(self.reserved) and self.left is not None and self.left.least < 0

    def _left_of(self, asked: Spread) -> Spread | None:
        available = self.available
        return None if available is None else Spread(available - asked.most, available - asked.least)

    @property
    def may_exceed(self) -> bool:
        """Whether the cost may exceed its budget by the margins of the estimates."""
        return (
            self.uncertain is not None and self.available is not None and self.uncertain.most > self.available
        )


def headroom(choices: AgendaChoices, later: int | None) -> Iterator[HeadroomRow]:
    """Compare one-off and recurring cost of the year, and recurring cost of the dearest later year."""
    effects, year = choices.effects, choices.effects.ties.year
    yield _row(choices, "one-off", year, lambda name, after: effects.cost(name, after).one_off)
    yield _row(choices, "recurring", year, lambda name, after: effects.cost(name, after).recurring)
    if later is not None:
        yield _row(choices, "later", later, lambda name, after: effects.cost(name, after, later).recurring)


def _row(
    choices: AgendaChoices, kind: Literal["one-off", "recurring", "later"], year: int, measure: Measure
) -> HeadroomRow:
    ties, is_one_off = choices.effects.ties, kind == "one-off"
    agenda = ties.portfolio.agenda(ties.year)
    available = (
        available_budget(ties.portfolio, ties.year, "one_off" if is_one_off else "recurring", year)
        if agenda
        else None
    )
    return HeadroomRow(
        kind=kind,
        year=year,
        asked=choices.spread(measure),
        now=spread(choices.now, measure),
        budget=available.budget if available else None,
        uncertain=_uncertain(choices) if is_one_off else None,
        reserved=_reserved(choices, year if kind == "later" else None)[0 if is_one_off else 1],
        taken=available.taken if available else 0,
        used=available.used if available else 0,
    )


def _reserved(choices: AgendaChoices, year: int | None = None) -> tuple[int, int]:
    """Add the one-off and the recurring cost of who came late, in the agenda's year or a later one."""
    costs = [choices.effects.cost(name, "", year) for name in choices.reserved]
    return sum(cost.one_off for cost in costs), sum(cost.recurring for cost in costs)


def _uncertain(choices: AgendaChoices) -> Spread:
    """Add the one-off cost less and more its margins, exact for margins of up to four decimals."""

    def varied(sign: int) -> Measure:
        def measure(name: str, after: str) -> int:
            costs = choices.effects.ties.portfolio.initiatives[name].costs
            margin = (costs.margin if costs else None) or Decimal(0)
            amount = choices.effects.cost(name, after).one_off
            return max(int(amount * (100 + sign * margin) * _SCALE / 100), 0)

        return measure

    low, high = choices.spread(varied(-1)).least, choices.spread(varied(1)).most
    return Spread(low // _SCALE, -(-high // _SCALE))


Besides: TypeAlias = Literal["over", "later-agenda", "carried-over", "still-paid", "other-route"]
"""``over``: on this agenda, and done or ended after money was spent. ``later-agenda``: on a later one, with
cost in this year. ``carried-over``, ``still-paid``: of earlier ones. ``other-route``: asks for that."""


@dataclass(frozen=True, slots=True)
class BesidesList:
    """What costs something in the year and isn't on the list; ``is_taken`` off the budget, or in none."""

    kind: Besides
    count: int
    amount: int
    is_taken: bool


def besides_budget(portfolio: Portfolio, year: int) -> Iterator[BesidesList]:
    """Count what isn't on the list, with its whole euros in the year, and whether the budget pays for it."""
    agenda = portfolio.agenda(year)
    taken = {i.id for i in besides_list(portfolio, year, year)} if agenda else set()
    kinds: tuple[tuple[Besides, tuple[Initiative, ...]], ...] = (
        ("over", had_place(portfolio, year)),
        (
            "later-agenda",
            tuple(i for i in portfolio.initiatives.values() if i.id in taken and is_after(i, year)),
        ),
        ("carried-over", carried_over(portfolio, year)),
        ("still-paid", with_standing(portfolio, year, ("still-paid",))),
        ("other-route", with_standing(portfolio, year, ("other-route",))),
    )
    for kind, initiatives in kinds:
        costs = {i.id: sum(amount_in(portfolio, i, year)) for i in initiatives}
        if kind in ("over", "later-agenda"):
            costs = {name: cost for name, cost in costs.items() if cost}
        if costs:
            is_taken = kind != "other-route" and taken.issuperset(costs)
            yield BesidesList(kind, len(costs), sum(costs.values()), is_taken)


def spent_unknown(portfolio: Portfolio, year: int) -> tuple[Initiative, ...]:
    """List what was on the agenda and was done or stopped, without a report of what was spent, by id."""
    ended = with_standing(portfolio, year, ("ended",))
    return tuple(i for i in ended if names_agenda(i, year) and is_spent_unknown(portfolio, i))


def later_year(choices: AgendaChoices) -> int | None:
    """Return the later year in which all that were filed cost most in recurring cost; the first of equals."""
    ties = choices.effects.ties
    known = {
        year: 0
        for name in ties.listed
        if (costs := ties.portfolio.initiatives[name].costs)
        for year in costs.recurring
        if year > ties.year
    }
    for name in ties.listed:
        for year in known:
            known[year] += choices.effects.cost(name, "", year).recurring
    return min(known, key=lambda year: (-known[year], year), default=None)
