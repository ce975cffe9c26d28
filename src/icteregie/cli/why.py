"""``regie why``: what explains one initiative, with paths and dates."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Literal

from icteregie.cli.context import Context
from icteregie.cli.exit_code import CLEAN
from icteregie.cli.language import of_output
from icteregie.cli.streams import emit, notify
from icteregie.reports.why import why
from icteregie.workspace.notices import Notice, skipped
from icteregie.workspace.open import judged, open_portfolio
from icteregie.workspace.select import require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which initiative is explained, and in which format."""

    name: str
    folder: Path = Path()
    format: Literal["text", "json"] = "text"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Explain one initiative, also in a portfolio of which some files can't be read."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    require_known(workspace.portfolio, options.name)
    explained = why(workspace.portfolio, judged(workspace), options.name, workspace.today)
    text: str = import_module(f"icteregie.render.why.{options.format}").render(explained, language)
    left_out = (
        (Notice("commands/why/unreadable", {"file": explained.file}),)
        if explained.one is None
        else skipped(explained.left_out)
    )
    notify(context, language, (*workspace.arrivals.notices(), *left_out))
    emit(context, text, options.output)
    return CLEAN
