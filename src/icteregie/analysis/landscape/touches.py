"""Which applications and which suppliers an initiative is about, for who selects initiatives by them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from icteregie.analysis.landscape.applications import MemberApplication, applications, folded_product
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio

NEEDS = {LANDSCAPE.name: ("as_of", "applications")}
"""The keys of a landscape file without which none of its applications is known."""


def known_applications(portfolio: Portfolio) -> tuple[MemberApplication, ...]:
    """Give the applications of all landscape files that can be read, whatever their stage."""
    return tuple(applications(portfolio.readable(NEEDS)))


def touched(portfolio: Portfolio) -> dict[str, list[MemberApplication]]:
    """List, by id of an initiative, the applications that it is about; none of the others.

    These are the ones that it retires, by name or as what fills a component at one of its participants, and
    the ones that name it. By a component only what is in use counts.
    """
    known = known_applications(portfolio)
    by_name = {each.id: each for each in known}
    by_component, by_plan = _by_component(known), _by_plan(known)
    about: dict[str, list[MemberApplication]] = {}
    for initiative in portfolio.initiatives.values():
        own = {each.id: each for each in by_plan.get(initiative.id, ())}
        participants = set(portfolio.participants(initiative)) if initiative.retires else set[str]()
        for name in initiative.retires:
            if name in by_name:
                own[name] = by_name[name]
            own |= {each.id: each for each in by_component.get(name, ()) if each.member in participants}
        if own:
            about[initiative.id] = list(own.values())
    return about


def meant(
    portfolio: Portfolio, known: Iterable[MemberApplication], initiative: Initiative
) -> tuple[MemberApplication, ...]:
    """Give the applications that an initiative retires: by name, or in use for a component that it retires.

    By a component these are the ones of its participants; by name also what is planned or gone.
    """
    named, participants = set(initiative.retires), set(portfolio.participants(initiative))
    return tuple(
        each
        for each in known
        if each.id in named
        or (each.is_running and each.member in participants and named & set(each.application.components))
    )


def application_names(portfolio: Portfolio) -> dict[str, tuple[str, ...]]:
    """Give, by id of an initiative, the names of what it is about: utrecht/case-system and case-system."""
    return {
        name: tuple(
            dict.fromkeys(word for application in each for word in (application.id, application.name))
        )
        for name, each in touched(portfolio).items()
    }


def all_suppliers(portfolio: Portfolio) -> tuple[str, ...]:
    """List the suppliers of applications as they are written, and those of domains by id and by name."""
    named = (each.application.supplier for each in known_applications(portfolio))
    domains = portfolio.partnership.domains
    roles = (name for domain in domains for name in _supplier_of_domain(portfolio, domain))
    return tuple(dict.fromkeys((*(name for name in named if name), *roles)))


def supplier_names(portfolio: Portfolio) -> dict[str, tuple[str, ...]]:
    """Give, by id of an initiative, the suppliers that it is about.

    These are the suppliers of the applications that it is about, those of the products that it adds, as the
    landscapes name them, and the supplier of its domain, by id and by name.
    """
    makers = _makers(known_applications(portfolio))
    about = touched(portfolio)
    return {
        initiative.id: tuple(
            dict.fromkeys(
                (
                    *(each.application.supplier or "" for each in about.get(initiative.id, ())),
                    *(
                        name
                        for addition in initiative.adds
                        for name in makers.get(folded_product(addition.product), ())
                    ),
                    *_supplier_of_domain(portfolio, initiative.domain),
                )
            )
        )
        for initiative in portfolio.initiatives.values()
    }


def components_of(initiative: Initiative) -> tuple[str, ...]:
    """List the components that an initiative works on, retires, or adds an application for."""
    retired = (name for name in initiative.retires if "/" not in name)
    return (
        *initiative.components,
        *retired,
        *(name for addition in initiative.adds for name in addition.components),
    )


def _by_component(known: Iterable[MemberApplication]) -> Mapping[str, list[MemberApplication]]:
    filled: dict[str, list[MemberApplication]] = defaultdict(list)
    for each in known:
        for name in each.application.components if each.is_running else ():
            filled[name].append(each)
    return filled


def _by_plan(known: Iterable[MemberApplication]) -> Mapping[str, list[MemberApplication]]:
    planned: dict[str, list[MemberApplication]] = defaultdict(list)
    for each in known:
        if each.application.initiative is not None:
            planned[each.application.initiative].append(each)
    return planned


def _makers(known: Iterable[MemberApplication]) -> Mapping[str, dict[str, None]]:
    """Give the suppliers of each product, as the landscapes name them."""
    makers: dict[str, dict[str, None]] = defaultdict(dict)
    for each in known:
        if each.application.supplier is not None:
            makers[folded_product(each.application.product)][each.application.supplier] = None
    return makers


def _supplier_of_domain(portfolio: Portfolio, name: str | None) -> tuple[str, ...]:
    """Give the id and the name of the supplier of a domain: a party, or a member."""
    domain = portfolio.partnership.domains.get(name or "")
    if domain is None or domain.supplier is None:
        return ()
    has_parties = "parties" not in portfolio.partnership_damage
    party = portfolio.partnership.parties.get(domain.supplier) if has_parties else None
    member = portfolio.partnership.members.get(domain.supplier)
    role = party or member
    return (domain.supplier, role.name) if role is not None else (domain.supplier,)
