"""Initiatives are part of each other in a circle, or one of itself, so none of them is the programme."""

from collections.abc import Iterator

from icteregie.analysis.programmes import part_circles
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Report each circle once, at the initiative of it with the smallest id."""
    for circle in case.ask(part_circles):
        first, *others = (case.portfolio.at(name, "part_of") for name in circle)
        yield Finding(
            first,
            {"circle": (*circle, circle[0]), "count": len(circle), "id": circle[0]},
            "itself" if len(circle) == 1 else "",
            case.portfolio.initiatives[circle[0]].agenda,
            tuple(others),
        )


RULE = Rule("part-circle", "graph", "error", check, needs={"initiative": ("part_of", "agenda")})
