"""A baseline is not as it was adopted, and no decision says so."""

from collections.abc import Iterator, Mapping

from icteregie.analysis.baseline_change import differing, stated
from icteregie.analysis.decisions import has_all_lists, rulings, unjudged_ids
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.arrivals import BaselineChange
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.naming import at_key
from icteregie.rules.rule import Case, Rule


def check(case: Case) -> Iterator[Finding]:
    """Compare each baseline with what main had first, unless a decision names it on that day or later."""
    for initiative in case.portfolio.initiatives.values():
        if initiative.baseline is None:
            continue
        change = case.portfolio.baseline_changes.get(initiative.id)
        if change is not None and not _is_decided(case, initiative, change):
            yield from _changes(case, initiative, change)


def _is_decided(case: Case, initiative: Initiative, change: BaselineChange) -> bool:
    """Whether a decision may cover the change; where a list can't be read or doesn't count, nobody knows."""
    if not case.ask(has_all_lists) or initiative.id in case.ask(unjudged_ids):
        return True
    about = case.ask(rulings).get(initiative.id, ())
    return any(change.on <= each.listed.day <= case.today for each in about)


def _changes(case: Case, initiative: Initiative, change: BaselineChange) -> Iterator[Finding]:
    now: Mapping[str, str] = stated(initiative)
    for key in differing(change.before, now):
        values: dict[str, Value] = {"id": initiative.id, "day": change.on, "key": key}
        if key not in now:
            at, wording = at_key(case.portfolio.at(initiative.id, "baseline")), "removed"
            values["before"] = change.before[key]
        else:
            at, wording = case.portfolio.at(initiative.id, "baseline", key), "added"
            values["now"] = now[key]
            if key in change.before:
                wording, values["before"] = "", change.before[key]
        yield Finding(at, values, wording, initiative.agenda)


RULE = Rule(
    "changed-baseline",
    "progress",
    "warning",
    check,
    needs={
        "decision": ("agenda", "decisions"),
        "initiative": ("agenda", "baseline", "status"),
        "partnership": ("bodies", "domains", "history", "meetings"),
    },
)
