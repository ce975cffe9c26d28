"""The parts of a season, each a table that can also be had by itself."""

from collections.abc import Callable

from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.tables import filed_table, lead_table, risk_table, trend_table
from icteregie.render.tables.table import Table
from icteregie.reports.arrivals.view import Season

PARTS: dict[str, Callable[[Portfolio, Season, Language], Table]] = {
    "at-risk": lambda portfolio, season, say: risk_table(portfolio, season.at_risk, say),
    "initiatives": lambda portfolio, season, say: filed_table(portfolio, season.filed, say),
    "lead-times": lambda _, season, say: lead_table(season.lead_times, say),
    "trend": lambda portfolio, season, say: trend_table(portfolio, season.trend, say),
}
"""In the order in which a reader wants them: first who can still be helped."""
