"""A conflict, an alternative or a whole names an initiative that is not in this portfolio."""

from collections.abc import Iterator

from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import KnownIds
from icteregie.rules.rule import Case, in_parts


def _conflicts(case: Case) -> Iterator[Finding]:
    """Look up every initiative named as a conflict."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for initiative in case.portfolio.initiatives.values():
        others = {conflict.id for conflict in initiative.conflicts_with}
        for index, conflict in enumerate(initiative.conflicts_with):
            at = case.portfolio.at(initiative.id, "conflicts_with", index, "id")
            if conflict.id == initiative.id:
                yield Finding(at, {"id": initiative.id}, "itself")
            elif conflict.id not in known:
                yield ids.unknown(at, conflict.id, initiative.id, others)


def _alternatives(case: Case) -> Iterator[Finding]:
    """Look up every initiative named as an alternative."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for initiative in case.portfolio.initiatives.values():
        for index, other in enumerate(initiative.alternative_to):
            at = case.portfolio.at(initiative.id, "alternative_to", index)
            if other == initiative.id:
                yield Finding(at, {"id": initiative.id}, "itself")
            elif other not in known:
                yield ids.unknown(at, other, initiative.id, initiative.alternative_to)


def _wholes(case: Case) -> Iterator[Finding]:
    """Look up every initiative that another is part of."""
    known = case.portfolio.files
    ids = KnownIds.of(case)
    for initiative in case.portfolio.initiatives.values():
        whole = initiative.part_of
        if whole is not None and whole not in known:
            at = case.portfolio.at(initiative.id, "part_of")
            yield ids.unknown(at, whole, initiative.id)


RULE = in_parts(
    "unknown-initiative",
    "references",
    "error",
    (_conflicts, {"initiative": ("conflicts_with",)}),
    (_alternatives, {"initiative": ("alternative_to",)}),
    (_wholes, {"initiative": ("part_of",)}),
)
