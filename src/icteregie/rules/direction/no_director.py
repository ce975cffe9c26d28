"""Nobody directs a domain, in a portfolio that says of domains who directs them."""

from collections.abc import Iterator

from icteregie.analysis.direction.domains import without_director
from icteregie.diagnostics.types import Finding
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each domain without a director."""
    partnership = case.portfolio.partnership
    for name in case.ask(without_director):
        at = at_key(case.portfolio.at_partnership("domains", name))
        yield Finding(at, {"domain": partnership.domains[name].name, "known": tuple(partnership.members)})


RULE = Rule(
    "no-director",
    "direction",
    "warning",
    check,
    needs={"partnership": ("domains", "members", "parties")},
)
