"""A plan that is kept was made of other files than these."""

from collections.abc import Iterator

from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import INITIATIVE, PLAN
from icteregie.rules.rule import Case, Rule

NAMED = 3
"""So many of the initiatives that changed are named."""


def check(case: Case) -> Iterator[Finding]:
    """Compare the fingerprint of each plan with what it would be now; not once its agenda was decided.

    Nothing is said while a file can't be read: what it holds may not have changed at all.
    """
    portfolio = case.portfolio
    if not any(plan.result for plan in portfolio.plans.values()):
        return
    if portfolio.lost_keys or portfolio.partnership_damage or portfolio.unreadable_keys(INITIATIVE.name):
        return
    # Only who keeps a plan pays for what plans are made with.
    from icteregie.analysis.plan.staleness import changed_since  # noqa: PLC0415

    for year, plan in portfolio.plans.items():
        agenda = portfolio.agenda(year)
        if agenda is None or case.today > agenda.decision:
            continue
        since = changed_since(portfolio.as_of(case.today), year, plan)
        if since is not None:
            names = since.names
            wording = "" if not names else "more" if len(names) > NAMED else "initiatives"
            values: dict[str, Value] = {"year": year, "ids": names[:NAMED], "total": len(names)}
            at = portfolio.at_record(PLAN.name, str(year), "result", "fingerprint")
            yield Finding(at, values, "fingerprint" if since.is_nameless else wording)


RULE = Rule(
    "stale-plan",
    "contradictions",
    "warning",
    check,
    needs={"plan": ("pins", "ceilings", "hour", "result")},
)
