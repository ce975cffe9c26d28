"""One line of the list for each initiative, with the names that people know."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from icteregie.analysis.arrivals import Punctuality, punctuality
from icteregie.analysis.dossiers import evidence
from icteregie.analysis.landscape.moves import added_members
from icteregie.analysis.landscape.touches import known_applications, meant
from icteregie.analysis.obligations import by_deadline, obliging, ranking_kind
from icteregie.analysis.ranking import average_value
from icteregie.analysis.standing.amounts import amount_in
from icteregie.analysis.standing.standing import asks_for_place
from icteregie.portfolio.initiative import PARTNERSHIP, Initiative
from icteregie.portfolio.justification import Obligation
from icteregie.portfolio.partnership import Partnership
from icteregie.portfolio.period import Moment
from icteregie.portfolio.portfolio import Portfolio


@dataclass(frozen=True, slots=True)
class Participants:
    """Who take part: everybody, or these members by name."""

    everyone: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProductAtMembers:
    """A product that goes or comes, at which members by name, and from when, if that was said."""

    product: str
    members: tuple[str, ...]
    start: Moment | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An initiative on the list. Amounts are whole euros: in the agenda's year, and in all years.

    ``dossier`` is the path of the text beside its file, and ``missing`` names the evidence that it lacks
    while directors still have to decide about it. ``retired`` are the applications that it retires by the
    landscapes of the members, and ``added`` what it adds.
    """

    rank: int
    initiative: Initiative
    submitter: str
    participants: Participants
    one_off: int
    recurring: int
    one_off_total: int
    recurring_most: int
    value: Decimal | None
    punctuality: Punctuality
    dossier: str | None = None
    missing: tuple[str, ...] = ()
    retired: tuple[ProductAtMembers, ...] = ()
    added: tuple[ProductAtMembers, ...] = ()

    @property
    def obligation(self) -> str:
        """The heaviest kind of obligation; what nobody obliges is a choice."""
        return ranking_kind(self.initiative)

    @property
    def statutory(self) -> tuple[Obligation, ...]:
        """What the law asks, the earliest deadline first."""
        return obliging(self.initiative, "statutory")

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """All that obliges it, the earliest deadline first."""
        return by_deadline(self.initiative.obligation)

    @property
    def is_disputed(self) -> bool:
        """Whether a member is against it."""
        return any(position.position == "against" for position in self.initiative.support.values())


def submitter_name(partnership: Partnership, initiative: Initiative) -> str:
    """Give who filed it; what nobody filed alone came from the partnership."""
    if initiative.submitter == PARTNERSHIP:
        return partnership.name
    return partnership.member_name(initiative.submitter)


def participants(portfolio: Portfolio, initiative: Initiative) -> Participants:
    """Name those who take part, by name, in the order of the members."""
    members = portfolio.participants(initiative)
    names = tuple(portfolio.partnership.member_name(member) for member in members)
    return Participants(members == portfolio.everyone(initiative), names)


def line(portfolio: Portfolio, year: int, rank: int, initiative: Initiative) -> Line:
    """Make the line of one initiative."""
    agenda = portfolio.agenda(year)
    one_off, recurring = amount_in(portfolio, initiative, year)
    costs = initiative.costs
    return Line(
        rank=rank,
        initiative=initiative,
        submitter=submitter_name(portfolio.partnership, initiative),
        participants=participants(portfolio, initiative),
        one_off=one_off,
        recurring=recurring,
        one_off_total=costs.one_off_total if costs else 0,
        recurring_most=costs.recurring_most if costs else 0,
        value=average_value(initiative, portfolio.participants(initiative)),
        punctuality=punctuality(portfolio, initiative, agenda) if agenda else "in-time",
        dossier=portfolio.dossiers.get(initiative.id),
        missing=tuple(piece.name for piece in evidence(portfolio, initiative).missing)
        if asks_for_place(portfolio, initiative)
        else (),
        retired=_retired(portfolio, initiative) if initiative.retires else (),
        added=tuple(_added(portfolio, initiative)),
    )


def _retired(portfolio: Portfolio, initiative: Initiative) -> tuple[ProductAtMembers, ...]:
    """Gather what it retires by product as it is written, each with its members once."""
    members: dict[str, dict[str, None]] = {}
    for each in meant(portfolio, known_applications(portfolio), initiative):
        if each.is_running:
            name = portfolio.partnership.member_name(each.member)
            members.setdefault(each.application.product, {})[name] = None
    return tuple(ProductAtMembers(product, tuple(names)) for product, names in members.items())


def _added(portfolio: Portfolio, initiative: Initiative) -> Iterator[ProductAtMembers]:
    for addition in initiative.adds:
        members = added_members(portfolio, initiative, addition)
        names = tuple(map(portfolio.partnership.member_name, members))
        yield ProductAtMembers(addition.product, names, addition.start)
