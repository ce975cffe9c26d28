"""What would let in an initiative that is left out, in words."""

from icteregie.analysis.plan.changes import Change
from icteregie.analysis.plan.problem import Plan, value_of
from icteregie.messages import formats
from icteregie.render.plan.words import PlanWords, percentage
from icteregie.reports.plan.explained import OffPlan
from icteregie.reports.plan.view import PlanReport


def entrance_words(words: PlanWords, report: PlanReport, each: OffPlan) -> str:
    """Say what would let one in; where somebody asked for it also what the best plan with it loses.

    Each sentence has a space before it; nothing where that wasn't sought, or not found.
    """
    entrance = each.entrance
    if entrance is None:
        return ""
    if entrance.is_never:
        return f" {words('entrance.never')}"
    return _change(words, entrance.change) + (
        _instead(words, report, entrance.instead) if each.is_asked else ""
    )


def _change(words: PlanWords, change: Change | None) -> str:
    capacity = {} if change is None else change.capacity
    if not capacity:
        return ""
    parts = tuple(
        words("entrance.part", amount=words.amount(limit, amount), limit=words.limit(limit))
        for limit, amount in sorted(capacity.items())
    )
    return f" {words('entrance.change', parts=parts)}"


def _instead(words: PlanWords, report: PlanReport, instead: Plan | None) -> str:
    if instead is None:
        return ""
    lost = percentage(report.value - value_of(instead), report.value or 1)
    percent = formats.decimal(lost, words.language)
    out = tuple(each.column.id for each in report.on if each.column.id not in instead)
    if not out:
        return f" {words('entrance.beside', percent=percent)}"
    return f" {words('entrance.instead', percent=percent, out=words.titles(out))}"
