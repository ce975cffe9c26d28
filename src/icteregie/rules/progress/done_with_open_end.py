"""An initiative is done, and its file or a decision says that something is still to come."""

from collections.abc import Iterator

from icteregie.analysis.conditions import open_conditions
from icteregie.analysis.facts import NEEDS, amounts, ends, newest
from icteregie.analysis.standing.statuses import is_done, is_over
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.kinds import DECISION
from icteregie.rules.rule import Case, in_parts


def end(case: Case) -> Iterator[Finding]:
    """Compare the end that was stated last with today; a quarter or month that has begun is fine."""
    for initiative in case.portfolio.initiatives.values():
        fact = newest(ends(case.portfolio, initiative)) if is_done(initiative) else None
        if fact is not None and fact.value.first > case.today:
            values: dict[str, Value] = {"id": initiative.id, "end": fact.value.text, "today": case.today}
            at = case.portfolio.at(initiative.id, *fact.keys)
            related = (case.portfolio.at(initiative.id, "status"),)
            yield Finding(at, values, "", initiative.agenda, related)


def conditions(case: Case) -> Iterator[Finding]:
    """Look at what is done for the open conditions of its decisions.

    One that is also for what still runs is followed there: it is reported once, by another rule.
    """
    for each in case.ask(open_conditions):
        known = [case.portfolio.initiatives[i] for i in each.initiatives if i in case.portfolio.initiatives]
        done = [initiative for initiative in known if is_done(initiative)]
        if done and all(map(is_over, known)):
            ids = tuple(initiative.id for initiative in done)
            values: dict[str, Value] = {"ids": ids, "what": each.condition.what, "count": len(ids)}
            keys = ("decisions", each.index, "conditions", each.position, "what")
            at = case.portfolio.at_record(DECISION.name, each.listed.key, *keys)
            related = tuple(case.portfolio.at(name, "status") for name in ids)
            yield Finding(at, values, "condition", done[0].agenda, related)


def spent(case: Case) -> Iterator[Finding]:
    """Look for a report that says what was spent on what is done and was to cost something."""
    for initiative in case.portfolio.initiatives.values():
        if not is_done(initiative) or amounts(case.portfolio, initiative, "spent"):
            continue
        fact = newest(amounts(case.portfolio, initiative, "one_off"))
        if fact is not None and fact.value:
            values: dict[str, Value] = {"id": initiative.id, "amount": fact.value, "today": case.today}
            at = case.portfolio.at(initiative.id, "status")
            related = (case.portfolio.at(initiative.id, *fact.keys),)
            yield Finding(at, values, "spent", initiative.agenda, related)


RULE = in_parts(
    "done-with-open-end",
    "progress",
    "warning",
    (end, {"initiative": ("agenda", "costs", "status", "submitted", *NEEDS["end"])}),
    (
        conditions,
        {
            "decision": ("agenda", "decisions"),
            "initiative": ("agenda", "status"),
            "partnership": ("bodies", "domains", "meetings"),
        },
    ),
    (spent, {"initiative": ("agenda", "period", "status", "submitted", *NEEDS["one_off"])}),
)
