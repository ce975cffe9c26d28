"""What is newly asked against the budgets for it, and against the margins of its estimates."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from icteregie.analysis.budget import room_for
from icteregie.analysis.choices.order import AgendaChoices
from icteregie.analysis.choices.ranges import Measure, Spread, spread
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import Standing, carried_over, still_paid, with_standing
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

_SCALE = 10**6


@dataclass(frozen=True, slots=True)
class HeadroomRow:
    """What is newly asked in a year after the choices, against the budget for it; whole euros.

    ``budget`` is None when it isn't given. ``uncertain`` is the range by the margins of the estimates,
    rounded outwards; None of recurring cost, which has no margins. Of ``asked`` at most ``reserved`` is of
    who came late and is decided on at the late meeting; ``now`` is what is asked without these.
    """

    kind: Literal["one-off", "recurring", "later"]
    year: int
    asked: Spread
    now: Spread
    budget: int | None
    uncertain: Spread | None = None
    reserved: int = 0

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
        return None if self.budget is None else Spread(self.budget - asked.most, self.budget - asked.least)

    @property
    def may_exceed(self) -> bool:
        """Whether the cost may exceed its budget by the margins of the estimates."""
        return self.uncertain is not None and self.budget is not None and self.uncertain.most > self.budget


def headroom(choices: AgendaChoices, later: int | None) -> Iterator[HeadroomRow]:
    """Compare one-off and recurring cost of the year, and recurring cost of the dearest later year."""
    effects, ties = choices.effects, choices.effects.ties
    agenda = ties.portfolio.agenda(ties.year)
    one_off = room_for(ties.portfolio, ties.year, "one_off", ties.year) if agenda else None
    recurring = room_for(ties.portfolio, ties.year, "recurring", ties.year) if agenda else None
    reserved, recurs = _reserved(choices)
    asked = _asked(choices, lambda name, after: effects.cost(name, after).one_off)
    yield HeadroomRow("one-off", ties.year, *asked, one_off, _uncertain(choices), reserved)
    asked = _asked(choices, lambda name, after: effects.cost(name, after).recurring)
    yield HeadroomRow("recurring", ties.year, *asked, recurring, reserved=recurs)
    if later is not None:
        asked = _asked(choices, lambda name, after: effects.cost(name, after, later).recurring)
        limit = room_for(ties.portfolio, ties.year, "recurring", later) if agenda else None
        yield HeadroomRow("later", later, *asked, limit, reserved=_reserved(choices, later)[1])


def _asked(choices: AgendaChoices, measure: Measure) -> tuple[Spread, Spread]:
    """Add what is asked over all choices, and over those of what is asked now."""
    return choices.spread(measure), spread(choices.now, measure)


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


def outside_budget(portfolio: Portfolio, year: int) -> Iterator[tuple[Standing, int, int]]:
    """Count what is in no budget for new initiatives, with its whole euros in the year."""
    kinds: tuple[tuple[Standing, tuple[Initiative, ...]], ...] = (
        ("carried-over", carried_over(portfolio, year)),
        ("still-paid", still_paid(portfolio, year)),
    )
    for kind, initiatives in kinds:
        if initiatives:
            yield kind, len(initiatives), sum(sum(amount_in(portfolio, i, year)) for i in initiatives)
    elsewhere = with_standing(portfolio, year, ("other-route",))
    if elsewhere:
        yield "other-route", len(elsewhere), sum(sum(amount_in(portfolio, i, year)) for i in elsewhere)


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
