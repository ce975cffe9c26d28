"""``regie calendar``: what must happen before which date."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.analysis.deadlines import FRAME, NEEDS, entries, within
from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import notify
from icteregie.cli.tables import TableFormat, print_table
from icteregie.render.tables.calendar import calendar_table
from icteregie.workspace.notices import Notice
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.select import readable


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which dates are listed: of one agenda, so many days ahead, or all with those that are past."""

    folder: Path = Path()
    year: int | None = None
    days: int | None = None
    is_whole: bool = False
    format: TableFormat = "table"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """List the dates that are still to come."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    known = readable(workspace.portfolio, {"title", *NEEDS}, FRAME)
    listed = entries(known.portfolio, options.year)
    shown = listed if options.is_whole else within(listed, workspace.today, options.days)
    notify(context, language, (*known.notices, *(() if shown else (Notice("commands/calendar/empty"),))))
    rows = calendar_table(known.portfolio, shown, workspace.today, language)
    print_table(context, rows, options.format, options.output)
    return CLEAN
