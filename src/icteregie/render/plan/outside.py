"""Why a plan leaves an initiative out, as a sentence."""

from icteregie.analysis.plan.outside import Outside
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.plan.words import PlanWords


def why_out(portfolio: Portfolio, outside: Outside, language: Language) -> str:
    """Say it as a sentence of its own, with a capital."""
    why = PlanWords(portfolio, language).outside(outside)
    return why[:1].upper() + why[1:]
