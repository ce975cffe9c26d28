"""An initiative builds on a component that the partnership does not list."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import unknown
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look up every component that an initiative touches.

    What it retires may be any old product, so that is not looked up.
    """
    known = case.portfolio.partnership.components
    names = Names(known)
    for initiative in case.portfolio.initiatives.values():
        for index, name in enumerate(initiative.components):
            if name not in known:
                yield unknown(case.portfolio.at(initiative.id, "components", index), name, names)


RULE = Rule(
    "unknown-component",
    "references",
    "error",
    check,
    needs={"initiative": ("components",), "partnership": ("components",)},
)
