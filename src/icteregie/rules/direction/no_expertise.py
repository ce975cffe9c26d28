"""The knowledge of a domain hangs on one person or on its supplier, or a member is short of experts."""

from collections.abc import Iterator

from icteregie.analysis.direction.domains import Expertise, Shortfall, expertise, suppliers, uses_direction
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.direction import Domain
from icteregie.portfolio.partnership import Partnership
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at the experts of each domain, of who are members today."""
    partnership = case.portfolio.partnership
    for name, domain in partnership.domains.items() if uses_direction(partnership) else ():
        known = expertise(case.portfolio, domain, case.today)
        if known.dependence is not None:
            at = at_key(case.portfolio.at_partnership("domains", name, "experts"))
            wording = "" if known.dependence == "one-person" else known.dependence
            yield Finding(at, _values(partnership, domain, known), wording)
        for short in known.shortfalls:
            if short.is_due(case.today):
                yield _shortfall(case, name, short)


def _values(partnership: Partnership, domain: Domain, known: Expertise) -> dict[str, Value]:
    supplier = domain.supplier or ""
    return {
        "domain": domain.name,
        "member": partnership.member_name(known.single),
        "supplier": suppliers(partnership).get(supplier, supplier),
    }


def _shortfall(case: Case, name: str, short: Shortfall) -> Finding:
    partnership = case.portfolio.partnership
    at = at_key(case.portfolio.at_partnership("domains", name, "experts", short.member))
    values: dict[str, Value] = {
        "domain": partnership.domains[name].name,
        "member": partnership.member_name(short.member),
        "now": short.now,
        "needed": short.needed,
    }
    return (
        Finding(at, values, "short") if short.by is None else Finding(at, values | {"by": short.by}, "since")
    )


RULE = Rule(
    "no-expertise",
    "direction",
    "warning",
    check,
    needs={"partnership": ("domains", "members", "parties")},
)
