"""A member that doesn't take part is said to have covered its share."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare who has cover with who takes part; unknown names are reported by themselves."""
    members = case.portfolio.partnership.members
    for initiative in case.portfolio.initiatives.values():
        cover = initiative.costs.cover if initiative.costs else {}
        if not cover or is_over(initiative) or not set(initiative.participants) <= set(members):
            continue
        for name in _outsiders(case, initiative, tuple(cover)):
            yield Finding(
                at_key(case.portfolio.at(initiative.id, "costs", "cover", name)),
                {"id": initiative.id, "member": case.portfolio.partnership.member_name(name)},
                "",
                initiative.agenda,
                (case.portfolio.at(initiative.id, "participants"),),
            )


def _outsiders(case: Case, initiative: Initiative, names: tuple[str, ...]) -> Iterator[str]:
    taking_part = initiative.participants or case.portfolio.everyone(initiative)
    return (n for n in names if n in case.portfolio.partnership.members and n not in taking_part)


RULE = Rule(
    "cover-of-non-participant",
    "contradictions",
    "warning",
    check,
    needs={"initiative": ("agenda", "costs", "participants", "status"), "partnership": ("members",)},
)
