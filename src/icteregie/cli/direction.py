"""``regie direction``: who directs each domain, what is unclear about that, and who decides what."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from icteregie.analysis.agenda_state import latest_agenda
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.option_values import one_year
from icteregie.cli.streams import emit, notify
from icteregie.cli.tables import written
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.direction.formats import FORMATS, DirectionFormat
from icteregie.reports.basis import Basis
from icteregie.reports.direction import NEEDS, direction_report
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.select import readable

_CONFIG_KEYS = ("agendas", "bodies", "domains", "meetings", "members", "name", "parties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Of which agenda is shown who decides, and how; ``part`` asks for one table."""

    named_year: int | None = None
    year: int | None = None
    part: Literal["matrix", "unclear", "expertise", "decides"] | None = None
    format: str = "table"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Show the direction of all domains, and who decides the initiatives of one agenda."""
    wanted = one_year(options.named_year, options.year)
    workspace, language = opened(options, context)
    known = readable(workspace.portfolio, NEEDS, _CONFIG_KEYS)
    report = direction_report(Basis(known.portfolio, workspace.today), _year(known.portfolio, wanted))
    empty = () if report.domains else (Notice("commands/direction/empty"),)
    notify(context, language, (*known.notices, *empty))
    form = DirectionFormat(options.format)
    if options.part is not None:
        from icteregie.render.direction.tables import TABLES, for_people  # noqa: PLC0415 - only who asks pays

        table = TABLES[options.part](report, language)
        if form in (DirectionFormat.table, DirectionFormat.md):
            table = for_people(options.part, table)
        text = written(context, table, form, options.output)
    else:
        text = FORMATS[form]()(report, language, lambda t: written(context, t, "table", options.output))
    emit(context, text, options.output)
    return CLEAN


def _year(portfolio: Portfolio, wanted: int | None) -> int | None:
    """Give the agenda that was asked for, or else the latest; None without agendas. Raises ProblemError."""
    if wanted is None:
        return latest_agenda(portfolio)
    years = sorted(portfolio.partnership.agendas)
    if wanted not in years:
        raise ProblemError("unknown-year", year=wanted, known=tuple(map(str, years)))
    return wanted
