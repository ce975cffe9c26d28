"""Two initiatives that may still be done have the same title."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each title that an earlier initiative has, whatever its capitals and white space."""
    first: dict[str, Initiative] = {}
    for initiative in sorted(case.portfolio.initiatives.values(), key=lambda i: (i.submitted, i.id)):
        if is_over(initiative):
            continue
        other = first.setdefault(" ".join(initiative.title.split()).casefold(), initiative)
        if other is not initiative:
            yield Finding(
                case.portfolio.at(initiative.id, "title"),
                {"id": initiative.id, "other": other.id},
                "",
                initiative.agenda,
                (case.portfolio.at(other.id, "title"),),
            )


RULE = Rule(
    "same-title",
    "conflicts",
    "warning",
    check,
    needs={"initiative": ("title", "status", "submitted", "agenda")},
)
