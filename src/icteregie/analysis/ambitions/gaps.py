"""What ambitions and initiatives miss of each other: nobody asked for it, two that clash, one for several."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.ambitions.bridges import MemberAmbition, carries
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import AMBITION
from icteregie.portfolio.period import Lag
from icteregie.portfolio.portfolio import Portfolio

TOGETHER = Lag(months=24)
"""How far the last days of ambitions may lie apart that one initiative could carry."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two wanted ambitions that can't go together; ``first`` says so, at ``index`` of its conflicts."""

    first: MemberAmbition
    second: MemberAmbition
    index: int

    @property
    def is_asked(self) -> bool:
        """Whether initiatives carry both."""
        return self.first.state == self.second.state == "carried"


@dataclass(frozen=True, slots=True)
class Chance:
    """Ambitions of different members in one domain that one initiative could carry, the earliest first."""

    domain: str
    ambitions: tuple[MemberAmbition, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Whose ambitions these are, each once."""
        return tuple(dict.fromkeys(each.member for each in self.ambitions))


def clashes(ambitions: Iterable[MemberAmbition]) -> tuple[Clash, ...]:
    """List the conflicts between wanted ambitions, each pair once, in the order in which they are written."""
    wanted = {each.id: each for each in ambitions if each.ambition.stance == "wanted"}
    seen: dict[frozenset[str], Clash] = {}
    for first in wanted.values():
        for index, other in enumerate(first.ambition.conflicts_with):
            if other in wanted and other != first.id:
                seen.setdefault(frozenset((first.id, other)), Clash(first, wanted[other], index))
    return tuple(seen.values())


def chances(ambitions: Iterable[MemberAmbition]) -> tuple[Chance, ...]:
    """List by domain the ambitions that one initiative could carry for several members.

    They are wanted by different members, are carried by nothing or by different plans of one member
    alone, and their last days lie within 24 months of each other. Those without one aren't judged.
    """
    by_domain: dict[str, list[MemberAmbition]] = defaultdict(list)
    for each in ambitions:
        if each.ambition.domain and each.ambition.by and _is_free(each):
            by_domain[each.ambition.domain].append(each)
    return tuple(chance for domain in sorted(by_domain) for chance in _of_domain(domain, by_domain[domain]))


def _is_free(each: MemberAmbition) -> bool:
    """Whether it is wanted and nothing carries it but plans of one member alone."""
    return each.state in ("carried", "not-carried") and all(bridge.is_solo for bridge in each.bridges)


def _of_domain(domain: str, free: list[MemberAmbition]) -> Iterator[Chance]:
    """Gather from the earliest on what lies within 24 months of it, then from the first that lies later.

    What clashes with an earlier one, or has a plan with it already, is left out.
    """
    group: list[MemberAmbition] = []
    for each in (*sorted(free, key=lambda each: (_last(each), each.id)), None):
        if group and (each is None or _last(each) > TOGETHER.after(_last(group[0]))):
            chance = Chance(domain, tuple(_compatible(group)))
            if len(chance.members) > 1:
                yield chance
            group = []
        if each is not None:
            group.append(each)


def _compatible(group: list[MemberAmbition]) -> Iterator[MemberAmbition]:
    """Leave out what doesn't go with an earlier one of the group."""
    ids: set[str] = set()
    excluded: set[str] = set()
    plans: set[str] = set()
    for each in group:
        own = {bridge.id for bridge in each.bridges}
        if each.id in excluded or ids.intersection(each.ambition.conflicts_with) or plans & own:
            continue
        ids.add(each.id)
        excluded.update(each.ambition.conflicts_with)
        plans |= own
        yield each


def _last(each: MemberAmbition) -> date:
    return each.ambition.by.last if each.ambition.by else date.max


def has_ambitions(portfolio: Portfolio) -> bool:
    """Whether any member has a file with ambitions; without one nothing is judged by them."""
    return bool(portfolio.paths.get(AMBITION.name))


def needs_ambition(initiative: Initiative) -> bool:
    """Whether somebody has to want it: not what law or contract obliges, maintenance or an experiment."""
    is_obliged = any(obligation.kind != "choice" for obligation in initiative.obligation)
    return not is_obliged and initiative.nature != "maintenance" and initiative.steering != "experimental"


def unasked(portfolio: Portfolio, year: int | None = None) -> tuple[Initiative, ...]:
    """List the initiatives on an agenda or running that need an ambition and name none, by id."""
    if not has_ambitions(portfolio):
        return ()
    return tuple(
        i
        for i in portfolio.initiatives.values()
        if not i.ambitions and needs_ambition(i) and carries(portfolio, i, year)
    )
