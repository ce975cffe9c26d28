"""What the initiatives of an agenda year request: money, and hours of teams."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from icteregie.analysis.standing.amounts import CostKind, amount_in, amount_years, is_charged
from icteregie.analysis.standing.standing import had_place, is_on, is_on_own_agenda, on_agenda
from icteregie.analysis.standing.statuses import is_after, is_before, is_decided, is_over, names_agenda
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio

QUARTERS = (1, 2, 3, 4)
_PLACE: dict[CostKind, int] = {"one_off": 0, "recurring": 1}


def requested_cost(portfolio: Portfolio, year: int) -> tuple[int, int]:
    """Add the one-off and the recurring cost, in this year, of all on its agenda, in whole euros."""
    costs = [amount_in(portfolio, i, year) for i in on_agenda(portfolio, year)]
    return sum(one_off for one_off, _ in costs), sum(recurring for _, recurring in costs)


def cost_of_agenda(portfolio: Portfolio, year: int) -> tuple[int, int]:
    """Add the one-off and the recurring cost, in this year, of all that is or was on its agenda.

    What is over counts with what was spent. In whole euros.
    """
    over = [amount_in(portfolio, i, year) for i in had_place(portfolio, year)]
    one_off, recurring = requested_cost(portfolio, year)
    return one_off + sum(cost for cost, _ in over), recurring + sum(cost for _, cost in over)


@dataclass(frozen=True, slots=True)
class Available:
    """A budget of an agenda, and what is left of it for the list; whole euros of one year.

    ``budget`` is what may be planned: of one-off cost with a realisation of 70%, a budget of 70 has room
    for 100. ``used`` is what was spent of it or goes to what isn't on the list, by the ids in ``besides``.
    ``left`` is what the list may ask, below 0 when more than the budget was used.
    """

    budget: int
    used: int
    left: int
    besides: tuple[str, ...] = ()

    @property
    def taken(self) -> int:
        """What comes off the budget before the list: more than what was used where less is realised."""
        return self.budget - self.left


def available_budget(
    portfolio: Portfolio, agenda_year: int, kind: CostKind, year: int, listed: Container[str] = ()
) -> Available | None:
    """Give what the list of an agenda may ask from its budget in a year; None without a budget.

    Taken off is what ``besides_list`` finds, but not what is ``listed``: the list itself counts that, such
    as what was adopted on it and is done now. What was spent is spent in full: with a realisation of 70%
    and 35 of a budget of 70 spent, there is room for another 50.
    """
    besides = (i for i in besides_list(portfolio, agenda_year, year) if i.id not in listed)
    return _available(portfolio, agenda_year, kind, year, besides)


def available_in_plan(portfolio: Portfolio, year: int, kind: CostKind, planned: int) -> Available | None:
    """Give what may be asked of the money of a year in a plan that starts with the agenda of ``planned``.

    That is what the year's own list may ask. In a later year than the planned one, agendas from the planned
    one on take of it too: one plan gives out the money of several years.
    """
    return _available(portfolio, year, kind, year, besides_list(portfolio, year, year, planned))


def _available(
    portfolio: Portfolio, agenda_year: int, kind: CostKind, year: int, besides: Iterable[Initiative]
) -> Available | None:
    budget = portfolio.partnership.agendas[agenda_year].budget
    amount = budget.one_off if kind == "one_off" else budget.recurring
    if amount is None:
        return None
    costs = [(i, cost) for i in besides if (cost := amount_in(portfolio, i, year)[_PLACE[kind]])]
    spent = sum(cost for initiative, cost in costs if is_over(initiative))
    used, ids = sum(cost for _, cost in costs), tuple(initiative.id for initiative, _ in costs)
    if kind == "recurring":
        return Available(amount, used, amount - used, ids)
    return Available(budget.to_plan(amount), used, budget.to_plan(amount - spent) - (used - spent), ids)


def besides_list(
    portfolio: Portfolio, agenda_year: int, year: int, since: int | None = None
) -> Iterator[Initiative]:
    """Find what draws on the budget of an agenda in a year and isn't on its list, by id.

    That is what was on it and is over: done, or ended after money was spent. What was given up before
    that costs nothing. Also what a later agenda pays before its own year, such as what began on this one.
    Of earlier agendas it is what runs or still has to be paid where the budget covers all; otherwise that
    of agendas from ``since`` on, for a plan that gives out the money of several years at once.
    """
    is_for_all = portfolio.partnership.agendas[agenda_year].budget.covers == "all"
    for initiative in portfolio.initiatives.values():
        if not names_agenda(initiative) or not is_charged(portfolio, initiative):
            continue
        if is_on(portfolio, initiative, agenda_year):
            continue
        if not is_for_all and is_before(initiative, since or agenda_year):
            continue
        if is_after(initiative, agenda_year) and not is_after(initiative, year):
            continue
        yield initiative


@dataclass(frozen=True, slots=True)
class Shortage:
    """What an agenda asks for in a year, and the room that it has for that; whole euros.

    ``year`` is that of the cost: for recurring cost it can be a later one, in which the list costs most.
    """

    kind: CostKind
    year: int
    asked: int
    available: Available

    @property
    def excess(self) -> int:
        """How much too little there is."""
        return self.asked - self.available.left


def shortages(portfolio: Portfolio, year: int) -> tuple[Shortage, ...]:
    """List for which cost the budget of an agenda is too small; exactly the budget is enough.

    One-off cost is compared in the year of the agenda; recurring cost there, and otherwise in the later
    year in which it is highest, because what stays has to be paid from what stays. A list that asks
    nothing is short of nothing, also where more than the budget was used.
    """
    agenda = portfolio.agenda(year)
    if agenda is None:
        return ()
    listed = on_agenda(portfolio, year)
    years = {later for i in listed for later in amount_years(portfolio, i) if later > year}
    short = [_short(portfolio, year, "one_off", year), _short(portfolio, year, "recurring", year)]
    if short[1] is None:
        peaks = [peak for later in sorted(years) if (peak := _short(portfolio, year, "recurring", later))]
        short.append(max(peaks, key=lambda peak: peak.excess, default=None))
    return tuple(each for each in short if each is not None)


def _short(portfolio: Portfolio, agenda_year: int, kind: CostKind, year: int) -> Shortage | None:
    available = available_budget(portfolio, agenda_year, kind, year)
    asked = sum(amount_in(portfolio, i, year)[_PLACE[kind]] for i in on_agenda(portfolio, agenda_year))
    return (
        Shortage(kind, year, asked, available)
        if available is not None and asked > max(available.left, 0)
        else None
    )


def quarter_of(moment: Moment) -> tuple[int, int]:
    """Return the year and the quarter (1 to 4) in which a moment starts."""
    return moment.first.year, (moment.first.month + 2) // 3


def team_hours(portfolio: Portfolio) -> Mapping[tuple[str, int, int], dict[str, int]]:
    """Add the hours requested of each team in each quarter, by initiative, largest first.

    All count that are on an agenda or run, whatever the budget covers. Effort for a month or a day
    counts in its quarter. Keys are (team, year, quarter).
    """
    load: dict[tuple[str, int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for initiative in portfolio.initiatives.values():
        if not (is_decided(initiative) or is_on_own_agenda(portfolio, initiative)):
            continue
        for team, effort in initiative.effort.items():
            for moment, amount in effort.items():
                load[(team, *quarter_of(moment))][initiative.id] += amount
    return {
        key: dict(sorted(hours_by_initiative.items(), key=lambda f: (-f[1], f[0])))
        for key, hours_by_initiative in sorted(load.items())
    }
