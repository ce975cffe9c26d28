"""``regie schema``: the file format as JSON Schema, for an editor."""

from enum import StrEnum
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import LangOption, Output
from icteregie.cli.output import emit
from icteregie.render.schema import render


class Kind(StrEnum):
    """The kinds of files that have a schema."""

    initiative = "initiative"
    partnership = "partnership"


def run(
    kind: Annotated[Kind, typer.Argument(help=explain("schema", "kind"), show_default=False)],
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
) -> None:
    """Write the schema of one kind of file."""
    emit(render(kind.value), output)
