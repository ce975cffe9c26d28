"""A rebaseline doesn't say why the agreement changed."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_given_up
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look for a reason of the list, or one in words, in every rebaseline."""
    for initiative in case.portfolio.initiatives.values():
        if is_given_up(initiative):
            continue
        for index, promise in enumerate(initiative.rebaselines):
            if not promise.reasons and not promise.reason:
                values: dict[str, Value] = {"id": initiative.id, "day": promise.date}
                at = case.portfolio.at(initiative.id, "rebaselines", index, "date")
                yield Finding(at, values, "", initiative.agenda)


RULE = Rule(
    "rebaseline-without-reason",
    "progress",
    "warning",
    check,
    needs={"initiative": ("agenda", "rebaselines", "status")},
)
