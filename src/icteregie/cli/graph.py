"""``regie graph``: draw what waits for what, what is late and what clashes."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Literal

from icteregie.analysis.dependency_map import NEEDS, coherence_map
from icteregie.analysis.selection import NEEDS as SELECTED_BY
from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import emit, note, notify
from icteregie.render.graph import mermaid as graph_mermaid
from icteregie.render.graph.labels import cut_note
from icteregie.workspace.notices import Notice
from icteregie.workspace.open import judged, open_portfolio
from icteregie.workspace.select import readable, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is drawn: of an agenda year, or of a selection; and in which format."""

    selectors: tuple[str, ...] = ()
    folder: Path = Path()
    year: int | None = None
    format: Literal["mermaid", "dot", "json"] = "mermaid"
    exclude: tuple[str, ...] = ()
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Draw the map of what was selected."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    shown = readable(workspace.portfolio, {*SELECTED_BY, *NEEDS})
    selected = select(shown.portfolio, workspace, options.selectors, options.exclude)
    graph = coherence_map(shown.portfolio, judged(workspace), options.year, set(selected.ids))
    empty = () if graph.nodes else (Notice("commands/graph/nothing"),)
    # What is uncertain about arrivals is not said: nothing shown here depends on it.
    notify(context, language, (*shown.notices, *selected.notices, *empty))
    is_mermaid = options.format == "mermaid"
    if is_mermaid and (cut := cut_note(graph_mermaid.fitting(graph, language), graph, language)):
        note(context, cut)
    text: str = import_module(f"icteregie.render.graph.{options.format}").render(graph, language)
    emit(context, text, options.output)
    return CLEAN
