"""``regie show``: one initiative in full."""

from dataclasses import fields
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.render.show.formats import FORMATS, ShowFormat
from icteregie.reports.basis import Basis
from icteregie.reports.show import show_report
from icteregie.workspace.arrivals import remember
from icteregie.workspace.open import language, open_portfolio
from icteregie.workspace.select import changed_in, chosen, readable

_EVERY_KEY = tuple(field.name for field in fields(Initiative))
_FRAME = tuple(field.name for field in fields(Partnership))


def run(
    selectors: Annotated[list[str], typer.Argument(help=explain("show", "selectors"), show_default=False)],
    folder: Folder = HERE,
    form: Annotated[
        ShowFormat, typer.Option("--format", help=explain("show", "format"), show_default=False)
    ] = ShowFormat.table,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Show everything that the files of the chosen initiatives say."""
    loaded = open_portfolio(folder)
    remember(loaded, day_of(today))
    say = language(loaded)
    portfolio = readable(loaded.portfolio, _EVERY_KEY, say, _FRAME)
    ids = chosen(portfolio, selectors, None, say, changed_in(loaded.root, day_of(today)))
    report = show_report(Basis(portfolio, day_of(today)), ids)
    emit(FORMATS[form]()(report, say), output)
