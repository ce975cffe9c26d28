"""When an initiative of a plan may start, reckoned again: its window, the years, its pin and its last day."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from icteregie.analysis.plan.columns import Asked, asked
from icteregie.analysis.plan.constraints import Pin
from icteregie.analysis.plan.quarters import quarters_of
from icteregie.portfolio.initiative import Initiative

StartFault: TypeAlias = Literal["cannot-move", "outside-window", "outside-horizon", "not-before"]


def start_faults(
    initiative: Initiative, days: Asked, year: int, years: range, pin: Pin
) -> Iterator[StartFault]:
    """Check the days on which one runs against its window, the years that are planned, and its pin."""
    begins = days.last if days.is_milestone else days.first
    if initiative.window is None or initiative.period is None:
        if days.start != asked(initiative, year).start:
            yield "cannot-move"
    else:
        if begins < initiative.window.earliest.first or days.last > initiative.window.latest.last:
            yield "outside-window"
        if begins.year not in years:
            yield "outside-horizon"
    if pin.not_before is not None and days.start < pin.not_before:
        yield "not-before"


def every_start(initiative: Initiative, year: int, years: range, pin: Pin) -> Iterator[Asked]:
    """List the days on which one may run, whatever else does."""
    plain = asked(initiative, year)
    quarters = {plain.start, *(quarter for each in years for quarter in quarters_of(each))}
    for quarter in sorted(quarters):
        days = plain.after(quarter - plain.start)
        if not any(start_faults(initiative, days, year, years, pin)):
            yield days


def is_late(initiative: Initiative, days: Asked, starts: Iterable[Asked]) -> bool:
    """Whether it ends after a last day by law or contract; where no start makes that, after the earliest."""
    binding = [o.deadline for o in initiative.obligation if o.deadline and o.kind != "choice"]
    if not binding or days.last <= min(binding):
        return False
    ends = [each.last for each in starts]
    return any(end <= min(binding) for end in ends) or days.last > min(ends, default=days.last)
