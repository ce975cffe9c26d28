"""``regie costs``: who pays what, in which year, for what, and by which key."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from icteregie.analysis.contributions import counts
from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import notify
from icteregie.cli.tables import TableFormat, print_table
from icteregie.render.tables.costs import TABLES
from icteregie.workspace.open import judged, open_portfolio, require_whole
from icteregie.workspace.select import select


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which initiatives and years the cost is added, and what each row is about."""

    selectors: tuple[str, ...] = ()
    folder: Path = Path()
    by: Literal["member", "year", "initiative", "key"] = "member"
    years: tuple[int, ...] = ()
    format: TableFormat = "table"
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
    initiatives = [portfolio.initiatives[name] for name in selected.ids]
    # What is neither asked for nor committed counts only when it is named itself.
    named = set(options.selectors)
    initiatives = [i for i in initiatives if i.id in named or counts(i)]
    # What is uncertain about arrivals is not said: nothing shown here depends on it.
    notify(context, language, selected.notices)
    rows = TABLES[options.by](portfolio, initiatives, options.years or None, language)
    print_table(context, rows, options.format, options.output)
    return CLEAN
