"""A condition of a decision had to be met by a day that has passed, and is open."""

from collections.abc import Iterator

from icteregie.analysis.conditions import open_conditions
from icteregie.analysis.standing import statuses
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import DECISION
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare the day of each open condition with today; the day itself is in time.

    What runs while its condition was for the start is reported by running-with-open-condition.
    """
    for each in case.ask(open_conditions):
        by = each.condition.by
        known = [case.portfolio.initiatives[i] for i in each.initiatives if i in case.portfolio.initiatives]
        live = [initiative for initiative in known if not statuses.is_over(initiative)]
        is_for_start = each.condition.kind == "before-start" and any(map(statuses.is_running, live))
        if by is None or by >= case.today or not live or is_for_start:
            continue
        keys = ("decisions", each.index, "conditions", each.position, "by")
        values: dict[str, Value] = {
            "ids": tuple(initiative.id for initiative in live),
            "what": each.condition.what,
            "by": by,
            "owner": each.condition.owner or "",
        }
        at = case.portfolio.at_record(DECISION.name, each.listed.key, *keys)
        agenda = each.listed.content.agenda or live[0].agenda
        yield Finding(at, values, "owner" if each.condition.owner else "", agenda)


RULE = Rule(
    "condition-overdue",
    "decisions",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "status"),
        "partnership": ("bodies", "domains", "meetings"),
    },
)
