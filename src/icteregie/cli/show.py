"""``regie show``: one initiative in full, or one application of a member."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.streams import emit, notify
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Partnership
from icteregie.render.show.formats import FORMATS, ShowFormat
from icteregie.reports.basis import Basis
from icteregie.reports.show import show_report
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import left_out_notices
from icteregie.workspace.select import Selected, readable, select
from icteregie.workspace.select_applications import selected_applications

_EVERY_KEY = tuple(field.name for field in fields(Initiative))
_EVERY_CONFIG_KEY = tuple(field.name for field in fields(Partnership))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Which initiatives and applications are shown, what of these may leave git, and in which format."""

    selectors: tuple[str, ...]
    shown: tuple[Literal["versions", "prices"], ...] = ()
    format: str = "table"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Show everything that the files of the selected initiatives say."""
    workspace, language = opened(options, context)
    notify(context, language, left_out_notices(workspace))
    every = readable(workspace.portfolio, _EVERY_KEY, _EVERY_CONFIG_KEY)
    applications = selected_applications(every.portfolio, options.selectors)
    rest = [text for text in options.selectors if text not in applications.selectors]
    if applications.ids and rest and options.format == "csv":
        raise ProblemError("show-csv-of-both")
    selected = select(every.portfolio, workspace, rest) if rest else Selected(())
    basis = Basis(every.portfolio, workspace.today)
    report = show_report(basis, selected.ids, applications.ids, _kept_back(options))
    text = FORMATS[ShowFormat(options.format)]()(report, language)
    notices = (*workspace.arrivals.notices(), *selected.notices, *applications.notices)
    notify(context, language, (*every.notices, *notices))
    emit(context, text, options.output)
    return CLEAN


def _kept_back(options: Options) -> frozenset[str]:
    """Name what stays in git: nothing on a screen, and elsewhere what was not asked for."""
    return frozenset() if options.format == "table" else frozenset({"versions", "prices"} - {*options.shown})
