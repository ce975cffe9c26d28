"""``regie costs``: who pays what, in which year, for what, and by which key."""

from enum import StrEnum
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.table_form import TableForm, print_table
from icteregie.render.tables.costs import TABLES
from icteregie.reports.basis import Basis
from icteregie.reports.costs import costs_report
from icteregie.workspace.arrivals import remember
from icteregie.workspace.open import judged, language, open_portfolio, require_whole
from icteregie.workspace.select import changed_in, chosen


class By(StrEnum):
    """What each row of the table is about, as ``cost_tables.TABLES`` lists it."""

    member = "member"
    year = "year"
    initiative = "initiative"
    key = "key"


def run(
    selectors: Annotated[
        list[str] | None, typer.Argument(help=explain("costs", "selectors"), show_default=False)
    ] = None,
    folder: Folder = HERE,
    by: Annotated[By, typer.Option("--by", help=explain("costs", "by"))] = By.member,
    year: Annotated[
        list[int] | None, typer.Option("--year", help=explain("costs", "year"), show_default=False)
    ] = None,
    form: Annotated[TableForm, typer.Option("--format", help=explain("costs", "format"))] = TableForm.table,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", help=explain("costs", "exclude"), show_default=False)
    ] = None,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Add up and share the cost of what was chosen, as far as it is asked for or committed."""
    loaded = open_portfolio(folder)
    remember(loaded, day_of(today), says=False)  # nothing shown here depends on when something arrived
    require_whole(loaded, judged(loaded, day_of(today)))
    say, portfolio = language(loaded), loaded.portfolio
    ids = chosen(portfolio, selectors, exclude, say, changed_in(loaded.root, day_of(today)))
    report = costs_report(Basis(portfolio, day_of(today)), ids, set(selectors or ()), year)
    print_table(TABLES[by.value](report, say), form, output)
