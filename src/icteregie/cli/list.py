"""``regie list``: initiatives as a table."""

from collections.abc import Iterable
from typing import Annotated

import typer

from icteregie.analysis.selection import NEEDS
from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import note
from icteregie.cli.table_form import TableForm, print_table
from icteregie.loading.field_errors import guesses
from icteregie.messages.catalogue import sentence
from icteregie.render.tables.initiatives import table
from icteregie.reports.basis import Basis
from icteregie.reports.list import FIELDS, USUAL, list_report, needed
from icteregie.workspace.arrivals import remember
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import language, open_portfolio
from icteregie.workspace.select import changed_in, chosen, readable


def run(
    selectors: Annotated[
        list[str] | None, typer.Argument(help=explain("list", "selectors"), show_default=False)
    ] = None,
    folder: Folder = HERE,
    form: Annotated[
        TableForm, typer.Option("--format", help=explain("list", "format"), show_default=False)
    ] = TableForm.table,
    columns: Annotated[str, typer.Option("--columns", help=explain("list", "columns"))] = ",".join(USUAL),
    sort: Annotated[str, typer.Option("--sort", help=explain("list", "sort"), show_default=False)] = "id",
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", help=explain("list", "exclude"), show_default=False)
    ] = None,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """List what was chosen."""
    names, by = _named(columns), _named(sort)
    loaded = open_portfolio(folder)
    remember(loaded, day_of(today))
    say = language(loaded)
    portfolio = readable(loaded.portfolio, {*NEEDS, *needed((*names, *map(_bare, by)))}, say)
    ids = chosen(portfolio, selectors, exclude, say, changed_in(loaded.root, day_of(today)))
    if not ids:
        note(sentence(say, "commands/list/empty"))
    report = list_report(Basis(portfolio, day_of(today)), ids, names, by)
    print_table(table(report, say), form, output)


def _bare(name: str) -> str:
    return name.removeprefix("-")


def _named(text: str) -> tuple[str, ...]:
    """Take names of columns apart; an unknown one is refused with the one that was meant."""
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    _refuse_unknown(_bare(name) for name in names)
    return names


def _refuse_unknown(names: Iterable[str]) -> None:
    for name in names:
        if name in FIELDS:
            continue
        if guess := guesses(name, list(FIELDS)):
            raise ProblemError("column-guess", written=name, guess=guess)
        raise ProblemError("column", written=name, known=tuple(FIELDS))
