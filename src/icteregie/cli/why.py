"""``regie why``: what explains one initiative, with paths and dates."""

from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit, note
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.render.why.formats import FORMATS, WhyFormat
from icteregie.reports.basis import Basis
from icteregie.reports.why import why_report
from icteregie.workspace.arrivals import remember
from icteregie.workspace.open import judged, language, open_portfolio
from icteregie.workspace.select import known, say_left_out


def run(
    name: Annotated[str, typer.Argument(metavar="ID", help=explain("why", "id"), show_default=False)],
    folder: Folder = HERE,
    form: Annotated[
        WhyFormat, typer.Option("--format", help=explain("why", "format"), show_default=False)
    ] = WhyFormat.text,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Explain one initiative, also in a portfolio of which some files can't be read."""
    loaded = open_portfolio(folder)
    say = language(loaded)
    known(loaded.portfolio, name)
    day = day_of(today)
    remember(loaded, day)
    report = why_report(Basis(loaded.portfolio, day), judged(loaded, day), name)
    if report.initiative is None:
        note(terminal(sentence(say, "commands/why/unreadable", file=report.file)))
    else:
        say_left_out(report.basis.unreadable, say)
    emit(FORMATS[form]()(report, say), output)
