"""Until when a contract runs: its end, and each end that it is prolonged to because nobody gave notice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.period import Lag

LONGEST_MONTH = 31


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
