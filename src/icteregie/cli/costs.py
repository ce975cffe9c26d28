"""``regie costs``: who pays what, in which year, for what, and by which key."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.streams import notify
from icteregie.cli.tables import print_table
from icteregie.render.tables.costs import TABLES
from icteregie.reports.basis import Basis
from icteregie.reports.costs import costs_report
from icteregie.workspace.findings import judged, require_whole
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.select import select


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which initiatives and years the cost is added, and what each row is about."""

    selectors: tuple[str, ...] = ()
    folder: Path = Path()
    by: Literal["member", "year", "initiative", "key"] = "member"
    years: tuple[int, ...] = ()
    format: str = "table"
    exclude: tuple[str, ...] = ()
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Add up and share the cost of what was selected, as far as it is asked for or committed."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    portfolio = workspace.portfolio
    require_whole(portfolio, judged(workspace))
    language = of_output(context, portfolio)
    selected = select(portfolio, workspace, options.selectors, options.exclude)
    basis = Basis(portfolio, workspace.today)
    report = costs_report(basis, selected.ids, set(options.selectors), options.years or None)
    # What is uncertain about arrivals is not said: nothing shown here depends on it.
    notify(context, language, selected.notices)
    print_table(context, TABLES[options.by](report, language), options.format, options.output)
    return CLEAN
