"""One application of a member in full: its contract, what retires or adds to it, and the same elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.landscape.additions import added_members, added_on, paid_until
from icteregie.analysis.landscape.applications import MemberApplication
from icteregie.analysis.landscape.products import folded
from icteregie.portfolio.initiative import Addition, Initiative
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Retiring:
    """An initiative that retires the application, and its foreseen last day; None when unknown."""

    initiative: Initiative
    end: date | None


@dataclass(frozen=True, slots=True)
class Adding:
    """What an initiative adds at the member for the same component or as the same product, and from when."""

    initiative: Initiative
    addition: Addition
    start: date | None


@dataclass(frozen=True, slots=True)
class ContractDays:
    """The end of a contract that counts now, and the last day to give notice; both are in time themselves.

    A contract that renews itself has a later end than the one in its file, once that is past.
    """

    end: date
    notice_day: date


@dataclass(frozen=True, slots=True)
class ApplicationSheet:
    """One application, with what its own file doesn't say.

    ``elsewhere`` are the applications of other members for the same components that aren't gone.
    """

    each: MemberApplication
    file: str
    contract: ContractDays | None
    initiative: Initiative | None
    retired_by: tuple[Retiring, ...]
    added_by: tuple[Adding, ...]
    elsewhere: tuple[MemberApplication, ...]


def application_sheets(
    portfolio: Portfolio, known: Sequence[MemberApplication], ids: Iterable[str], today: date
) -> tuple[ApplicationSheet, ...]:
    """Make a sheet of every id; each must be one of the applications that are known."""
    by_id = {each.id: each for each in known}
    return tuple(_sheet(portfolio, known, by_id[name], today) for name in ids)


def _sheet(
    portfolio: Portfolio, known: Sequence[MemberApplication], each: MemberApplication, today: date
) -> ApplicationSheet:
    return ApplicationSheet(
        each=each,
        file=portfolio.at_record(LANDSCAPE.name, each.file, *each.keys).file,
        contract=contract_days(each, today),
        initiative=portfolio.initiatives.get(each.application.initiative or ""),
        retired_by=tuple(_retired_by(portfolio, each)),
        added_by=tuple(_added_by(portfolio, each)),
        elsewhere=tuple(_elsewhere(known, each)),
    )


def contract_days(each: MemberApplication, today: date) -> ContractDays | None:
    """Give the end of its contract that counts on a day, with the last day to give notice."""
    contract = each.application.contract
    if contract is None:
        return None
    end = max(contract.end, paid_until(contract, today)) if contract.renews else contract.end
    return ContractDays(end, contract.notice_day(end))


def _retired_by(portfolio: Portfolio, each: MemberApplication) -> Iterator[Retiring]:
    """List what retires it: by its name, or as what fills a component at one of its participants."""
    components = set(each.application.components)
    for initiative in portfolio.initiatives.values():
        is_named = each.id in initiative.retires
        is_meant = not components.isdisjoint(initiative.retires)
        if is_named or (is_meant and each.member in portfolio.participants(initiative)):
            yield Retiring(initiative, foreseen_span(portfolio, initiative).end)


def _added_by(portfolio: Portfolio, each: MemberApplication) -> Iterator[Adding]:
    components, product = set(each.application.components), folded(each.application.product)
    for initiative in portfolio.initiatives.values():
        for addition in initiative.adds:
            is_same = folded(addition.product) == product or not components.isdisjoint(addition.components)
            if is_same and each.member in added_members(portfolio, initiative, addition):
                yield Adding(initiative, addition, added_on(portfolio, initiative, addition))


def _elsewhere(known: Iterable[MemberApplication], each: MemberApplication) -> Iterator[MemberApplication]:
    components = set(each.application.components)
    for other in known:
        is_there = other.member != each.member and other.application.stage != "gone"
        if is_there and not components.isdisjoint(other.application.components):
            yield other
