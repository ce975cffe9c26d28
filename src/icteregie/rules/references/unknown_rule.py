"""The partnership sets a rule that does not exist, or one that can't be set."""

from collections.abc import Iterator

from icteregie.diagnostics.suggestions import Names
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import at_key, unknown
from icteregie.rules.rule import Case, Rule


def checker(known: tuple[str, ...], fixed: tuple[str, ...]) -> Rule:
    """Build the rule from the names of configurable and of fixed rules."""

    def check(case: Case) -> Iterator[Finding]:
        """Look up the name of every rule that is set."""
        names = Names(known)
        for name in case.portfolio.partnership.rules:
            at = at_key(case.portfolio.at_partnership("rules", name))
            if name in fixed:
                yield Finding(at, {"name": name}, "fixed")
            elif name not in known:
                yield unknown(at, name, names)

    return Rule(
        "unknown-rule", "references", "error", check, needs={"partnership": ("rules",)}, settable=False
    )
