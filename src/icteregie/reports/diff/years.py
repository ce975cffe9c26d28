"""What a change does to the agenda of a year: its list, its money, its chain, and the hours of teams."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from icteregie.analysis.budget import QUARTERS, annual_cost, team_hours
from icteregie.analysis.cost_sharing import NoShareError, contributions
from icteregie.analysis.dependencies.chains import critical_chain
from icteregie.analysis.ranking import ranked
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.workspace.sides import Side


@dataclass(frozen=True, slots=True)
class Entry:
    """One initiative on the list: its rank and what it asks in the year, in whole euros."""

    id: str
    title: str = field(compare=False)
    rank: int
    one_off: int
    recurring: int


@dataclass(frozen=True, slots=True)
class Load:
    """The hours asked of a team in a quarter (1 to 4), and what it has; None when nobody said."""

    asked: int = 0
    room: int | None = None


@dataclass(frozen=True, slots=True)
class YearState:
    """One agenda year on one side. ``members`` is what each pays of the list and of what runs already."""

    entries: tuple[Entry, ...]
    one_off: int
    recurring: int
    budget: tuple[int | None, int | None]
    members: Mapping[str, int]
    chain: tuple[tuple[str, int | None], ...]
    loads: Mapping[tuple[str, int], Load]
    unshared: tuple[str, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def total(self) -> int:
        """What all members pay together."""
        return sum(self.members.values())


@dataclass(frozen=True, slots=True)
class YearEffect:
    """One agenda year before and after."""

    year: int
    before: YearState
    after: YearState


def compare(before: Side, after: Side, renames: Mapping[str, str]) -> tuple[YearEffect, ...]:
    """Compare every agenda year that has dates on either side, and keep those that differ."""
    if not after.has_frame:
        return ()
    years = sorted({*before.portfolio.partnership.agendas, *after.portfolio.partnership.agendas})
    found = (effect(before, after, renames, year) for year in years)
    return tuple(one for one in found if one.before != one.after)


def effect(before: Side, after: Side, renames: Mapping[str, str], year: int) -> YearEffect:
    """Compare one agenda year; an initiative goes by the id that it has now."""
    return YearEffect(year, state(before.portfolio, year, renames), state(after.portfolio, year, {}))


def state(portfolio: Portfolio, year: int, renames: Mapping[str, str]) -> YearState:
    """Add up one agenda year."""
    on_it = ranked(portfolio, portfolio.on_agenda(year))
    running = portfolio.committed(year)
    agenda = portfolio.agenda(year)
    entries = tuple(
        Entry(renames.get(i.id, i.id), i.title, rank, *annual_cost(i, year))
        for rank, i in enumerate(on_it, 1)
    )
    members, unshared = _members(portfolio, (*on_it, *running), year)
    chain = critical_chain(portfolio, tuple(i.id for i in (*on_it, *running)))
    return YearState(
        entries,
        sum(entry.one_off for entry in entries),
        sum(entry.recurring for entry in entries),
        (agenda.budget.one_off, agenda.budget.recurring) if agenda else (None, None),
        members,
        tuple((renames.get(link.initiative.id, link.initiative.id), link.slack) for link in chain),
        _loads(portfolio, year),
        unshared,
        {renames.get(name, name): i.title for name, i in portfolio.initiatives.items()},
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
    room = agenda.capacity if agenda else {}
    asked = {key[0::2]: sum(of.values()) for key, of in team_hours(portfolio).items() if key[1] == year}
    known = {*asked, *((team, quarter) for team in room for quarter in QUARTERS)}
    return {key: Load(asked.get(key, 0), room.get(key[0])) for key in sorted(known)}
