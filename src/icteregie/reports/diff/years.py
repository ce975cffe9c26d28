"""What a change does to the agenda of a year: its list, its money, its chain, and the hours of teams."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, TypeAlias

from icteregie.analysis.budget import QUARTERS, Available, available_budget, team_hours
from icteregie.analysis.cost_sharing import NoShareError, contributions
from icteregie.analysis.dependencies.chains import critical_chain
from icteregie.analysis.ranking import ranked
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import on_agenda, running_in
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.workspace.sides import Version

ListChangeKind: TypeAlias = Literal["arrives", "leaves", "dearer", "cheaper", "shifted", "moved"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One initiative on the list: its rank and what it asks in the year, in whole euros."""

    id: str
    title: str = field(compare=False)
    rank: int
    one_off: int
    recurring: int

    @property
    def amount(self) -> int:
        """What it asks in all."""
        return self.one_off + self.recurring


@dataclass(frozen=True, slots=True)
class Load:
    """The hours asked of a team in a quarter (1 to 4), and what it has; None when nobody said."""

    asked: int = 0
    capacity: int | None = None

    @property
    def excess(self) -> int:
        """How many hours more are asked than the team has; 0 when its capacity is not known."""
        return max(0, self.asked - self.capacity) if self.capacity is not None else 0


@dataclass(frozen=True, slots=True)
class YearState:
    """One agenda year on one side. ``members`` is what each pays of the list and of what runs already.

    ``taken`` is what comes off each budget before the list.
    """

    entries: tuple[Entry, ...]
    one_off: int
    recurring: int
    budget: tuple[int | None, int | None]
    members: Mapping[str, int]
    chain: tuple[tuple[str, int | None], ...]
    loads: Mapping[tuple[str, int], Load]
    taken: tuple[int, int] = (0, 0)
    unshared: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def asked(self) -> int:
        """What the list asks: one-off and recurring cost together."""
        return self.one_off + self.recurring

    @property
    def total(self) -> int:
        """What all members pay together."""
        return sum(self.members.values())

    @property
    def left_one_off(self) -> int | None:
        """What is left of the one-off budget, negative when it is short; None without a budget."""
        return None if self.budget[0] is None else self.budget[0] - self.taken[0] - self.one_off

    @property
    def left_recurring(self) -> int | None:
        """What is left of the recurring budget, negative when it is short; None without a budget."""
        return None if self.budget[1] is None else self.budget[1] - self.taken[1] - self.recurring

    @property
    def chain_slack(self) -> int:
        """The least slack in days that adds up along the critical chain; negative is behind."""
        return min(accumulate(slack or 0 for _, slack in self.chain[1:]), default=0)


@dataclass(frozen=True, slots=True)
class ListChange:
    """What happens to one initiative on the list; it is None on the side where it isn't on it."""

    kind: ListChangeKind
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class YearEffect:
    """One agenda year before and after."""

    year: int
    before: YearState
    after: YearState

    @property
    def is_same_list(self) -> bool:
        """Whether list, budget and what members pay are as before."""
        was, now = self.before, self.after
        money = was.budget == now.budget and was.taken == now.taken and was.members == now.members
        return was.entries == now.entries and money

    @property
    def is_reordered(self) -> bool:
        """Whether what stays on the list comes in another order."""
        both = {entry.id for entry in self.before.entries} & {entry.id for entry in self.after.entries}
        orders = [[e.id for e in state.entries if e.id in both] for state in (self.before, self.after)]
        return orders[0] != orders[1]

    def list_changes(self) -> tuple[ListChange, ...]:
        """List what comes, goes and changes, in the order of the list as it becomes."""
        old = {entry.id: entry for entry in self.before.entries}
        new = {entry.id: entry for entry in self.after.entries}
        names = (*new, *(name for name in old if name not in new))
        kinds = {name: _list_change(name, old, new) for name in names}
        return tuple(ListChange(kind, old.get(name), new.get(name)) for name, kind in kinds.items() if kind)

    def load_changes(self) -> Iterator[tuple[str, int, Load, Load]]:
        """List the team, the quarter and the load before and after, where other hours are asked."""
        none = Load()
        for team, quarter in sorted({*self.before.loads, *self.after.loads}):
            was, now = (state.loads.get((team, quarter), none) for state in (self.before, self.after))
            if was.asked != now.asked:
                yield team, quarter, was, now


def _list_change(name: str, old: Mapping[str, Entry], new: Mapping[str, Entry]) -> ListChangeKind | None:
    if name not in old:
        return "arrives"
    if name not in new:
        return "leaves"
    was, now = old[name], new[name]
    if was.amount != now.amount:
        return "dearer" if now.amount > was.amount else "cheaper"
    if was.one_off != now.one_off:
        return "shifted"
    return "moved" if _changes_places(name, old, new) else None


def _changes_places(name: str, old: Mapping[str, Entry], new: Mapping[str, Entry]) -> bool:
    """Whether it changes places with what stays; to move up because something went is no change."""
    stay = [kept for kept in old if kept in new]
    places = [sum(entries[kept].rank < entries[name].rank for kept in stay) for entries in (old, new)]
    return places[0] != places[1]


def compare(before: Version, after: Version, renames: Mapping[str, str]) -> tuple[YearEffect, ...]:
    """Compare every agenda year that has dates on either side, and keep those that differ."""
    if not after.has_base_config:
        return ()
    years = sorted({*before.portfolio.partnership.agendas, *after.portfolio.partnership.agendas})
    effects = (effect(before, after, renames, year) for year in years)
    return tuple(effect for effect in effects if effect.before != effect.after)


def effect(before: Version, after: Version, renames: Mapping[str, str], year: int) -> YearEffect:
    """Compare one agenda year; an initiative goes by the id that it has now."""
    return YearEffect(year, state(before.portfolio, year, renames), state(after.portfolio, year, {}))


def state(portfolio: Portfolio, year: int, renames: Mapping[str, str]) -> YearState:
    """Add up one agenda year."""
    on_it = ranked(portfolio, on_agenda(portfolio, year))
    running = running_in(portfolio, year)
    budgets = _budgets(portfolio, year)
    entries = tuple(
        Entry(renames.get(i.id, i.id), i.title, rank, *amount_in(portfolio, i, year))
        for rank, i in enumerate(on_it, 1)
    )
    members, unshared = _members(portfolio, (*on_it, *running), year)
    chain = critical_chain(portfolio, tuple(i.id for i in (*on_it, *running)))
    return YearState(
        entries,
        sum(entry.one_off for entry in entries),
        sum(entry.recurring for entry in entries),
        (budgets[0].budget if budgets[0] else None, budgets[1].budget if budgets[1] else None),
        members,
        tuple((renames.get(link.initiative.id, link.initiative.id), link.slack) for link in chain),
        _loads(portfolio, year),
        (budgets[0].taken if budgets[0] else 0, budgets[1].taken if budgets[1] else 0),
        unshared,
        {renames.get(name, name): i.title for name, i in portfolio.initiatives.items()},
    )


def _budgets(portfolio: Portfolio, year: int) -> tuple[Available | None, Available | None]:
    if portfolio.agenda(year) is None:
        return None, None
    return available_budget(portfolio, year, "one_off", year), available_budget(
        portfolio, year, "recurring", year
    )


def _members(
    portfolio: Portfolio, initiatives: tuple[Initiative, ...], year: int
) -> tuple[dict[str, int], tuple[str, ...]]:
    paid, unshared = dict.fromkeys(portfolio.partnership.members, 0), []
    for initiative in initiatives:
        try:
            own = contributions(portfolio, initiative, (year,))
        except NoShareError:
            unshared.append(initiative.id)
            continue
        for member in paid:
            paid[member] += own.share(member)
    return paid, tuple(unshared)


def _loads(portfolio: Portfolio, year: int) -> dict[tuple[str, int], Load]:
    agenda = portfolio.agenda(year)
    capacity = agenda.capacity if agenda else {}
    asked = {key[0::2]: sum(of.values()) for key, of in team_hours(portfolio).items() if key[1] == year}
    keys = {*asked, *((team, quarter) for team in capacity for quarter in QUARTERS)}
    return {key: Load(asked.get(key, 0), capacity.get(key[0])) for key in sorted(keys)}
