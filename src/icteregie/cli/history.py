"""``regie history``: the life of one initiative on main."""

from dataclasses import dataclass
from pathlib import Path

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.resting import resting
from icteregie.cli.streams import emit, notify
from icteregie.diagnostics.types import Value
from icteregie.render.history.formats import FORMATS, HistoryFormat
from icteregie.reports.basis import Basis
from icteregie.reports.history import history_report
from icteregie.workspace.completeness import completeness, main_versions
from icteregie.workspace.former_ids import current_id, former_ids
from icteregie.workspace.notices import Notice
from icteregie.workspace.select import require_config, require_known
from icteregie.workspace.versions import file_history

_CONFIG_KEYS = frozenset({"*", "bodies", "history", "meetings"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Of which initiative the history is shown, and in which format."""

    name: str
    format: str = "text"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Tell what changed in an initiative, version by version."""
    workspace, language = opened(options, context)
    portfolio, name = workspace.portfolio, current_id(workspace, options.name) or options.name
    require_known(portfolio, name)
    require_config(portfolio, _CONFIG_KEYS)
    complete = completeness(workspace, only=name)
    versions = main_versions(workspace, name)
    former = former_ids(workspace, name)
    history = file_history(workspace.loaded, name, versions.history, former)
    basis, known = Basis(portfolio, workspace.today), resting(workspace, name, former)
    report = history_report(basis, name, complete.completions[name], history, known)
    doubts = workspace.arrivals.notices() if options.format != "json" else ()
    values: dict[str, Value] = {"before": options.name, "after": name}
    renamed = (Notice("commands/history/renamed", values),) if name != options.name else ()
    notify(context, language, (*renamed, *doubts, *complete.notices, *versions.notices))
    text = FORMATS[HistoryFormat(options.format)]()(report, language)
    emit(context, text, options.output)
    return CLEAN
