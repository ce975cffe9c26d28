"""``regie show``: one initiative in full."""

from dataclasses import dataclass, fields
from pathlib import Path

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.streams import emit, notify
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.render.show.formats import FORMATS, ShowFormat
from icteregie.reports.basis import Basis
from icteregie.reports.show import show_report
from icteregie.workspace.open import left_out_notices
from icteregie.workspace.select import readable, select

_EVERY_KEY = tuple(field.name for field in fields(Initiative))
_EVERY_CONFIG_KEY = tuple(field.name for field in fields(Partnership))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Which initiatives are shown, and in which format."""

    selectors: tuple[str, ...]
    format: str = "table"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Show everything that the files of the selected initiatives say."""
    workspace, language = opened(options, context)
    notify(context, language, left_out_notices(workspace))
    every = readable(workspace.portfolio, _EVERY_KEY, _EVERY_CONFIG_KEY)
    selected = select(every.portfolio, workspace, options.selectors)
    report = show_report(Basis(every.portfolio, workspace.today), selected.ids)
    text = FORMATS[ShowFormat(options.format)]()(report, language)
    notify(context, language, (*every.notices, *workspace.arrivals.notices(), *selected.notices))
    emit(context, text, options.output)
    return CLEAN
