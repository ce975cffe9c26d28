"""The one table of what is shown: of applications what is known of them, of initiatives their amounts."""

from icteregie.portfolio.partnership import Language
from icteregie.render.show import application
from icteregie.render.show.money import share_table
from icteregie.render.tables.table import Table
from icteregie.reports.show import ShowReport


def table(report: ShowReport, language: Language) -> Table:
    """Make the table; a report has one of both, as these have no columns in common."""
    if report.applications:
        return application.table(report, language)
    return share_table(report.basis.portfolio, report.factsheets, language)
