"""An experiment takes more than a year, or runs on after its time box."""

from collections.abc import Iterator
from datetime import date, timedelta

from icteregie.analysis.standing.statuses import is_on_hold, is_over, is_running
from icteregie.diagnostics.types import Finding, Value
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Lag, Moment
from icteregie.rules.rule import Case, Rule

_LONGEST_MONTHS = 12


def check(case: Case) -> Iterator[Finding]:
    """Compare the end of the time box with today, and with the start; a year to the day is fine."""
    for initiative in case.portfolio.initiatives.values():
        experiment = initiative.experiment
        if experiment is None or is_over(initiative):
            continue
        at = case.portfolio.at(initiative.id, "experiment", "time_box")
        end, start = experiment.time_box, _start(initiative)
        values: dict[str, Value] = {"id": initiative.id, "end": end.last}
        if (is_running(initiative) or is_on_hold(initiative)) and case.today > end.last:
            late = {"count": (case.today - end.last).days}
            yield Finding(at, values | late, "past", initiative.agenda)
        elif start is not None and end.last > (limit := _last_day(start)):
            yield Finding(
                at, values | {"start": start.first, "limit": limit.isoformat()}, "", initiative.agenda
            )


def _last_day(start: Moment) -> date:
    return Lag(_LONGEST_MONTHS).after(start.first) - timedelta(days=1)


def _start(initiative: Initiative) -> Moment | None:
    if initiative.baseline is not None and initiative.baseline.start is not None:
        return initiative.baseline.start
    return initiative.period.start if initiative.period is not None else None


RULE = Rule(
    "endless-experiment",
    "evidence",
    "warning",
    check,
    needs={"initiative": ("agenda", "baseline", "experiment", "period", "status")},
)
