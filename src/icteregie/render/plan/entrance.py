"""What the best plan with an initiative that is left out would lose, in words."""

from icteregie.analysis.plan.problem import value_of
from icteregie.render.plan.words import PlanWords
from icteregie.reports.plan.explained import OffPlan
from icteregie.reports.plan.view import PlanReport


def instead_words(words: PlanWords, report: PlanReport, each: OffPlan) -> str:
    """Say what the best plan with one loses, where somebody asked for it; nothing where it wasn't found."""
    instead = each.entrance.instead if each.is_asked and each.entrance is not None else None
    if instead is None:
        return ""
    percent = words.percent(report.value - value_of(instead), report.value or 1)
    out = tuple(each.column.id for each in report.on if each.column.id not in instead)
    if not out:
        return words("entrance.beside", percent=percent)
    return words("entrance.instead", percent=percent, out=words.titles(out))
