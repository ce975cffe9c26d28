"""An initiative runs, and a condition that had to be met before its start is open."""

from collections.abc import Iterator

from icteregie.analysis.conditions import open_conditions
from icteregie.analysis.standing import statuses
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import DECISION
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Look at what runs for every open condition that was for the start."""
    for each in case.ask(open_conditions):
        known = [case.portfolio.initiatives[i] for i in each.initiatives if i in case.portfolio.initiatives]
        running = [initiative for initiative in known if statuses.is_running(initiative)]
        if each.condition.kind != "before-start" or not running:
            continue
        keys = ("decisions", each.index, "conditions", each.position, "what")
        ids = tuple(initiative.id for initiative in running)
        values: dict[str, Value] = {"ids": ids, "what": each.condition.what, "count": len(ids)}
        yield Finding(
            case.portfolio.at_record(DECISION.name, each.listed.key, *keys),
            values,
            "",
            each.listed.content.agenda or running[0].agenda,
            tuple(case.portfolio.at(name, "status") for name in ids),
        )


RULE = Rule(
    "running-with-open-condition",
    "decisions",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "status"),
        "partnership": ("bodies", "domains", "meetings"),
    },
)
