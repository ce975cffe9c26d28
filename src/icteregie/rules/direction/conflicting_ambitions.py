"""Two members want what can't go together, and initiatives carry both."""

from collections.abc import Iterator

from icteregie.analysis.ambitions.bridges import NEEDS, MemberAmbition, member_ambitions
from icteregie.analysis.ambitions.gaps import clashes
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.kinds import AMBITION
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report every conflict between wanted ambitions that initiatives carry both, where it is written."""
    portfolio = case.portfolio
    for clash in clashes(case.ask(member_ambitions)):
        if not clash.is_asked:
            continue
        first, second = clash.first, clash.second
        keys = ("ambitions", first.name, "conflicts_with", clash.index)
        yield Finding(
            portfolio.at_record(AMBITION.name, first.member, *keys),
            {
                "member": portfolio.partnership.member_name(first.member),
                "title": first.ambition.title,
                "ids": tuple(bridge.id for bridge in first.bridges),
                "other_member": portfolio.partnership.member_name(second.member),
                "other_title": second.ambition.title,
                "other_ids": tuple(bridge.id for bridge in second.bridges),
            },
            related=(*_places(portfolio, first), *_places(portfolio, second)),
        )


def _places(portfolio: Portfolio, each: MemberAmbition) -> Iterator[Address]:
    """Point at where initiatives name an ambition."""
    for bridge in each.bridges:
        names = portfolio.initiatives[bridge.id].ambitions
        yield portfolio.at(bridge.id, "ambitions", names.index(each.id))


RULE = Rule(
    "conflicting-ambitions",
    "direction",
    "warning",
    check,
    needs={
        "ambition": ("ambitions",),
        "initiative": NEEDS,
        "partnership": ("members", "agendas", "thresholds"),
    },
)
