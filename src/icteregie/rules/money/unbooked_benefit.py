"""A saving is promised, and stands on nobody's budget."""

from collections.abc import Iterator, Mapping

from icteregie.analysis.undecided import estimated_requests
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Ask on which budget a saving is booked; a saving of 0 needs none."""
    for initiative in case.ask(estimated_requests):
        benefits = initiative.benefits
        if benefits is None or benefits.booked_on is not None:
            continue
        kind = "recurring" if any(benefits.recurring.values()) else "one_off"
        savings = benefits.recurring if kind == "recurring" else benefits.one_off
        if any(savings.values()):
            at = case.portfolio.at(initiative.id, "benefits", kind)
            values: dict[str, Value] = {
                "id": initiative.id,
                "amount": max(savings.values()),
                "year": _highest(savings),
            }
            yield Finding(at, values, "", initiative.agenda)


def _highest(savings: Mapping[int, int]) -> int:
    """Give the first year in which it saves most."""
    return min(savings, key=lambda year: (-savings[year], year))


RULE = Rule(
    "unbooked-benefit",
    "money",
    "warning",
    check,
    needs={
        "initiative": ("benefits", "status", "steering", "agenda"),
    },
)
