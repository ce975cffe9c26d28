"""One application of a member in full: its contract, what retires or adds to it, and the same elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.landscape.applications import MemberApplication, folded_product
from icteregie.analysis.landscape.moves import added_members, added_on
from icteregie.analysis.unanswered.answers import NamedBy
from icteregie.portfolio.initiative import Addition, Initiative
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.application_deadlines import ApplicationDeadline, application_deadlines


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
class ApplicationFactsheet:
    """One application, with what its own file doesn't say.

    ``elsewhere`` are the applications of other members for the same components that aren't gone.
    """

    each: MemberApplication
    file: str
    deadlines: tuple[ApplicationDeadline, ...]
    initiative: Initiative | None
    retired_by: tuple[Retiring, ...]
    added_by: tuple[Adding, ...]
    elsewhere: tuple[MemberApplication, ...]

    @property
    def contract_end(self) -> date | None:
        """The end of the contract that counts now, which is in time itself; None without a contract."""
        contract = self.each.application.contract
        running = (deadline.end for deadline in self.deadlines if deadline.kind == "contract")
        return next(running, contract.end if contract else None)

    @property
    def notice_day(self) -> date | None:
        """The last day to give notice for that end; None where no notice is known."""
        contract = self.each.application.contract
        if contract is None or contract.notice is None:
            return None
        return contract.notice_day(self.contract_end)


def application_factsheets(
    portfolio: Portfolio, known: Sequence[MemberApplication], ids: Iterable[str], today: date
) -> tuple[ApplicationFactsheet, ...]:
    """Make a factsheet of every id; each must be one of the applications that are known."""
    by_id, named_by = {each.id: each for each in known}, NamedBy(portfolio)
    return tuple(_factsheet(portfolio, known, by_id[name], today, named_by) for name in ids)


def _factsheet(
    portfolio: Portfolio,
    known: Sequence[MemberApplication],
    each: MemberApplication,
    today: date,
    named_by: NamedBy,
) -> ApplicationFactsheet:
    return ApplicationFactsheet(
        each=each,
        file=portfolio.at_record(LANDSCAPE.name, each.file, *each.keys).file,
        deadlines=application_deadlines(portfolio, each, today, named_by),
        initiative=portfolio.initiatives.get(each.application.initiative or ""),
        retired_by=tuple(_retired_by(portfolio, each)),
        added_by=tuple(_added_by(portfolio, each)),
        elsewhere=tuple(_elsewhere(known, each)),
    )


def _retired_by(portfolio: Portfolio, each: MemberApplication) -> Iterator[Retiring]:
    """List what retires it: by its name, or as what fills a component at one of its participants."""
    components = set(each.application.components)
    for initiative in portfolio.initiatives.values():
        is_named = each.id in initiative.retires
        is_meant = not components.isdisjoint(initiative.retires)
        if is_named or (is_meant and each.member in portfolio.participants(initiative)):
            yield Retiring(initiative, foreseen_span(portfolio, initiative).end)


def _added_by(portfolio: Portfolio, each: MemberApplication) -> Iterator[Adding]:
    components, product = set(each.application.components), folded_product(each.application.product)
    for initiative in portfolio.initiatives.values():
        for addition in initiative.adds:
            is_same = folded_product(addition.product) == product or not components.isdisjoint(
                addition.components
            )
            if is_same and each.member in added_members(portfolio, initiative, addition):
                yield Adding(initiative, addition, added_on(portfolio, initiative, addition))


def _elsewhere(known: Iterable[MemberApplication], each: MemberApplication) -> Iterator[MemberApplication]:
    components = set(each.application.components)
    for other in known:
        is_there = other.member != each.member and other.application.stage != "gone"
        if is_there and not components.isdisjoint(other.application.components):
            yield other
