"""An initiative deviates from a principle that the partnership does not have."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up every principle that an initiative deviates from."""
    known = case.portfolio.partnership.principles
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        for index, deviation in enumerate(initiative.deviates):
            if deviation.principle not in known:
                at = case.portfolio.at(initiative.id, "deviates", index, "principle")
                yield unknown(at, deviation.principle, names)


RULE = Rule(
    "unknown-principle",
    "references",
    "error",
    check,
    needs={"initiative": ("deviates",), "partnership": ("principles",)},
)
