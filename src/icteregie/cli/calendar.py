"""``regie calendar``: what must happen before which date."""

from typing import Annotated

import typer

from icteregie.analysis.deadlines import FRAME, NEEDS
from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import note
from icteregie.cli.table_form import TableForm, print_table
from icteregie.messages.catalogue import sentence
from icteregie.render.tables.calendar import calendar_table
from icteregie.reports.basis import Basis
from icteregie.reports.calendar import calendar_report
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
    portfolio = readable(loaded.portfolio, {"title", *NEEDS}, say, FRAME)
    report = calendar_report(Basis(portfolio, day), year, days, everything=everything)
    if not report.entries:
        note(sentence(say, "commands/calendar/empty"))
    print_table(calendar_table(report, say), form, output)
