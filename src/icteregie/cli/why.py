"""``regie why``: what explains one initiative, with paths and dates."""

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit, note
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.reports.why import why
from icteregie.workspace.arrivals import remember
from icteregie.workspace.open import judged, language, open_portfolio
from icteregie.workspace.select import known, say_left_out


class Form(StrEnum):
    """The forms in which an explanation can be written."""

    text = "text"
    json = "json"


def run(
    name: Annotated[str, typer.Argument(metavar="ID", help=explain("why", "id"), show_default=False)],
    folder: Folder = HERE,
    form: Annotated[
        Form, typer.Option("--format", help=explain("why", "format"), show_default=False)
    ] = Form.text,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Explain one initiative, also in a portfolio of which some files can't be read."""
    loaded = open_portfolio(folder)
    say = language(loaded)
    known(loaded.portfolio, name)
    day = day_of(today)
    loaded, _ = remember(loaded, day)
    explained = why(loaded.portfolio, judged(loaded, day), name, day)
    if explained.one is None:
        note(terminal(sentence(say, "commands/why/unreadable", file=explained.file)))
    else:
        say_left_out(explained.left_out, say)
    emit(import_module(f"icteregie.render.why.{form.value}").render(explained, say), output)
