"""``regie validate``: check everything, and say what is wrong and where."""

from typing import Annotated

import typer

from icteregie.cli.known_rule import known
from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today
from icteregie.cli.validation import Wishes, validate
from icteregie.render.findings.formats import FindingsFormat


def run(
    folder: Folder = HERE,
    form: Annotated[
        FindingsFormat | None, typer.Option("--format", help=explain("validate", "format"))
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=explain("validate", "strict"))] = False,
    only: Annotated[
        str | None, typer.Option("--rule", help=explain("validate", "rule"), show_default=False)
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REF", help=explain("validate", "since"), show_default=False),
    ] = None,
    config_from: Annotated[
        str | None,
        typer.Option(
            "--config-from", metavar="REF", help=explain("validate", "config-from"), show_default=False
        ),
    ] = None,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Check the portfolio and exit with 1 when it has errors."""
    day = today.date() if today else None
    if only is not None:
        known(only)
    chosen = form.value if form else None
    raise typer.Exit(validate(Wishes(folder, chosen, strict, output, day, only, since, config_from)))
