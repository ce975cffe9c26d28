"""``regie graph``: draw what waits for what, what is late and what clashes."""

from typing import Annotated

import typer

from icteregie.analysis.dependency_map import NEEDS
from icteregie.analysis.selection import NEEDS as SELECTED_BY
from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit, note
from icteregie.messages.catalogue import sentence
from icteregie.render.graph import mermaid as graph_mermaid
from icteregie.render.graph.formats import FORMATS, GraphFormat
from icteregie.render.graph.labels import cut_note
from icteregie.reports.basis import Basis
from icteregie.reports.graph import graph_report
from icteregie.workspace.arrivals import remember
from icteregie.workspace.open import judged, language, open_portfolio
from icteregie.workspace.select import changed_in, chosen, readable


def run(
    selectors: Annotated[
        list[str] | None, typer.Argument(help=explain("graph", "selectors"), show_default=False)
    ] = None,
    folder: Folder = HERE,
    year: Annotated[int | None, typer.Option("--year", help=explain("graph", "year"))] = None,
    form: Annotated[
        GraphFormat, typer.Option("--format", help=explain("graph", "format"), show_default=False)
    ] = GraphFormat.mermaid,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", help=explain("graph", "exclude"), show_default=False)
    ] = None,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Draw the map of what was chosen."""
    loaded = open_portfolio(folder)
    remember(loaded, day_of(today), says=False)  # nothing shown here depends on when something arrived
    say = language(loaded)
    portfolio = readable(loaded.portfolio, {*SELECTED_BY, *NEEDS}, say)
    only = chosen(portfolio, selectors, exclude, say, changed_in(loaded.root, day_of(today)))
    day = day_of(today)
    report = graph_report(Basis(portfolio, day), judged(loaded, day), year, only)
    graph = report.graph
    if not graph.nodes:
        note(sentence(say, "commands/graph/nothing"))
    if form is GraphFormat.mermaid and (cut := cut_note(graph_mermaid.fitting(graph, say), graph, say)):
        note(cut)
    emit(FORMATS[form]()(report, say), output)
