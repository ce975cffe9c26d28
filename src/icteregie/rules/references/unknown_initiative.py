"""A conflict, an alternative or a whole names an initiative that is not in this portfolio."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, in_parts


def _conflicts(case: Case) -> Iterator[Finding]:
    """Look up every initiative named as a conflict."""
    known = case.portfolio.files
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        for index, conflict in enumerate(initiative.conflicts_with):
            at = case.portfolio.at(initiative.id, "conflicts_with", index, "id")
            if conflict.id == initiative.id:
                yield Finding(at, {"id": initiative.id}, "itself")
            elif conflict.id not in known:
                yield unknown(at, conflict.id, names, but=initiative.id)


def _alternatives(case: Case) -> Iterator[Finding]:
    """Look up every initiative named as an alternative."""
    known = case.portfolio.files
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        for index, other in enumerate(initiative.alternative_to):
            at = case.portfolio.at(initiative.id, "alternative_to", index)
            if other == initiative.id:
                yield Finding(at, {"id": initiative.id}, "itself")
            elif other not in known:
                yield unknown(at, other, names, but=initiative.id)


def _wholes(case: Case) -> Iterator[Finding]:
    """Look up every initiative that another is part of."""
    known = case.portfolio.files
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        whole = initiative.part_of
        if whole is not None and whole not in known:
            yield unknown(case.portfolio.at(initiative.id, "part_of"), whole, names, but=initiative.id)


RULE = in_parts(
    "unknown-initiative",
    "references",
    "error",
    (_conflicts, {"initiative": ("conflicts_with",)}),
    (_alternatives, {"initiative": ("alternative_to",)}),
    (_wholes, {"initiative": ("part_of",)}),
)
