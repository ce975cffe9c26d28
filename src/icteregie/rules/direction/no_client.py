"""A member takes part in what asks or runs in a domain, and names no client there."""

from collections.abc import Iterator

from icteregie.analysis.direction.domains import seatless
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report by domain which members lack a client."""
    partnership = case.portfolio.partnership
    for name, rows in case.ask(seatless).items():
        domain = partnership.domains[name]
        keys = ("domains", name, "clients") if domain.clients else ("domains", name)
        values: dict[str, Value] = {
            "domain": domain.name,
            "members": tuple(partnership.member_name(row.member) for row in rows),
            "ids": tuple(row.member for row in rows),
        }
        wording = "one" if len(rows) == 1 else ""
        yield Finding(at_key(case.portfolio.at_partnership(*keys)), values, wording)


RULE = Rule(
    "no-client",
    "direction",
    "warning",
    check,
    needs={
        "initiative": ("agenda", "domain", "late", "participants", "status", "submitted"),
        "partnership": ("agendas", "domains", "members", "parties"),
    },
)
