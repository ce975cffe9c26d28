"""Page one of an agenda: what is asked, what every way out does, and between which amounts that leaves it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from icteregie.analysis.asked import request_of
from icteregie.analysis.budget import annual_cost
from icteregie.analysis.choices.effects import Waiting
from icteregie.analysis.choices.groups import Combinations
from icteregie.analysis.choices.kinds import Choice, Way
from icteregie.analysis.choices.order import AgendaChoices
from icteregie.analysis.choices.ranges import Measure, Spread, spread
from icteregie.analysis.choices.twins import Twins
from icteregie.analysis.cost_sharing import CostSums, share_of
from icteregie.analysis.foreseen import foreseen
from icteregie.analysis.obligations import ranking_kind
from icteregie.analysis.standing.standing import RUNNING, Standing, with_standing
from icteregie.portfolio.estimate import Cover
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.support import Support, support

MOST_CHOICES = 6
"""More choices than this on page one make it a book; the others have a section of their own."""
MOST_WAYS = 8
MOST_SETTLED = 4
"""More points to settle, or twins, than this are counted on page one and not listed."""
_SCALE = 10**6


@dataclass(frozen=True, slots=True)
class BridgeRow:
    """From what is newly asked to what is paid in all, of one member or ("" as name) of all.

    Whole euros in the agenda's year. ``reserved`` is for who came late; ``new`` is everything new, with
    what is reserved. Of its one-off part ``to_be_found`` has no cover yet, and of ``unsaid`` nobody said
    whether it has. ``advised`` is the total as advised, None without advice.
    """

    name: str
    one_off: Spread
    recurring: Spread
    reserved: Spread
    new: Spread
    running: int
    to_be_found: Spread
    unsaid: Spread
    advised: Spread | None

    @property
    def total(self) -> Spread:
        """What is new and what runs already."""
        return self.new.plus(Spread(self.running, self.running))


@dataclass(frozen=True, slots=True)
class RoomRow:
    """What is newly asked in a year after the choices, against the budget for it; whole euros.

    ``budget`` is None when it isn't given. ``uncertain`` is the range by the margins of the estimates,
    rounded outwards; None of recurring cost, which has no margins.
    """

    kind: Literal["one-off", "recurring", "later"]
    year: int
    asked: Spread
    budget: int | None
    uncertain: Spread | None = None

    @property
    def left(self) -> Spread | None:
        """What is left of the budget, below 0 when it is short; None without a budget."""
        return (
            None
            if self.budget is None
            else Spread(self.budget - self.asked.most, self.budget - self.asked.least)
        )


@dataclass(frozen=True, slots=True)
class WayRow:
    """What one way out changes against all that was filed: euros in the year, by member in their order.

    ``later`` is what the whole list then costs in recurring cost in its dearest later year. ``unknown``
    counts those that it takes off of which no cost was given.
    """

    way: Way
    effect: CostSums
    shares: tuple[int, ...]
    later: int
    waiting: tuple[Waiting, ...]
    unknown: int

    @property
    def is_unknown(self) -> bool:
        """Whether nobody gave a cost of anything that it takes off."""
        return bool(self.unknown) and self.unknown == len(self.way.dropped)


@dataclass(frozen=True, slots=True)
class ChoiceRows:
    """A choice with its letter on the page, and a row for each of its ways out; ``more`` are left out."""

    letter: str
    choice: Choice
    rows: tuple[WayRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class TwinsRow:
    """Twins, and the change for each member in their order; () for those of a domain only."""

    twins: Twins
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageOne:
    """Everything of page one that is counted or reckoned; initiatives in the order of the list.

    ``later_year`` is the later year in which the list costs most in recurring cost, None when nobody
    estimated one. ``running`` has what counts in no budget: of earlier agendas, and of who
    asks for another route; how, how many, whole euros.
    ``without_costs`` give no amount at all; ``incomplete`` is with the keys that each of them lacks.
    ``advised`` counts who have advice; ``statutory`` and ``contractual`` are places on the list.
    """

    choices: AgendaChoices
    bridge: tuple[BridgeRow, ...]
    whole: BridgeRow
    rows: tuple[ChoiceRows, ...]
    twins: tuple[TwinsRow, ...]
    support: tuple[Support, ...]
    later_year: int | None
    room: tuple[RoomRow, ...]
    running: tuple[tuple[Standing, int, int], ...]
    without_costs: tuple[Initiative, ...]
    incomplete: tuple[tuple[Initiative, tuple[str, ...]], ...]
    advised: int
    statutory: tuple[int, ...]
    contractual: tuple[int, ...]

    @property
    def shown(self) -> tuple[ChoiceRows, ...]:
        """The choices that page one has room for."""
        return self.rows[:MOST_CHOICES]

    @property
    def joined(self) -> tuple[TwinsRow, ...]:
        """The twins that page one has room for, with an amount."""
        return tuple(row for row in self.twins if row.shares)[:MOST_SETTLED]

    @property
    def others(self) -> tuple[ChoiceRows, ...]:
        """The choices that page one has no room for."""
        return self.rows[MOST_CHOICES:]

    @property
    def waiting(self) -> tuple[tuple[str, int, Waiting], ...]:
        """Who then waits for something off the agenda, with the letter and the number of the way out."""
        return tuple(
            (choice.letter, number, waiting)
            for choice in self.shown
            for number, row in enumerate(choice.rows, 1)
            for waiting in row.waiting
        )

    @property
    def asking(self) -> int:
        """How many still ask for a place."""
        return len(self.choices.effects.ties.asking)

    @property
    def decided(self) -> int:
        """How many have their place on the list already."""
        return len(self.choices.effects.ties.listed) - self.asking

    @property
    def short_count(self) -> int:
        """How many shortages of money or hours remain in some combination."""
        return sum(shortage.is_open for shortage in self.choices.shortages)

    @property
    def may_exceed(self) -> bool:
        """Whether the one-off cost may exceed its budget by the margins of the estimates."""
        return any(r.uncertain and r.budget is not None and r.uncertain.most > r.budget for r in self.room)

    @property
    def is_bounded(self) -> bool:
        """Whether some range is only a bound, since its combinations are too many to be enumerated."""
        return self.choices.whole.count is None

    @property
    def has_ranges(self) -> bool:
        """Whether any amount of the bridge depends on a choice."""
        return not self.whole.new.is_one or any(not row.new.is_one for row in self.bridge)


def page_one(portfolio: Portfolio, year: int, choices: AgendaChoices) -> PageOne:
    """Make page one of an agenda."""
    ties = choices.effects.ties
    listed = tuple(portfolio.initiatives[name] for name in ties.listed)
    asking = tuple(i for i in listed if i.id in ties.asking)
    letters = {
        name: tuple(letter(n) for n, choice in enumerate(choices.choices) if name in choice.ids)
        for choice in choices.choices
        for name in choice.ids
    }
    later = _later_year(choices)
    return PageOne(
        choices,
        _bridge(portfolio, year, choices),
        _whole(portfolio, year, choices),
        tuple(_rows(choices, number, choice, later) for number, choice in enumerate(choices.choices)),
        tuple(TwinsRow(t, _shares(t.effect) if t.effect else ()) for t in choices.twins),
        support(portfolio, year, listed, letters),
        later,
        tuple(_room(choices, later)),
        tuple(_running(portfolio, year)),
        tuple(i for i in asking if _gives_no_costs(i)),
        tuple((i, lacking) for i in asking if (lacking := request_of(portfolio, i).missing)),
        len(with_standing(portfolio, year, ("advised",))),
        tuple(n for n, i in enumerate(listed, 1) if ranking_kind(i) == "statutory"),
        tuple(n for n, i in enumerate(listed, 1) if ranking_kind(i) == "contractual"),
    )


def _running(portfolio: Portfolio, year: int) -> Iterator[tuple[Standing, int, int]]:
    for kind in RUNNING:
        found = with_standing(portfolio, year, (kind,))
        if found:
            yield kind, len(found), sum(foreseen(portfolio, i).cost_in(year) for i in found)
    elsewhere = with_standing(portfolio, year, ("other-route",))
    if elsewhere:
        yield "other-route", len(elsewhere), sum(sum(annual_cost(i, year)) for i in elsewhere)


def _gives_no_costs(initiative: Initiative) -> bool:
    if initiative.period is not None and initiative.period.is_milestone:
        return False
    return initiative.costs is None or not (initiative.costs.one_off or initiative.costs.recurring)


def _rows(choices: AgendaChoices, number: int, choice: Choice, later: int | None) -> ChoiceRows:
    rows = tuple(_row(choices, way, later) for way in choice.ways[:MOST_WAYS])
    return ChoiceRows(letter(number), choice, rows, len(choice.ways) - len(rows))


def letter(number: int) -> str:
    """Return the letter of a choice, counted from 0: A to Z, then AA."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _row(choices: AgendaChoices, way: Way, later: int | None) -> WayRow:
    effects = choices.effects
    effect = effects.of(way)
    moved = dict(way.moved)
    left = [name for name in effects.ties.listed if name not in way.dropped]
    then = sum(effects.cost(name, moved.get(name, ""), later).recurring for name in left) if later else 0
    dropped = (effects.ties.portfolio.initiatives[name] for name in way.dropped)
    unknown = sum(_gives_no_costs(i) for i in dropped)
    return WayRow(way, effect, _shares(effect), then, effects.waiting(way), unknown)


def _shares(effect: CostSums) -> tuple[int, ...]:
    return tuple(effect.share(member) for member in effect.shares)


def _later_year(choices: AgendaChoices) -> int | None:
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


def _room(choices: AgendaChoices, later: int | None) -> Iterator[RoomRow]:
    effects, ties = choices.effects, choices.effects.ties
    agenda = ties.portfolio.agenda(ties.year)
    one_off, recurring = (agenda.budget.one_off, agenda.budget.recurring) if agenda else (None, None)
    asked = choices.spread(lambda name, after: effects.cost(name, after).one_off)
    yield RoomRow("one-off", ties.year, asked, one_off, _uncertain(choices))
    asked = choices.spread(lambda name, after: effects.cost(name, after).recurring)
    yield RoomRow("recurring", ties.year, asked, recurring)
    if later is not None:
        asked = choices.spread(lambda name, after: effects.cost(name, after, later).recurring)
        yield RoomRow("later", later, asked, recurring)


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


def _bridge(portfolio: Portfolio, year: int, choices: AgendaChoices) -> tuple[BridgeRow, ...]:
    running = running_shares(portfolio, year)
    return tuple(
        _bridge_row(choices, member.name, _of_member(name), running.get(name, 0), (name,))
        for name, member in portfolio.partnership.members.items()
    )


def _whole(portfolio: Portfolio, year: int, choices: AgendaChoices) -> BridgeRow:
    running = sum(foreseen(portfolio, i).cost_in(year) for i in with_standing(portfolio, year, RUNNING))
    members = tuple(portfolio.partnership.members)
    return _bridge_row(choices, "", lambda cost: (cost.one_off, cost.recurring), running, members)


def _of_member(member: str) -> Callable[[CostSums], tuple[int, int]]:
    return lambda cost: cost.shares.get(member, (0, 0))


def _bridge_row(
    choices: AgendaChoices,
    name: str,
    part: Callable[[CostSums], tuple[int, int]],
    running: int,
    members: tuple[str, ...],
) -> BridgeRow:
    effects = choices.effects

    def total(initiative: str, after: str) -> int:
        return sum(part(effects.cost(initiative, after)))

    def range_of(combinations: Combinations, index: int) -> Spread:
        return spread(combinations, lambda i, after: part(effects.cost(i, after))[index])

    reserved = [total(i, "") for i in choices.reserved]
    advised = choices.advised
    return BridgeRow(
        name,
        range_of(choices.now, 0),
        range_of(choices.now, 1),
        Spread(sum(reserved), sum(reserved)),
        choices.spread(total),
        running,
        choices.spread(_covered(choices, members, "to-be-found")),
        choices.spread(_covered(choices, members, None)),
        spread(advised, total) if advised else None,
    )


def _covered(choices: AgendaChoices, members: tuple[str, ...], cover: Cover | None) -> Measure:
    """Measure these members' one-off shares with a cover, or (None) of which they said nothing."""
    initiatives = choices.effects.ties.portfolio.initiatives

    def measure(name: str, after: str) -> int:
        costs = initiatives[name].costs
        covers = costs.cover if costs else {}
        shares = choices.effects.cost(name, after).shares
        return sum(shares.get(m, (0, 0))[0] for m in members if covers.get(m) == cover)

    return measure


def running_shares(portfolio: Portfolio, year: int) -> dict[str, int]:
    """Share what is foreseen in a year of the projects of earlier agendas, each amount by itself."""
    shares = dict.fromkeys(portfolio.partnership.members, 0)
    for initiative in with_standing(portfolio, year, RUNNING):
        for amount in foreseen(portfolio, initiative).in_year(year):
            split = share_of(portfolio, initiative, amount) if amount else {}
            for member, share in split.items():
                shares[member] += share
    return shares
