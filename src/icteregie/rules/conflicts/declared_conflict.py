"""Two initiatives of which one says that they can't go together are both planned."""

from collections.abc import Iterator

from icteregie.analysis.standing.standing import planned
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each pair once, also when both sides declare it."""
    reported: set[frozenset[str]] = set()
    listed = {initiative.id: initiative for initiative in case.ask(planned)}
    for initiative in listed.values():
        for index, conflict in enumerate(initiative.conflicts_with):
            other = listed.get(conflict.id)
            pair = frozenset((initiative.id, conflict.id))
            if other is None or other is initiative or pair in reported:
                continue
            reported.add(pair)
            yield Finding(
                case.portfolio.at(initiative.id, "conflicts_with", index, "id"),
                {"id": initiative.id, "other": other.id, "why": conflict.why},
                "",
                initiative.agenda,
            )


RULE = Rule(
    "declared-conflict",
    "conflicts",
    "warning",
    check,
    needs={"initiative": ("conflicts_with", "status", "agenda")},
)
