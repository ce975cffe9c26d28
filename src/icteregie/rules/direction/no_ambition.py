"""An initiative asks for a place on the agenda, and no member has an ambition that it serves."""

from collections.abc import Iterator

from icteregie.analysis.ambitions.bridges import JUDGED_BY, member_ambitions
from icteregie.analysis.ambitions.gaps import unasked
from icteregie.analysis.standing.standing import asks_for_place
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report what asks for a place without an ambition; once that is decided, nobody has to say it any more.

    What law or contract obliges, maintenance and experiments need none. Ambitions of who takes part, in
    the same domain, are offered.
    """
    portfolio = case.portfolio
    if portfolio.paths["ambition"].keys() - portfolio.ambition_lists.keys():
        return
    for initiative in case.ask(unasked):
        if not asks_for_place(portfolio, initiative):
            continue
        members = portfolio.participants(initiative)
        offered = tuple(
            each.id
            for each in case.ask(member_ambitions)
            if each.member in members
            and each.ambition.domain == initiative.domain is not None
            and each.ambition.stance == "wanted"
        )
        at = portfolio.at(initiative.id, "title")
        values = {"id": initiative.id}
        if offered:
            yield Finding(at, {**values, "offered": offered}, "offered", initiative.agenda)
        else:
            yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "no-ambition",
    "direction",
    "warning",
    check,
    needs=JUDGED_BY,
)
