"""What the best plan with an initiative that is left out would lose, in words."""

from icteregie.analysis.plan.problem import value_of
from icteregie.render.plan.words import PlanWords
from icteregie.reports.plan.explained import OffPlan
from icteregie.reports.plan.view import PlanReport


def instead_words(words: PlanWords, report: PlanReport, each: OffPlan) -> str:
    """Say what the best plan with one loses, where somebody asked for it; nothing where it wasn't found.

    Where it isn't proved that no plan with it is better, that is at most so much.
    """
    entrance = each.entrance if each.is_asked else None
    if entrance is None or entrance.instead is None:
        return ""
    instead, at_most = entrance.instead, "" if entrance.is_best else "-at-most"
    percent = words.percent(report.value - value_of(instead), report.value or 1)
    out = tuple(each.column.id for each in report.on if each.column.id not in instead)
    if not out:
        return words(f"entrance.beside{at_most}", percent=percent)
    return words(f"entrance.instead{at_most}", percent=percent, out=words.titles(out))
