"""What the initiatives of an agenda year request: money, and hours of teams."""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass

from icteregie.analysis.standing.amounts import CostKind, amount_in, amount_years
from icteregie.analysis.standing.standing import had_place, is_on_own_agenda, on_agenda, running_in
from icteregie.analysis.standing.statuses import is_decided
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
class Shortage:
    """What an agenda asks for in a year, and the room that it has for that; whole euros.

    ``year`` is that of the cost: for recurring cost it can be a later one, in which the list costs most.
    ``running`` is what was taken off the budget first for what runs; ``room`` is what then is left.
    """

    kind: CostKind
    year: int
    asked: int
    running: int
    available: int

    @property
    def excess(self) -> int:
        """How much too little there is."""
        return self.asked - self.available


def shortages(portfolio: Portfolio, year: int) -> tuple[Shortage, ...]:
    """List for which cost the budget of an agenda is too small; exactly the budget is enough.

    One-off cost is compared in the year of the agenda; recurring cost there, and otherwise in the later
    year in which it is highest, because what stays has to be paid from what stays.
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
    available = room_for(portfolio, agenda_year, kind, year)
    if available is None:
        return None
    place = _PLACE[kind]
    asked = sum(amount_in(portfolio, i, year)[place] for i in on_agenda(portfolio, agenda_year))
    running = _taken_off(portfolio, agenda_year, kind, year)
    short = Shortage(kind, year, asked, running, available)
    return short if short.excess > 0 else None


def room_for(
    portfolio: Portfolio, agenda_year: int, kind: CostKind, year: int, listed: Container[str] = ()
) -> int | None:
    """Give the budget of an agenda that is left for its list in a year, in whole euros; None without one.

    Of one-off cost it is what may be planned: with a realisation of 70%, a budget of 70 has room for 100.
    Where it covers all, what runs is taken off first, so that less than nothing can be left; but not what
    is ``listed``, which the list itself counts, such as what was adopted on it and is done now.
    """
    budget = portfolio.partnership.agendas[agenda_year].budget
    amount = budget.one_off_to_plan if kind == "one_off" else budget.recurring
    return None if amount is None else amount - _taken_off(portfolio, agenda_year, kind, year, listed)


def _taken_off(
    portfolio: Portfolio, agenda_year: int, kind: CostKind, year: int, listed: Container[str] = ()
) -> int:
    if portfolio.partnership.agendas[agenda_year].budget.covers != "all":
        return 0
    running = (i for i in running_in(portfolio, agenda_year) if i.id not in listed)
    return sum(amount_in(portfolio, i, year)[_PLACE[kind]] for i in running)


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
