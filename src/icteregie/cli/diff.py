"""``regie diff``: what a change means, not which lines."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.streams import emit, notify
from icteregie.render.diff.formats import FORMATS, DiffFormat
from icteregie.reports.diff.view import report_of
from icteregie.workspace.compare import sides
from icteregie.workspace.open import open_portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Between which revisions is compared, and in which format."""

    revisions: str | None = None
    folder: Path = Path()
    format: str = "text"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Compare two states of the portfolio and tell what differs."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    with sides(workspace, options.revisions) as both:
        notify(context, language, both.notices)
        report = report_of(both, workspace.today)
    emit(context, FORMATS[DiffFormat(options.format)]()(report, language), options.output)
    return CLEAN
