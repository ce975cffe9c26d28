"""``regie diff``: what a change means, not which lines."""

from dataclasses import dataclass
from pathlib import Path

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.streams import emit, notify
from icteregie.render.diff.formats import FORMATS, DiffFormat
from icteregie.reports.diff.view import report_of
from icteregie.workspace.compare import snapshot_pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Between which revisions is compared, and in which format."""

    revisions: str | None = None
    format: str = "text"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Compare two states of the portfolio and tell what differs."""
    workspace, language = opened(options, context)
    with snapshot_pair(workspace, options.revisions) as both:
        notify(context, language, both.notices)
        report = report_of(both, workspace.today)
    emit(context, FORMATS[DiffFormat(options.format)]()(report, language), options.output)
    return CLEAN
