"""Who supplies a domain directs it too, by one id, under two names, or without a client opposite it."""

from collections.abc import Iterator

from icteregie.analysis.direction.domains import directors, mixing, suppliers, uses_direction
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the director and the supplier of each domain."""
    partnership = case.portfolio.partnership
    for name, domain in partnership.domains.items() if uses_direction(partnership) else ():
        kind = mixing(partnership, domain)
        if kind is None:
            continue
        director, supplier = domain.director or "", domain.supplier or ""
        values = {
            "domain": domain.name,
            "director": directors(partnership).get(director, director),
            "supplier": suppliers(partnership).get(supplier, supplier),
        }
        related = (case.portfolio.at_partnership("domains", name, "director"),)
        at = case.portfolio.at_partnership("domains", name, "supplier")
        yield Finding(at, values, "" if kind == "same" else kind, None, related)


RULE = Rule(
    "supplier-directs",
    "direction",
    "warning",
    check,
    needs={"partnership": ("bodies", "domains", "members", "name", "parties")},
)
