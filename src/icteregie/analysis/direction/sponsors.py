"""Clients who never sponsor anything in their domain."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from icteregie.analysis.direction.domains import folded
from icteregie.analysis.standing.standing import is_on_own_agenda
from icteregie.analysis.standing.statuses import is_decided
from icteregie.portfolio.initiative import PARTNERSHIP, Initiative
from icteregie.portfolio.portfolio import Portfolio

FEWEST = 2
"""Of one initiative there is one sponsor: from so many in a domain on the others are looked at."""


@dataclass(frozen=True, slots=True)
class IdleClient:
    """A member with a client in a domain that sponsors nothing there, of ``count`` that it takes part in."""

    member: str
    client: str
    count: int


def idle_clients(portfolio: Portfolio) -> Mapping[str, tuple[IdleClient, ...]]:
    """Name by domain the clients whose member submits or sponsors nothing that asks or runs in it.

    Only a member that takes part in two or more of them is looked at. A sponsor who is of no member
    in particular, of what the partnership submits, stands for all who take part.
    """
    by_domain: dict[str, tuple[IdleClient, ...]] = {}
    live = [i for i in portfolio.initiatives.values() if is_on_own_agenda(portfolio, i) or is_decided(i)]
    for name, domain in portfolio.partnership.domains.items():
        own = [i for i in live if i.domain == name]
        active = {member for i in own for member in _sponsors(portfolio, i, domain.clients)}
        counts = {m: sum(m in portfolio.participants(i) for i in own) for m in domain.clients}
        idle = tuple(
            IdleClient(member, domain.clients[member], counts[member])
            for member in portfolio.partnership.members
            if member in counts and member not in active and counts[member] >= FEWEST
        )
        if idle:
            by_domain[name] = idle
    return by_domain


def _sponsors(portfolio: Portfolio, initiative: Initiative, clients: Mapping[str, str]) -> set[str]:
    """Give the members that submit or sponsor it."""
    members = portfolio.partnership.members
    submitter, sponsor = initiative.submitter, folded(initiative.sponsor or "")
    own = {submitter} - {PARTNERSHIP}
    if not sponsor:
        return own
    named = {name for name, member in members.items() if _names(sponsor, folded(member.name))}
    if not named and not own:
        named = {name for name, client in clients.items() if folded(client) == sponsor}
        named = named or set(portfolio.participants(initiative))
    return own | named


def _names(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"\b{re.escape(name)}\b", text) is not None
