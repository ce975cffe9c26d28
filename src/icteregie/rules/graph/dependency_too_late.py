"""What an initiative waits for is ready only after the initiative must start."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import (
    Edge,
    earliest_date_of,
    edges,
    is_within,
    required_date_of,
    slack,
    window_slack,
)
from icteregie.analysis.dependencies.schedule import tangles
from icteregie.analysis.facts import FORESEEN_END
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding, Value
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare, for every live dependency, the day it is ready with the day it is wanted.

    Where the window of the dependent leaves enough room to move, the message says so.
    """
    circle = case.ask(tangles)
    for edge in case.ask(edges):
        late = slack(edge)
        if late is None or late >= 0 or is_over(edge.on) or is_over(edge.dependent):
            continue
        if is_within(circle, edge):
            continue
        wording = "within-window" if window_slack(edge) >= -late else ""
        at = case.portfolio.at(edge.dependent.id, "depends_on", edge.index, "id")
        related = (case.portfolio.at(edge.on.id, *edge.counted_keys),)
        yield Finding(at, _values(edge, -late), wording, edge.dependent.agenda, related)


def _values(edge: Edge, late: int) -> dict[str, Value]:
    ready, wanted = earliest_date_of(edge), required_date_of(edge)
    if ready is None or wanted is None:
        return {}
    return {
        "id": edge.dependent.id,
        "on": edge.on.id,
        "ready": ready,
        "wanted": wanted,
        "count": late,
    }


RULE = Rule(
    "dependency-too-late",
    "graph",
    "warning",
    check,
    needs={"initiative": ("depends_on", "window", "status", "agenda", *FORESEEN_END)},
)
