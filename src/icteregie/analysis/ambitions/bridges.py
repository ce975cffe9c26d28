"""Which initiatives carry the ambitions of members: what is carried, reached or missing, and what is late."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.own_period import decided_end
from icteregie.analysis.standing.standing import ON_AGENDA, is_on_own_agenda, standing
from icteregie.analysis.standing.statuses import is_decided, is_done
from icteregie.portfolio.ambition import Ambition, ambition_id
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio

NEEDS = (
    *("agenda", "ambitions", "baseline", "costs", "late", "nature", "obligation", "participants", "period"),
    *("progress", "rebaselines", "status", "steering", "steps", "submitted", "submitter", "title", "domain"),
)
"""The keys of initiatives without which it can't be said what they carry, and until when."""

JUDGED_BY: Mapping[str, tuple[str, ...]] = {
    "ambition": ("ambitions",),
    "initiative": NEEDS,
    "partnership": ("members", "agendas", "thresholds"),
}
"""What a rule about ambitions needs of each kind of file."""

AmbitionState: TypeAlias = Literal["carried", "reached", "not-carried", "local", "parked"]
"""``carried``: an initiative that asks, was advised or adopted, runs or is carried over names it.
``reached``: none does, but one that names it is done. ``local``, ``parked``: as the member says."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """An initiative that carries an ambition; ``end`` is its foreseen last day, None when that isn't known.

    ``is_solo`` says that one member does it alone. ``decided_end`` is the last day of the steps decided so
    far, and else its end.
    """

    id: str
    end: date | None
    is_solo: bool
    decided_end: date | None = None


@dataclass(frozen=True, slots=True)
class MemberAmbition:
    """An ambition of a member, with what carries it by id, what else names it, and its state.

    It ``is_reached`` where one that names it is done, also where others still carry it. It ``is_late``
    where all that carry it are foreseen to end after ``by``, which is in time itself; an open go/no-go is
    no late end. What was reached isn't late, and where an end isn't known nothing is.
    """

    member: str
    name: str
    ambition: Ambition
    state: AmbitionState
    bridges: tuple[Bridge, ...] = ()
    others: tuple[str, ...] = ()
    is_reached: bool = False
    is_late: bool = False

    @property
    def id(self) -> str:
        """Its id in the whole portfolio."""
        return ambition_id(self.member, self.name)

    @property
    def ids(self) -> tuple[str, ...]:
        """The initiatives that carry it."""
        return tuple(bridge.id for bridge in self.bridges)

    @property
    def first(self) -> Bridge | None:
        """The bridge that ends first; None without one, or where no end is known."""
        dated = [(bridge.end, bridge.id, bridge) for bridge in self.bridges if bridge.end is not None]
        return min(dated)[-1] if dated else None


def is_past(ambition: Ambition, day: date) -> bool:
    """Whether the last day by which it is wanted is over."""
    return ambition.by is not None and ambition.by.last < day


def carries(portfolio: Portfolio, initiative: Initiative, year: int | None = None) -> bool:
    """Whether an initiative carries what it names: it asks, was advised or adopted, runs or is carried over.

    Without a year by the agenda that its file names, else for the agenda of that year.
    """
    if year is None:
        return is_on_own_agenda(portfolio, initiative) or is_decided(initiative)
    return standing(portfolio, initiative, year) in (*ON_AGENDA, "carried-over")


def member_ambitions(portfolio: Portfolio, year: int | None = None) -> tuple[MemberAmbition, ...]:
    """List all ambitions, by the order of members and of their files; of who left or never was one last."""
    named = _named(portfolio)
    order = [*portfolio.partnership.members, *portfolio.ambition_lists]
    return tuple(
        _member_ambition(portfolio, member, name, named, year)
        for member in dict.fromkeys(order)
        if member in portfolio.ambition_lists
        for name in portfolio.ambition_lists[member].ambitions
    )


def _named(portfolio: Portfolio) -> Mapping[str, list[Initiative]]:
    """Collect who names each ambition, by id."""
    named: dict[str, list[Initiative]] = defaultdict(list)
    for initiative in portfolio.initiatives.values():
        for ambition in dict.fromkeys(initiative.ambitions):
            named[ambition].append(initiative)
    return named


def _member_ambition(
    portfolio: Portfolio, member: str, name: str, named: Mapping[str, list[Initiative]], year: int | None
) -> MemberAmbition:
    ambition = portfolio.ambition_lists[member].ambitions[name]
    naming = named.get(ambition_id(member, name), [])
    carrying = [i for i in naming if carries(portfolio, i, year)]
    bridges = tuple(_bridge(portfolio, i) for i in carrying)
    is_reached = any(map(is_done, naming))
    state: AmbitionState = ambition.stance if ambition.stance != "wanted" else "not-carried"
    if state == "not-carried":
        state = "carried" if bridges else "reached" if is_reached else state
    carrying_ids = {i.id for i in carrying}
    others = tuple(i.id for i in naming if i.id not in carrying_ids)
    is_late = state == "carried" and not is_reached and _is_late(ambition, bridges)
    return MemberAmbition(member, name, ambition, state, bridges, others, is_reached, is_late)


def _bridge(portfolio: Portfolio, initiative: Initiative) -> Bridge:
    is_solo = len(portfolio.participants(initiative)) == 1
    end, decided = foreseen_span(portfolio, initiative).end, decided_end(portfolio, initiative)
    return Bridge(initiative.id, end, is_solo, decided)


def _is_late(ambition: Ambition, bridges: tuple[Bridge, ...]) -> bool:
    by = ambition.by
    ends = [bridge.decided_end for bridge in bridges]
    return by is not None and all(end is not None and end > by.last for end in ends)
