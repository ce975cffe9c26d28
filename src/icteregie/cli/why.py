"""``regie why``: what explains one initiative, with paths and dates."""

from dataclasses import dataclass
from pathlib import Path

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.resting import resting
from icteregie.cli.streams import emit, notify
from icteregie.render.why.formats import FORMATS, WhyFormat
from icteregie.reports.basis import Basis
from icteregie.reports.why import why_report
from icteregie.workspace.findings import judged
from icteregie.workspace.former_ids import former_ids
from icteregie.workspace.notices import Notice, skipped
from icteregie.workspace.open import left_out_notices
from icteregie.workspace.select import require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Which initiative is explained, and in which format."""

    name: str
    format: str = "text"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Explain one initiative, also in a portfolio of which some files can't be read."""
    workspace, language = opened(options, context)
    notify(context, language, left_out_notices(workspace))
    require_known(workspace.portfolio, options.name)
    basis = Basis(workspace.portfolio, workspace.today, here=context.here(workspace.root))
    known = resting(workspace, options.name, former_ids(workspace, options.name))
    report = why_report(basis, judged(workspace), options.name, known)
    text = FORMATS[WhyFormat(options.format)]()(report, language)
    left_out = (
        (Notice("commands/why/unreadable", {"file": report.file}),)
        if report.initiative is None
        else skipped(report.basis.unreadable)
    )
    notify(context, language, (*workspace.arrivals.notices(), *left_out))
    emit(context, text, options.output)
    return CLEAN
