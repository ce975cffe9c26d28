"""Until when a contract runs, as it is prolonged, and which contracts end close to each other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.period import Lag

LONGEST_MONTH = 31

FEWEST_MEMBERS = 2


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a contract: its last day, and the last day to give notice; both are in time themselves."""

    end: date
    notice_day: date


@dataclass(frozen=True, slots=True)
class ContractPosition:
    """Where a contract is on a day.

    ``term`` is the one whose notice day is still to come, or the last one where none is. ``missed`` is the
    term that runs while its notice day is past, so that the contract goes on to the end of ``term``.
    ``prolonged_from`` is the end of the term before. ``is_ended`` says that the last day is past.
    """

    term: Term
    missed: Term | None = None
    prolonged_from: date | None = None
    is_ended: bool = False


def position(contract: Contract, day: date) -> ContractPosition:
    """Say where a contract is on a day; without ``renews``, or where its end was decided, it ends once."""
    passed: list[Term] = []
    for term in _terms(contract, day):
        if term.notice_day >= day:
            before = passed[-1] if passed else None
            missed = before if before is not None and before.end >= day else None
            return ContractPosition(term, missed, before.end if before else None)
        passed.append(term)
    last = passed[-1] if passed else _term(contract, contract.end)
    return ContractPosition(last, None, passed[-2].end if len(passed) > 1 else None, last.end < day)


def running_term(contract: Contract, day: date) -> Term | None:
    """Give the first term that ends on a day or later; None where the contract ended before it."""
    return next((term for term in _terms(contract, day) if term.end >= day), None)


def _terms(contract: Contract, day: date) -> Iterator[Term]:
    """Give the terms in order, from one that was over on the day; from the first where none was."""
    number = _terms_before(contract, day)
    while (end := _end(contract, number)) is not None:
        yield _term(contract, end)
        number += 1


def _term(contract: Contract, end: date) -> Term:
    return Term(end, contract.notice_day(end))


def _renews(contract: Contract) -> Lag | None:
    return None if contract.decided == "end" else contract.renews


def _terms_before(contract: Contract, day: date) -> int:
    """Count how many terms can be passed over, never too many: no month has more than 31 days."""
    renews = _renews(contract)
    if renews is None:
        return 0
    step = renews.months * LONGEST_MONTH + renews.days
    until = min(day, contract.last or day)
    return max(0, (until - contract.end).days // step - 2)


def _end(contract: Contract, number: int) -> date | None:
    """Give the end of a term, the first being 0; None where it isn't prolonged so often."""
    renews = _renews(contract)
    if number == 0 or renews is None:
        return contract.end if number == 0 else None
    before, end = (_prolonged(contract.end, renews, times) for times in (number - 1, number))
    if before is None or end is None:
        return None
    if contract.last is None:
        return end
    return min(end, contract.last) if before < contract.last else None


def _prolonged(end: date, renews: Lag, times: int) -> date | None:
    """Prolong an end, each time from the first one on, so that a month's last day stays that."""
    months, days = renews.months * times, renews.days * times
    if end.year + months // 12 + days // 365 + 1 >= date.max.year:
        return None
    return Lag(months, days).after(end)


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
