"""``regie ambitions``: what members want, what carries it, and what is missing both ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from icteregie.analysis.ambitions.bridges import NEEDS
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.option_values import choice
from icteregie.cli.streams import emit, notify
from icteregie.portfolio.kinds import AMBITION
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.ambitions.formats import FORMATS, AmbitionsFormat
from icteregie.reports.ambitions import AmbitionsReport, ambitions_report
from icteregie.reports.basis import Basis
from icteregie.workspace.notices import Notice, skipped
from icteregie.workspace.select import readable, require_config


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Whose ambitions, in which domain and for which agenda, and in which format."""

    member: str | None = None
    domain: str | None = None
    year: int | None = None
    format: str = "table"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Show the ambitions and the initiatives beside them."""
    workspace, language = opened(options, context)
    partnership = workspace.portfolio.partnership
    require_config(workspace.portfolio, {"*", "agendas", "domains", "members"})
    if options.member is not None:
        choice("--member", tuple(partnership.members))(options.member)
    if options.domain is not None:
        choice("--domain", tuple(partnership.domains))(options.domain)
    known = readable(workspace.portfolio, NEEDS)
    sound = known.portfolio.readable({AMBITION.name: ("as_of", "ambitions")})
    basis = Basis(sound, workspace.today)
    report = ambitions_report(basis, options.year, options.member, options.domain)
    notify(
        context,
        language,
        (*known.notices, *_left_out(sound), *_empty(report, sound)),
    )
    emit(context, FORMATS[AmbitionsFormat(options.format)]()(report, language), options.output)
    return CLEAN


def _left_out(sound: Portfolio) -> tuple[Notice, ...]:
    """Name the files with ambitions that can't be read."""
    paths = sound.paths[AMBITION.name]
    return skipped(path for key, path in paths.items() if key not in sound.ambition_lists)


def _empty(report: AmbitionsReport, sound: Portfolio) -> Iterator[Notice]:
    """Say that no member has put down an ambition, or that none is meant."""
    if not sound.paths[AMBITION.name]:
        yield Notice("commands/ambitions/no-files")
    elif not report.ambitions:
        yield Notice("commands/ambitions/empty")
