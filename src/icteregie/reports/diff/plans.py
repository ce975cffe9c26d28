"""What differs between the plans that are kept: what is laid down, and who is on, when and with whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from icteregie.analysis.changes import Change, changes_between
from icteregie.analysis.flatten import FieldPath, FieldValue, field_values
from icteregie.portfolio.plan_file import PlanFile, PlanResult
from icteregie.workspace.sides import Version

_EXPLAINED = ("fingerprint", "bound", "left_out", "clash", "coalitions", "read")
"""What only explains a plan, and changes with every number in it."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What changes in the plan of one year, in the order of its file."""

    year: int
    changes: tuple[Change, ...]


def plans(before: Version, after: Version) -> tuple[PlanChange, ...]:
    """Compare the plans of both sides, by year; years in which nothing changes are left out."""
    return tuple(_compared(before, after))


def _compared(before: Version, after: Version) -> Iterator[PlanChange]:
    old, new = before.portfolio.plans, after.portfolio.plans
    for year in sorted({*old, *new}):
        was, now = old.get(year), new.get(year)
        changes = (
            *changes_between(PlanFile, _laid_down(was), _laid_down(now)),
            *changes_between(PlanResult, _result(was), _result(now)),
        )
        if changes:
            yield PlanChange(year, changes)


def _laid_down(plan: PlanFile | None) -> dict[FieldPath, FieldValue]:
    return {} if plan is None else field_values(plan, ("result",))


def _result(plan: PlanFile | None) -> dict[FieldPath, FieldValue]:
    return {} if plan is None or plan.result is None else field_values(plan.result, _EXPLAINED)
