"""``regie calendar``: what must happen before which date."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.analysis.decision_calendar import NEEDS, PARTNERSHIP_NEEDS
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.option_values import one_year
from icteregie.cli.streams import notify
from icteregie.cli.tables import print_table
from icteregie.render.tables.calendar import calendar_table
from icteregie.reports.basis import Basis
from icteregie.reports.calendar import calendar_report
from icteregie.workspace.notices import Notice
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.select import readable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which dates are listed: of one agenda, so many days ahead, or all with those that are past."""

    folder: Path = Path()
    named_year: int | None = None
    year: int | None = None
    days: int | None = None
    is_whole: bool = False
    format: str = "table"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """List the dates that are still to come."""
    year = one_year(options.named_year, options.year)
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    known = readable(workspace.portfolio, {"title", *NEEDS}, PARTNERSHIP_NEEDS)
    basis = Basis(known.portfolio, workspace.today)
    report = calendar_report(basis, year, options.days, everything=options.is_whole)
    empty = () if report.entries else (Notice("commands/calendar/empty"),)
    notify(context, language, (*known.notices, *empty))
    print_table(context, calendar_table(report, language), options.format, options.output)
    return CLEAN
