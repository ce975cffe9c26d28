"""Something for one member alone asks for a place on the joint agenda."""

from collections.abc import Iterator

from icteregie.analysis.undecided import estimated_requests, twins_by_component
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Find proposals with one participant; twins of another member are reported by solo-twins."""
    twins = {name for ids in case.ask(twins_by_component).values() for name in ids}
    for initiative in case.ask(estimated_requests):
        if len(initiative.participants) != 1 or initiative.id in twins:
            continue
        (member,) = initiative.participants
        name = case.portfolio.partnership.member_name(member)
        values: dict[str, Value] = {"id": initiative.id, "member": name, "year": initiative.agenda or 0}
        at = case.portfolio.at(initiative.id, "participants")
        yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "bespoke-on-joint-agenda",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("participants", "status", "steering", "agenda", "components"),
        "partnership": ("members",),
    },
)
