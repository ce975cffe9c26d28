"""Initiatives wait for each other in a circle, so none of them can start."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.schedule import topological_order
from icteregie.diagnostics.types import Address, Finding
from icteregie.portfolio.portfolio import Portfolio
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report every dependency that lies in a circle in one circle at least, at the first that does.

    Of a tangle with too many circles the last one that is named says that there are more.
    """
    if case.ask(topological_order) is not None:
        return
    # networkx is slow to load, and a sound portfolio never needs it.
    from icteregie.analysis.dependencies.circles import circles  # noqa: PLC0415

    for tangle in circles(case.portfolio):
        *others, last = tangle.circles
        for circle in others:
            yield _finding(case.portfolio, circle)
        yield _finding(case.portfolio, last, "more" if tangle.is_cut else "")


def _finding(portfolio: Portfolio, circle: tuple[str, ...], wording: str = "") -> Finding:
    places = [_link(portfolio, name, circle[(n + 1) % len(circle)]) for n, name in enumerate(circle)]
    return Finding(
        places[0],
        {"circle": (*circle, circle[0]), "count": len(circle), "id": circle[0]},
        wording or ("itself" if len(circle) == 1 else ""),
        portfolio.initiatives[circle[0]].agenda,
        tuple(places[1:]),
    )


def _link(portfolio: Portfolio, dependent: str, on: str) -> Address:
    links = portfolio.initiatives[dependent].depends_on
    index = next(i for i, link in enumerate(links) if link.on == on)
    return portfolio.at(dependent, "depends_on", index, "id")


RULE = Rule("dependency-cycle", "graph", "error", check, needs={"initiative": ("depends_on", "agenda")})
