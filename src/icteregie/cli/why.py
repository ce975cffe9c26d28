"""``regie why``: what explains one initiative or one application of a member, with paths and dates."""

from dataclasses import dataclass
from pathlib import Path

from icteregie.analysis.landscape.touches import NEEDS as LANDSCAPE_NEEDS
from icteregie.analysis.unanswered.landscape import NEEDS, PARTNERSHIP_NEEDS
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.resting import resting
from icteregie.cli.streams import emit, notify
from icteregie.portfolio.partnership import Language
from icteregie.render.why.formats import APPLICATION_FORMATS, FORMATS, WhyFormat
from icteregie.reports.basis import Basis
from icteregie.reports.why import why_report
from icteregie.reports.why_application import why_application_report
from icteregie.workspace.findings import judged
from icteregie.workspace.former_ids import former_ids
from icteregie.workspace.notices import Notice, skipped
from icteregie.workspace.open import Workspace, left_out_notices
from icteregie.workspace.select import readable, require_known, unread_landscapes
from icteregie.workspace.select_applications import lines_of, names_application, one_application


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
    if names_application(options.name):
        return _application(options, context, workspace, language)
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


def _application(options: Options, context: Context, workspace: Workspace, language: Language) -> int:
    """Explain one application of a member."""
    every = readable(workspace.portfolio, NEEDS, PARTNERSHIP_NEEDS)
    each = one_application(every.portfolio, options.name)
    basis = Basis(
        every.portfolio.readable(LANDSCAPE_NEEDS), workspace.today, here=context.here(workspace.root)
    )
    file, lines = lines_of(workspace, each)
    report = why_application_report(basis, judged(workspace), each, file, lines)
    text = APPLICATION_FORMATS[WhyFormat(options.format)]()(report, language)
    unread = skipped(unread_landscapes(every.portfolio))
    notify(context, language, (*workspace.arrivals.notices(), *every.notices, *unread))
    emit(context, text, options.output)
    return CLEAN
