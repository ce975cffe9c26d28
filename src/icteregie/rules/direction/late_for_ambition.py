"""All that carries an ambition ends after the day by which the member wants it."""

from collections.abc import Iterator

from icteregie.analysis.ambitions.bridges import JUDGED_BY, is_past, member_ambitions
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.kinds import AMBITION
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report it at the initiative that ends first; the day itself is in time."""
    portfolio = case.portfolio
    if len(portfolio.initiatives) < len(portfolio.files):
        return
    for each in case.ask(member_ambitions):
        first, by = each.first, each.ambition.by
        if not each.is_late or first is None or first.end is None or by is None:
            continue
        if is_past(each.ambition, case.today):
            continue
        initiative = portfolio.initiatives[first.id]
        yield Finding(
            portfolio.at(first.id, "ambitions", initiative.ambitions.index(each.id)),
            {
                "id": first.id,
                "end": first.end,
                "by": by.last,
                "member": portfolio.partnership.member_name(each.member),
                "title": each.ambition.title,
                "count": (first.end - by.last).days,
            },
            "",
            initiative.agenda,
            (portfolio.at_record(AMBITION.name, each.member, "ambitions", each.name, "by"),),
        )


RULE = Rule(
    "late-for-ambition",
    "direction",
    "warning",
    check,
    needs=JUDGED_BY,
)
