"""A member wants something that no initiative carries."""

from collections.abc import Iterator

from icteregie.analysis.ambitions.bridges import JUDGED_BY, is_past, member_ambitions
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.kinds import AMBITION
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report every wanted ambition that nothing carries; what is past already is for stale-ambition.

    Where an initiative can't be read nothing is said: that one may carry it.
    """
    portfolio = case.portfolio
    if len(portfolio.initiatives) < len(portfolio.files):
        return
    for each in case.ask(member_ambitions):
        if each.state != "not-carried" or is_past(each.ambition, case.today):
            continue
        at = at_key(portfolio.at_record(AMBITION.name, each.member, "ambitions", each.name))
        values = {"member": portfolio.partnership.member_name(each.member), "id": each.id}
        titled = {**values, "title": each.ambition.title}
        if each.others:
            related = tuple(portfolio.at(name, "ambitions") for name in each.others)
            yield Finding(at, {**titled, "ids": each.others}, "named", related=related)
        else:
            yield Finding(at, titled)


RULE = Rule(
    "unbridged-ambition",
    "direction",
    "warning",
    check,
    needs=JUDGED_BY,
)
