"""Which applications come and go by the initiatives of an agenda: each once, where, and from when.

An application is retired in the year in which the period of its initiative ends, and saved from the year
after, or from the year after the end of its contract where that is later. What several retire counts once,
at the one that ends first. What is added counts in the year of ``from``, and costs from then on; without
that in the year of the end, and costs from the year after.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from icteregie.analysis.cost_sharing import NoShareError, cost_key_of, split_amount, weights
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.foreseen import foreseen_span
from icteregie.analysis.landscape.applications import MemberApplication, folded_product, retired_by, running
from icteregie.analysis.landscape.contracts import coming_end
from icteregie.portfolio.initiative import Addition, Initiative
from icteregie.portfolio.landscape import Contract
from icteregie.portfolio.portfolio import Portfolio

NEEDS = (
    *("adds", "agenda", "benefits", "cost_key", "costs", "late", "participants", "retires", "status"),
    *("submitted", *FORESEEN_END),
)
"""The keys of an initiative without which it can't be said what it adds and retires, and until when."""

Retirements: TypeAlias = Mapping[str, tuple[MemberApplication, ...]]
"""What initiatives retire, by the id of the initiative."""


def added_members(portfolio: Portfolio, initiative: Initiative, addition: Addition) -> tuple[str, ...]:
    """List the participants at whom an initiative adds an application, in their order."""
    named = set(addition.members)
    return tuple(m for m in portfolio.participants(initiative) if not named or m in named)


def added_on(portfolio: Portfolio, initiative: Initiative, addition: Addition) -> date | None:
    """Give the first day on which it is there, as written, or else the foreseen end; None when unknown."""
    return addition.start.first if addition.start else foreseen_span(portfolio, initiative).end


def paid_until(contract: Contract | None, end: date) -> date:
    """Give the last day that is paid for of what ends on a day: that day, or a later end of its contract.

    A contract that renews is given notice of for its first end that isn't before that day.
    """
    return coming_end(contract, end) or end


def shared_over(
    portfolio: Portfolio, initiative: Initiative, amount: int, members: tuple[str, ...]
) -> Mapping[str, int]:
    """Share whole euros over members by the key of an initiative; equally where that key gives no shares."""
    partnership = portfolio.partnership
    key = partnership.cost_keys.get(cost_key_of(initiative, partnership))
    try:
        parts = weights(key, partnership, members) if key else {}
    except NoShareError:
        parts = {}
    return split_amount(amount, parts or {member: Fraction(1, len(members)) for member in members})


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """An application that goes, with the initiative that ends first of those that retire it.

    ``year`` is the one in which it goes, ``since`` the first one in which it is no longer paid for; None
    where nobody said when the initiative ends. ``is_booked`` says whether its saving is booked on a budget.
    """

    application: MemberApplication
    initiative: str
    year: int | None
    since: int | None
    is_booked: bool

    @property
    def member(self) -> str:
        """Whose application it is."""
        return self.application.member

    @property
    def yearly(self) -> int | None:
        """What it costs a year, in whole euros; None when unknown."""
        return self.application.application.yearly


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A product that comes: one application at each of ``members``, for ``yearly`` euros of all ``paying``.

    Who pays and isn't one of the ``members`` runs it already, and keeps it. ``since`` is the first year
    in which it costs that; ``index`` is its place among what the initiative adds.
    """

    initiative: str
    index: int
    product: str
    members: tuple[str, ...]
    paying: tuple[str, ...]
    year: int | None
    since: int | None
    yearly: int | None


def retirements(portfolio: Portfolio, listed: Iterable[Initiative]) -> Retirements:
    """Give what each of these initiatives retires, by its id; the others aren't in it."""
    retiring = [i for i in listed if i.retires]
    in_use = running(portfolio) if retiring else ()
    return {i.id: retired_by(portfolio, i, in_use) for i in retiring}


def retired_once(portfolio: Portfolio, lost: Retirements, year: int) -> Iterator[Retired]:
    """Give each application once, at who retires it first; of who is no member by then nothing.

    ``year`` decides who is a member where nobody said when an initiative ends.
    """
    seen: set[str] = set()
    retiring = [
        (foreseen_span(portfolio, portfolio.initiatives[name]).end, portfolio.initiatives[name])
        for name in lost
    ]
    for end, initiative in sorted(retiring, key=lambda pair: (pair[0] or date.max, pair[1].id)):
        members = portfolio.members_in(end.year if end else year)
        for each in lost[initiative.id]:
            if each.id in seen or each.member not in members:
                continue
            seen.add(each.id)
            yield Retired(
                application=each,
                initiative=initiative.id,
                year=end.year if end else None,
                since=paid_until(each.application.contract, end).year + 1 if end else None,
                is_booked=initiative.benefits is not None and initiative.benefits.booked_on is not None,
            )


def added_by(
    portfolio: Portfolio, listed: Iterable[Initiative], lost: Retirements, year: int
) -> Iterator[Added]:
    """Give all that is added, in the order of the initiatives and of their files."""
    adding = [i for i in listed if i.adds]
    kept = _kept(portfolio, lost) if adding else {}
    for initiative in adding:
        for index, addition in enumerate(initiative.adds):
            day = added_on(portfolio, initiative, addition)
            present = portfolio.members_in(day.year if day else year)
            members = added_members(portfolio, initiative, addition)
            known = {m for m in members if _runs_already(kept.get(m, ()), addition)}
            yield Added(
                initiative=initiative.id,
                index=index,
                product=addition.product,
                members=tuple(m for m in members if m in present and m not in known),
                paying=tuple(m for m in members if m in present),
                year=day.year if day else None,
                since=day.year + (addition.start is None) if day else None,
                yearly=addition.yearly,
            )


def paid_until_of(portfolio: Portfolio, initiative: Initiative, each: MemberApplication) -> date | None:
    """Give the last day on which what an initiative retires is paid for; None when nobody knows its end."""
    end = foreseen_span(portfolio, initiative).end
    return paid_until(each.application.contract, end) if end else None


def _kept(portfolio: Portfolio, lost: Retirements) -> dict[str, list[MemberApplication]]:
    """List by member what it runs and no initiative of the agenda retires."""
    gone = {each.id for retired in lost.values() for each in retired}
    kept: dict[str, list[MemberApplication]] = {}
    for each in running(portfolio):
        if each.id not in gone:
            kept.setdefault(each.member, []).append(each)
    return kept


def _runs_already(kept: Iterable[MemberApplication], addition: Addition) -> bool:
    """Whether it runs this product already, for one of these components, and keeps it."""
    product, components = folded_product(addition.product), set(addition.components)
    return any(
        folded_product(each.application.product) == product
        and (not components or bool(components & set(each.application.components)))
        for each in kept
    )
