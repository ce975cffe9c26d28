"""What members want, in brief: how much of it initiatives carry, and by member what is amiss."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from icteregie.analysis.ambitions.bridges import MemberAmbition, member_ambitions
from icteregie.analysis.ambitions.gaps import Clash, clashes
from icteregie.analysis.ambitions.served import Served, readable_ambitions, served
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class AmissRow:
    """What is carried too late, carried by nothing, or clashes with what, of one member."""

    name: str
    late: tuple[MemberAmbition, ...]
    missing: tuple[MemberAmbition, ...]
    clashing: tuple[tuple[MemberAmbition, MemberAmbition], ...]


@dataclass(frozen=True, slots=True)
class AmbitionsBrief:
    """All ambitions of members, as ``regie ambitions`` counts them; ``listed`` are carried by this list too.

    ``rows`` has only members of whom something is amiss. ``without`` names the members whose ambitions
    nobody knows, because they have no file or one that can't be read. ``served`` has by the id of an
    initiative what hangs on it.
    """

    ambitions: tuple[MemberAmbition, ...]
    listed: int
    rows: tuple[AmissRow, ...]
    without: tuple[str, ...]
    served: Mapping[str, tuple[Served, ...]]

    def count(self, state: str) -> int:
        """Count the ambitions in a state; ``late`` are those that are carried too late."""
        return sum(each.is_late if state == "late" else each.state == state for each in self.ambitions)

    @property
    def only(self) -> MemberAmbition | None:
        """The ambition, where there is one; None where there are more."""
        return self.ambitions[0] if len(self.ambitions) == 1 else None


def ambitions_brief(basis: Basis, listed: Iterable[Initiative]) -> AmbitionsBrief | None:
    """Describe the ambitions beside a list; None where no member has put down any."""
    portfolio = readable_ambitions(basis.portfolio)
    every, lines = member_ambitions(portfolio), tuple(listed)
    if not every:
        return None
    ids = {initiative.id for initiative in lines}
    pairs, members = clashes(every), portfolio.partnership.members
    known = {member for member, of in portfolio.ambition_lists.items() if of.ambitions}
    return AmbitionsBrief(
        every,
        sum(each.state == "carried" and any(b.id in ids for b in each.bridges) for each in every),
        tuple(_rows(portfolio, every, pairs)),
        tuple(members[name].name for name in members if name not in known),
        {i.id: each for i in lines if (each := served(portfolio, i, every))},
    )


def _rows(
    portfolio: Portfolio, every: tuple[MemberAmbition, ...], pairs: tuple[Clash, ...]
) -> Iterator[AmissRow]:
    both = [*((c.first, c.second) for c in pairs), *((c.second, c.first) for c in pairs)]
    for member in dict.fromkeys(each.member for each in every):
        own = [each for each in every if each.member == member]
        row = AmissRow(
            portfolio.partnership.member_name(member),
            tuple(each for each in own if each.is_late),
            tuple(each for each in own if each.state == "not-carried"),
            tuple(pair for pair in both if pair[0].member == member),
        )
        if row.late or row.missing or row.clashing:
            yield row
