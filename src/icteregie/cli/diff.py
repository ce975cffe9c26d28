"""``regie diff``: what a change means, not which lines."""

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit
from icteregie.render.diff.builder import Told
from icteregie.workspace.compare import sides, view_of
from icteregie.workspace.open import language


class Form(StrEnum):
    """The forms in which a comparison can be written."""

    text = "text"
    json = "json"
    md = "md"


def run(
    wanted: Annotated[
        str | None,
        typer.Argument(metavar="[BASE..HEAD]", help=explain("diff", "wanted"), show_default=False),
    ] = None,
    folder: Folder = HERE,
    form: Annotated[Form, typer.Option("--format", help=explain("diff", "format"))] = Form.text,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Compare two states of the portfolio and tell what differs."""
    day = day_of(today)
    with sides(folder, wanted, day) as both:
        view = view_of(both, day)
        say = language(both.present)
    base, head = (point.name for point in (both.base, both.head))
    told = Told(view, say, base, both.base.commit, head, both.head.commit)
    emit(import_module(f"icteregie.render.diff.{form.value}").render(told), output)
