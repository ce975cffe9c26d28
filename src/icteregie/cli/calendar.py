"""``regie calendar``: what must happen before which date."""

from typing import Annotated

import typer

from icteregie.analysis.decision_calendar import NEEDS, PARTNERSHIP_NEEDS, entries, entries_between
from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import note
from icteregie.cli.table_form import TableForm, print_table
from icteregie.messages.catalogue import sentence
from icteregie.render.tables.calendar import calendar_table
from icteregie.workspace.open import language, open_portfolio
from icteregie.workspace.select import readable


def run(
    folder: Folder = HERE,
    year: Annotated[
        int | None, typer.Option("--year", help=explain("calendar", "year"), show_default=False)
    ] = None,
    days: Annotated[
        int | None, typer.Option("--days", min=0, help=explain("calendar", "days"), show_default=False)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=explain("calendar", "all"))] = False,
    form: Annotated[
        TableForm, typer.Option("--format", help=explain("calendar", "format"))
    ] = TableForm.table,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """List the dates that are still to come."""
    day = day_of(today)
    loaded = open_portfolio(folder)
    say = language(loaded)
    portfolio = readable(loaded.portfolio, {"title", *NEEDS}, say, PARTNERSHIP_NEEDS)
    listed = entries(portfolio, year)
    shown = listed if everything else entries_between(listed, day, days)
    if not shown:
        note(sentence(say, "commands/calendar/empty"))
    print_table(calendar_table(portfolio, shown, day, say), form, output)
