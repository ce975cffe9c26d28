"""``regie graph``: draw what waits for what, what is late and what clashes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.analysis.dependency_map import NEEDS
from icteregie.analysis.selection import NEEDS as SELECTED_BY
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.streams import emit, note, notify
from icteregie.render.graph import mermaid as graph_mermaid
from icteregie.render.graph.formats import FORMATS, GraphFormat
from icteregie.render.graph.labels import cut_note
from icteregie.reports.basis import Basis
from icteregie.reports.graph import graph_report
from icteregie.workspace.findings import judged
from icteregie.workspace.notices import Notice
from icteregie.workspace.open import left_out_notices, open_portfolio
from icteregie.workspace.select import readable, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is drawn: of an agenda year, or of a selection; and in which format."""

    selectors: tuple[str, ...] = ()
    folder: Path = Path()
    year: int | None = None
    format: str = "mermaid"
    exclude: tuple[str, ...] = ()
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Draw the map of what was selected."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    notify(context, language, left_out_notices(workspace))
    shown = readable(workspace.portfolio, {*SELECTED_BY, *NEEDS})
    selected = select(shown.portfolio, workspace, options.selectors, options.exclude)
    basis = Basis(shown.portfolio, workspace.today)
    report = graph_report(basis, judged(workspace), options.year, selected.ids)
    graph = report.graph
    empty = () if graph.nodes else (Notice("commands/graph/nothing"),)
    # What is uncertain about arrivals is not said: nothing shown here depends on it.
    notify(context, language, (*shown.notices, *selected.notices, *empty))
    is_mermaid = options.format == GraphFormat.mermaid
    if is_mermaid and (cut := cut_note(graph_mermaid.fitting(graph, language), graph, language)):
        note(context, cut)
    emit(context, FORMATS[GraphFormat(options.format)]()(report, language), options.output)
    return CLEAN
