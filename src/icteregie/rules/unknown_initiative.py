"""A conflict or an alternative names an initiative that is not in this portfolio."""

from collections.abc import Iterator

from icteregie.diagnostics import Finding
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up every initiative named as a conflict or as an alternative."""
    known = case.portfolio.files
    for initiative in case.portfolio.initiatives.values():
        for index, conflict in enumerate(initiative.conflicts_with):
            if conflict.id not in known:
                at = case.portfolio.at(initiative.id, "conflicts_with", index, "id")
                yield unknown(at, conflict.id, known.keys() - {initiative.id}, initiative.agenda)
        for index, other in enumerate(initiative.alternative_to):
            if other not in known:
                at = case.portfolio.at(initiative.id, "alternative_to", index)
                yield unknown(at, other, known.keys() - {initiative.id}, initiative.agenda)


RULE = Rule("unknown-initiative", "references", "error", check, needs=("conflicts_with", "alternative_to"))
