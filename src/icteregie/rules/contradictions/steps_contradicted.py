"""The steps of an initiative lie outside its period, run backwards, or lack the one that was adopted."""

from collections.abc import Iterator

from icteregie.analysis.own_period import NEEDS, OwnPeriod, own_period
from icteregie.analysis.standing.statuses import is_over
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.rules.rule import Case, in_parts


def within_the_period(case: Case) -> Iterator[Finding]:
    """Compare the end of each step with the period, and with the step before it; equal is fine."""
    for initiative in case.portfolio.initiatives.values():
        if is_over(initiative):
            continue
        period = own_period(initiative)
        for index, step in enumerate(initiative.steps):
            values: dict[str, Value] = {"id": initiative.id, "step": step.name, "end": step.end.text}
            wording = _outside(period, initiative, index, values)
            if wording is not None:
                at = case.portfolio.at(initiative.id, "steps", index, "end")
                yield Finding(at, values, wording, initiative.agenda)


def _outside(
    period: OwnPeriod | None, initiative: Initiative, index: int, values: dict[str, Value]
) -> str | None:
    """Choose what to say of a step, and add what it is compared with; None when there is nothing."""
    end = initiative.steps[index].end
    if period is not None and period.is_after(end.last):
        values["limit"] = period.end.text
        return "after"
    if period is not None and period.start is not None and period.is_before(end.last):
        values["limit"] = period.start.text
        return "before"
    last = initiative.steps[index - 1] if index else None
    if last is not None and end.last < last.end.last:
        values |= {"before": last.name, "limit": last.end.text}
        return ""
    return None


def adopted_step(case: Case) -> Iterator[Finding]:
    """Look up the step that was adopted."""
    for initiative in case.portfolio.initiatives.values():
        step = initiative.baseline.step if initiative.baseline else None
        if step is None or is_over(initiative) or step in {each.name for each in initiative.steps}:
            continue
        at = case.portfolio.at(initiative.id, "baseline", "step")
        yield Finding(at, {"id": initiative.id, "step": step}, "unknown", initiative.agenda)


RULE = in_parts(
    "steps-contradicted",
    "contradictions",
    "warning",
    (within_the_period, {"initiative": ("agenda", "status", "steps", *NEEDS)}),
    (adopted_step, {"initiative": ("agenda", "baseline", "status", "steps")}),
)
