"""What members want against what initiatives carry, with what is missing both ways."""

from collections.abc import Mapping
from dataclasses import dataclass

from icteregie.analysis.ambitions.bridges import MemberAmbition, carries, member_ambitions
from icteregie.analysis.ambitions.gaps import Chance, Clash, chances, clashes, needs_ambition
from icteregie.portfolio.initiative import Initiative
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class Carrier:
    """An initiative on an agenda or running, with the names of the ambitions that it carries by member.

    Who takes part and gets nothing is there with none. ``is_unasked`` says that it carries none at all
    and needs one.
    """

    initiative: Initiative
    carried: Mapping[str, tuple[str, ...]]
    is_unasked: bool


@dataclass(frozen=True, slots=True)
class AmbitionsReport:
    """All ambitions that were asked for, the initiatives beside them, and what clashes or could be shared.

    ``members`` are those with a file with ambitions, in their order; ``without`` those that have none.
    """

    basis: Basis
    year: int | None
    members: tuple[str, ...]
    without: tuple[str, ...]
    ambitions: tuple[MemberAmbition, ...]
    carriers: tuple[Carrier, ...]
    clashes: tuple[Clash, ...]
    chances: tuple[Chance, ...]

    def count(self, state: str) -> int:
        """Count the ambitions in a state; ``late`` are those that are carried too late."""
        return sum(each.is_late if state == "late" else each.state == state for each in self.ambitions)


def ambitions_report(
    basis: Basis, year: int | None = None, member: str | None = None, domain: str | None = None
) -> AmbitionsReport:
    """Describe all ambitions, or those of a member or in a domain, against the initiatives beside them.

    With a year they are judged by what stands on the agenda of that year or is carried over to it. What
    clashes or could be shared is shown where one of the ambitions that were asked for is in it.
    """
    portfolio = basis.portfolio
    every = member_ambitions(portfolio, year)
    shown = tuple(
        each for each in every if member in (None, each.member) and domain in (None, each.ambition.domain)
    )
    ids = {each.id for each in shown}
    lists = portfolio.ambition_lists
    members = tuple(m for m in portfolio.partnership.members if m in lists and member in (None, m))
    paths = portfolio.paths["ambition"]
    return AmbitionsReport(
        basis,
        year,
        members,
        tuple(m for m in portfolio.partnership.members if m not in paths and member in (None, m)),
        shown,
        _carriers(basis, year, member, domain, ids) if lists else (),
        tuple(each for each in clashes(every) if {each.first.id, each.second.id} & ids),
        tuple(each for each in chances(every) if any(ambition.id in ids for ambition in each.ambitions)),
    )


def _carriers(
    basis: Basis, year: int | None, member: str | None, domain: str | None, ids: set[str]
) -> tuple[Carrier, ...]:
    """List the initiatives on an agenda or running, by id: those that carry what is shown, or nothing."""
    portfolio = basis.portfolio
    rows = []
    for initiative in portfolio.initiatives.values():
        if not carries(portfolio, initiative, year):
            continue
        is_of_member = member is None or member in portfolio.participants(initiative)
        is_free = not initiative.ambitions and is_of_member and domain in (None, initiative.domain)
        if is_free or ids.intersection(initiative.ambitions):
            is_unasked = not initiative.ambitions and needs_ambition(initiative)
            rows.append(Carrier(initiative, _carried(basis, initiative), is_unasked))
    return tuple(sorted(rows, key=lambda each: each.initiative.id))


def _carried(basis: Basis, initiative: Initiative) -> Mapping[str, tuple[str, ...]]:
    lists = basis.portfolio.ambition_lists
    carried: dict[str, tuple[str, ...]] = dict.fromkeys(basis.portfolio.participants(initiative), ())
    for written in dict.fromkeys(initiative.ambitions):
        member, _, name = written.partition("/")
        if member in lists and name in lists[member].ambitions:
            carried[member] = (*carried.get(member, ()), name)
    return carried
