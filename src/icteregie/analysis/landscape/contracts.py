"""Which contracts end close to each other, so that members can choose together what comes next."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.contract_terms import running_term
from icteregie.portfolio.landscape import Contract

FEWEST_MEMBERS = 2


@dataclass(frozen=True, slots=True)
class ContractEnd:
    """An application with the day on which its contract ends."""

    application: MemberApplication
    end: date


@dataclass(frozen=True, slots=True)
class ContractsTogether:
    """Contracts of two or more members that end within so many days of each other, the first end first."""

    ends: tuple[ContractEnd, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Whose they are, by the first end of each."""
        return tuple(dict.fromkeys(each.application.member for each in self.ends))

    @property
    def first(self) -> date:
        """The first end of them."""
        return self.ends[0].end

    @property
    def last(self) -> date:
        """The last end of them."""
        return self.ends[-1].end


def contract_ends(applications: Iterable[MemberApplication], day: date) -> tuple[ContractEnd, ...]:
    """Give the contracts that end on a day or later, by their end and then by id."""
    ends = ((each, coming_end(each.application.contract, day)) for each in applications)
    known = (ContractEnd(each, end) for each, end in ends if end is not None)
    return tuple(sorted(known, key=lambda each: (each.end, each.application.id)))


def coming_end(contract: Contract | None, day: date) -> date | None:
    """Give the first end of a contract on a day or later; None where it has none, or ended before it.

    A contract that renews is prolonged until then, but not past its ``last``, nor where it was decided to
    let it end.
    """
    term = running_term(contract, day) if contract is not None else None
    return term.end if term is not None else None


def together(ends: Iterable[ContractEnd], within: int) -> Iterator[ContractsTogether]:
    """Give the largest groups in which all ends lie within so many days of each other, of two members.

    The last of these days is in time itself. A contract can be in more than one group; no group is a part
    of another. ``ends`` are in their order.
    """
    row, last = tuple(ends), -1
    stop = 0
    for start, each in enumerate(row):
        while stop < len(row) and row[stop].end - each.end <= timedelta(days=within):
            stop += 1
        if stop > last:
            last = stop
            group = ContractsTogether(row[start:stop])
            if len(group.members) >= FEWEST_MEMBERS:
                yield group


def by_supplier_or_component(
    groups: Mapping[str, Iterable[MemberApplication]], day: date, within: int
) -> Iterator[tuple[str, ContractsTogether]]:
    """Give what ends together of each supplier or component, under its name."""
    for name, applications in groups.items():
        for group in together(contract_ends(applications, day), within):
            yield name, group
