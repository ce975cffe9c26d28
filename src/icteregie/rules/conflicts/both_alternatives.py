"""Two initiatives of which only one is needed both ask for a place on the same agenda."""

from collections.abc import Iterator

from icteregie.analysis.standing.standing import is_on, planned
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each pair of alternatives once."""
    reported: set[frozenset[str]] = set()
    for initiative in case.ask(planned):
        for index, name in enumerate(initiative.alternative_to):
            other = case.portfolio.initiatives.get(name)
            pair = frozenset((initiative.id, name))
            if other is None or name == initiative.id or pair in reported:
                continue
            if is_on(case.portfolio, other, initiative.agenda or 0):
                reported.add(pair)
                yield Finding(
                    case.portfolio.at(initiative.id, "alternative_to", index),
                    {"id": initiative.id, "other": name, "year": initiative.agenda or 0},
                    "",
                    initiative.agenda,
                )


RULE = Rule(
    "both-alternatives",
    "conflicts",
    "warning",
    check,
    needs={"initiative": ("alternative_to", "status", "agenda")},
)
