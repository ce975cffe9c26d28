"""Initiatives wait for each other in a circle, so none of them can start."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.order import topological_order
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each tangle once, at the dependency that closes its shortest circle."""
    portfolio = case.portfolio
    if case.ask(topological_order) is not None:
        return
    # networkx is slow to load, and a sound portfolio never needs it.
    from icteregie.analysis.dependencies.circles import circles  # noqa: PLC0415

    for circle in circles(portfolio):
        places = [_link(portfolio, name, circle[(n + 1) % len(circle)]) for n, name in enumerate(circle)]
        yield Finding(
            places[0],
            {"circle": (*circle, circle[0]), "count": len(circle), "id": circle[0]},
            "itself" if len(circle) == 1 else "",
            portfolio.initiatives[circle[0]].agenda,
            tuple(places[1:]),
        )


def _link(portfolio: Portfolio, dependent: str, on: str) -> Address:
    links = portfolio.initiatives[dependent].depends_on
    index = next(i for i, link in enumerate(links) if link.on == on)
    return portfolio.at(dependent, "depends_on", index, "id")


RULE = Rule("dependency-cycle", "graph", "error", check, needs={"initiative": ("depends_on", "agenda")})
