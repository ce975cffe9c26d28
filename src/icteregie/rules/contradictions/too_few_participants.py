"""The minimum number of participants can't be met, or asks for nobody."""

from collections.abc import Iterator

from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the minimum of every initiative that isn't over with its participants; as many is enough.

    A misspelt participant counts: that it is unknown is reported by itself.
    """
    for initiative in case.portfolio.initiatives.values():
        least = initiative.minimum_participants
        if least is None or is_over(initiative):
            continue
        count = len(initiative.participants or case.portfolio.participants(initiative))
        if 0 < least <= count:
            continue
        yield Finding(
            case.portfolio.at(initiative.id, "minimum_participants"),
            {"id": initiative.id, "count": count, "least": least} if least else {"id": initiative.id},
            "" if least else "nobody",
            initiative.agenda,
            (case.portfolio.at(initiative.id, "participants"),) if least else (),
        )


RULE = Rule(
    "too-few-participants",
    "contradictions",
    "warning",
    check,
    needs={
        "initiative": ("minimum_participants", "participants", "status", "agenda"),
        "partnership": ("members",),
    },
)
