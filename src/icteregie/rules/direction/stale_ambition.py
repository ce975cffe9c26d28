"""A member's ambitions were not looked at for long, or should have been reached by now."""

from collections.abc import Iterator

from icteregie.analysis.ambitions.bridges import JUDGED_BY, is_past, member_ambitions
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import AMBITION
from icteregie.rules.rule import Case, in_parts


def _old(case: Case) -> Iterator[Finding]:
    """Report every list that was checked more days ago than the threshold says; that many are fine."""
    portfolio = case.portfolio
    most = portfolio.partnership.thresholds.stale_ambition
    for member, listed in portfolio.ambition_lists.items():
        age = (case.today - listed.as_of).days
        if age > most:
            at = portfolio.at_record(AMBITION.name, member, "as_of")
            name = portfolio.partnership.member_name(member)
            yield Finding(at, {"member": name, "as_of": listed.as_of, "count": age, "most": most})


def _past(case: Case) -> Iterator[Finding]:
    """Report what was wanted by a day that is over, while no initiative that serves it is done."""
    portfolio = case.portfolio
    if len(portfolio.initiatives) < len(portfolio.files):
        return
    for each in case.ask(member_ambitions):
        by = each.ambition.by
        if by is None or not is_past(each.ambition, case.today):
            continue
        if each.is_reached or each.ambition.stance != "wanted":
            continue
        at = portfolio.at_record(AMBITION.name, each.member, "ambitions", each.name, "by")
        values: dict[str, Value] = {
            "member": portfolio.partnership.member_name(each.member),
            "title": each.ambition.title,
            "by": by.last,
        }
        if each.bridges:
            yield Finding(at, {**values, "ids": tuple(bridge.id for bridge in each.bridges)}, "past-carried")
        else:
            yield Finding(at, values, "past")


RULE = in_parts(
    "stale-ambition",
    "direction",
    "warning",
    (_old, {"ambition": ("as_of",), "partnership": ("members", "thresholds")}),
    (_past, JUDGED_BY),
)
