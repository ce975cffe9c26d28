"""``regie show``: one initiative in full."""

from dataclasses import fields
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit
from icteregie.cli.table_form import TableForm
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.show import json as form_json
from icteregie.render.show import md as form_md
from icteregie.render.show import text as form_text
from icteregie.render.show.factsheet import sheet
from icteregie.render.show.shares import share_table
from icteregie.render.tables import csv as table_csv
from icteregie.workspace.arrivals import remember
from icteregie.workspace.open import language, open_portfolio
from icteregie.workspace.select import changed_in, chosen, readable

_EVERY_KEY = tuple(field.name for field in fields(Initiative))
_FRAME = tuple(field.name for field in fields(Partnership))


def run(
    selectors: Annotated[list[str], typer.Argument(help=explain("show", "selectors"), show_default=False)],
    folder: Folder = HERE,
    form: Annotated[
        TableForm, typer.Option("--format", help=explain("show", "format"), show_default=False)
    ] = TableForm.table,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Show everything that the files of the chosen initiatives say."""
    loaded = open_portfolio(folder)
    loaded, _ = remember(loaded, day_of(today))
    say = language(loaded)
    portfolio = readable(loaded.portfolio, _EVERY_KEY, say, _FRAME)
    ids = chosen(portfolio, selectors, None, say, changed_in(loaded.root, day_of(today)))
    shown = [portfolio.initiatives[name] for name in ids]
    emit(_written(portfolio, shown, form, say), output)


def _written(portfolio: Portfolio, shown: list[Initiative], form: TableForm, say: Language) -> str:
    if form is TableForm.json:
        return form_json.render(portfolio, shown)
    if form is TableForm.csv:
        return table_csv.render(share_table(portfolio, shown, say))
    sheets = [sheet(portfolio, one, say) for one in shown]
    return form_md.render(sheets) if form is TableForm.md else form_text.render(sheets)
