"""``regie show``: one initiative in full."""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import emit, notify
from icteregie.cli.tables import TableFormat
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.show import json as form_json
from icteregie.render.show import md as form_md
from icteregie.render.show import text as form_text
from icteregie.render.show.factsheet import sheet
from icteregie.render.show.shares import share_table
from icteregie.render.tables import csv as table_csv
from icteregie.workspace.open import open_portfolio
from icteregie.workspace.select import readable, select

_EVERY_KEY = tuple(field.name for field in fields(Initiative))
_EVERY_CONFIG_KEY = tuple(field.name for field in fields(Partnership))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which initiatives are shown, and in which format."""

    selectors: tuple[str, ...]
    folder: Path = Path()
    format: TableFormat = "table"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Show everything that the files of the selected initiatives say."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    whole = readable(workspace.portfolio, _EVERY_KEY, _EVERY_CONFIG_KEY)
    selected = select(whole.portfolio, workspace, options.selectors)
    initiatives = [whole.portfolio.initiatives[name] for name in selected.ids]
    text = _written(whole.portfolio, initiatives, options.format, language)
    notify(context, language, (*whole.notices, *workspace.arrivals.notices(), *selected.notices))
    emit(context, text, options.output)
    return CLEAN


def _written(portfolio: Portfolio, shown: list[Initiative], form: TableFormat, language: Language) -> str:
    if form == "json":
        return form_json.render(portfolio, shown)
    if form == "csv":
        return table_csv.render(share_table(portfolio, shown, language))
    sheets = [sheet(portfolio, one, language) for one in shown]
    return form_md.render(sheets) if form == "md" else form_text.render(sheets)
