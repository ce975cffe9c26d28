"""A meeting or a decision is laid with a body that the partnership does not list."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up the body of every meeting, and who decides about every experiment."""
    known = case.portfolio.partnership.bodies
    names = Names(known)
    for index, meeting in enumerate(case.portfolio.partnership.meetings):
        if meeting.body not in known:
            yield unknown(case.portfolio.at_partnership("meetings", index, "body"), meeting.body, names)
    for initiative in case.portfolio.initiatives.values():
        decides = initiative.experiment.decides if initiative.experiment else None
        if decides is not None and decides not in known:
            at = case.portfolio.at(initiative.id, "experiment", "decides")
            yield unknown(at, decides, names)


RULE = Rule(
    "unknown-body",
    "references",
    "error",
    check,
    needs={"initiative": ("experiment",), "partnership": ("bodies", "meetings")},
)
