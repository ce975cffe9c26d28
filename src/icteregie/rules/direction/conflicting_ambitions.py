"""Two members want what can't go together, and initiatives carry both."""

from collections.abc import Iterator

from icteregie.analysis.ambitions.bridges import JUDGED_BY, NEEDS, MemberAmbition, member_ambitions
from icteregie.analysis.ambitions.gaps import clashes
from icteregie.diagnostics.types import Address, Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import AMBITION
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule

_SHOWN_PLACES = 10


def check(case: Case) -> Iterator[Finding]:
    """Report every conflict between wanted ambitions that initiatives carry both, where it is written.

    Where all these initiatives are said to be conflicts or alternatives, the directors have their choice.
    """
    portfolio = case.portfolio
    rivals = {i.id: _rivals(i) for i in portfolio.initiatives.values()}
    for clash in clashes(case.ask(member_ambitions)):
        if not clash.is_asked:
            continue
        first, second = clash.first, clash.second
        ids, other_ids = first.ids, second.ids
        shared = tuple(sorted(set(ids) & set(other_ids)))
        if not shared and all(b in rivals[a] or a in rivals[b] for a in ids for b in other_ids):
            continue
        keys = ("ambitions", first.name, "conflicts_with", clash.index)
        values: dict[str, Value] = {
            "member": portfolio.partnership.member_name(first.member),
            "title": first.ambition.title,
            "other_member": portfolio.partnership.member_name(second.member),
            "other_title": second.ambition.title,
        }
        yield Finding(
            portfolio.at_record(AMBITION.name, first.member, *keys),
            values | ({"ids": shared} if shared else {"ids": ids, "other_ids": other_ids}),
            "shared" if shared else "",
            related=(*_places(portfolio, first), *_places(portfolio, second)),
        )


def _rivals(initiative: Initiative) -> frozenset[str]:
    """Name what an initiative says it can't go with, or is an alternative to."""
    return frozenset((*initiative.alternative_to, *(each.id for each in initiative.conflicts_with)))


def _places(portfolio: Portfolio, each: MemberAmbition) -> Iterator[Address]:
    """Point at where initiatives name an ambition; a few show it, and all of them could be thousands."""
    for bridge in each.bridges[:_SHOWN_PLACES]:
        names = portfolio.initiatives[bridge.id].ambitions
        yield portfolio.at(bridge.id, "ambitions", names.index(each.id))


RULE = Rule(
    "conflicting-ambitions",
    "direction",
    "warning",
    check,
    needs={**JUDGED_BY, "initiative": (*NEEDS, "alternative_to", "conflicts_with")},
)
