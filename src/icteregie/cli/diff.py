"""``regie diff``: what a change means, not which lines."""

from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit
from icteregie.render.diff.formats import FORMATS, DiffFormat
from icteregie.reports.diff.view import report_of
from icteregie.workspace.compare import sides
from icteregie.workspace.open import language


def run(
    wanted: Annotated[
        str | None,
        typer.Argument(metavar="[BASE..HEAD]", help=explain("diff", "wanted"), show_default=False),
    ] = None,
    folder: Folder = HERE,
    form: Annotated[DiffFormat, typer.Option("--format", help=explain("diff", "format"))] = DiffFormat.text,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Compare two states of the portfolio and tell what differs."""
    day = day_of(today)
    with sides(folder, wanted, day) as both:
        report = report_of(both, day)
        say = language(both.present)
    emit(FORMATS[form]()(report, say), output)
