"""A request goes on too long without a step at which one can still decide otherwise."""

from collections.abc import Iterator
from datetime import date, timedelta

from icteregie.analysis.standing.statuses import is_asking
from icteregie.diagnostics.types import Finding, Keys, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Lag
from icteregie.rules.rule import Case, Rule

_MONTHS, _MONTHS_TRANSFORMING = 12, 6


def check(case: Case) -> Iterator[Finding]:
    """Measure the time from start to step, from step to step and from step to end; the limit is fine.

    An experiment has its time box. What transforms and ends in a decision goes on after it by that decision.
    """
    for initiative in case.portfolio.initiatives.values():
        if not is_asking(initiative) or initiative.steering == "experimental":
            continue
        months = _MONTHS_TRANSFORMING if initiative.steering == "transformational" else _MONTHS
        for keys, before, until in _stretches(initiative):
            if until > Lag(months).after(before):
                at = case.portfolio.at(initiative.id, *keys)
                values: dict[str, Value] = {
                    "id": initiative.id,
                    "start": before,
                    "end": until - timedelta(days=1),
                    "months": months,
                    "steering": initiative.steering,
                }
                wording = "" if keys[0] == "period" else "step"
                yield Finding(at, values, wording, initiative.agenda)
                break


def _stretches(initiative: Initiative) -> Iterator[tuple[Keys, date, date]]:
    """Give each time without a step: where its end is written, its first day, and the day after it."""
    period, steps = initiative.period, initiative.steps
    before = period.start.first if period is not None and period.start is not None else None
    for index, step in enumerate(steps):
        after = step.end.last + timedelta(days=1)
        if before is not None:
            yield ("steps", index, "end"), before, after
        before = after
    is_decided_later = bool(steps) and initiative.steering == "transformational" and bool(steps[-1].decide)
    if period is not None and before is not None and not is_decided_later:
        yield ("period", "end"), before, period.last + timedelta(days=1)


RULE = Rule(
    "long-without-steps",
    "evidence",
    "warning",
    check,
    needs={"initiative": ("agenda", "period", "status", "steering", "steps")},
)
