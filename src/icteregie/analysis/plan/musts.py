"""Why an initiative has to be on the agenda by itself, whatever was laid down."""

from icteregie.analysis.obligations import obliging
from icteregie.analysis.plan.columns import asked
from icteregie.analysis.plan.problem import Must
from icteregie.portfolio.initiative import Initiative


def must_by_itself(initiative: Initiative, year: int) -> Must | None:
    """Say why it has to be on: a last day that a start in the next year misses, or else its priority.

    Of several last days that are missed the heaviest kind counts.
    """
    days = asked(initiative, year)
    last = days.after((year + 1) * 4 - days.start).last
    for kind in ("statutory", "contractual"):
        if any(o.deadline is not None and last > o.deadline for o in obliging(initiative, kind)):
            return kind
    return "board" if initiative.priority == "must" else None
