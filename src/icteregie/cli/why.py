"""``regie why``: what explains one initiative, with paths and dates."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.streams import emit, notify
from icteregie.render.why.formats import FORMATS, WhyFormat
from icteregie.reports.basis import Basis
from icteregie.reports.why import why_report
from icteregie.workspace.findings import judged
from icteregie.workspace.notices import Notice, skipped
from icteregie.workspace.open import left_out_notices, open_portfolio
from icteregie.workspace.select import require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which initiative is explained, and in which format."""

    name: str
    folder: Path = Path()
    format: str = "text"
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Explain one initiative, also in a portfolio of which some files can't be read."""
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    notify(context, language, left_out_notices(workspace))
    require_known(workspace.portfolio, options.name)
    basis = Basis(workspace.portfolio, workspace.today, here=context.here(workspace.root))
    report = why_report(basis, judged(workspace), options.name)
    text = FORMATS[WhyFormat(options.format)]()(report, language)
    left_out = (
        (Notice("commands/why/unreadable", {"file": report.file}),)
        if report.initiative is None
        else skipped(report.basis.unreadable)
    )
    notify(context, language, (*workspace.arrivals.notices(), *left_out))
    emit(context, text, options.output)
    return CLEAN
