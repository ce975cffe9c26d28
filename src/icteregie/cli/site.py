"""``regie site``: the portfolio as a page to look at, to share and to keep."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.option_values import one_year
from icteregie.cli.streams import emit, notify
from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.ambition import AmbitionList
from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import AMBITION, DECISION
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.schema_walk import keys
from icteregie.reports.arrivals.submissions import Seasons
from icteregie.reports.basis import Basis
from icteregie.reports.site.view import Source, site_report
from icteregie.workspace.completeness import completeness
from icteregie.workspace.findings import judged
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace, left_out_notices
from icteregie.workspace.select import readable

_EVERY_KEY = tuple(field.name for field in fields(Initiative))
_EVERY_CONFIG_KEY = tuple(field.name for field in fields(Partnership))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Of which agenda, where the page is written, how it looks, and what it leaves out."""

    named_year: int | None = None
    year: int | None = None
    output: Path | None = None
    theme: Path | None = None
    has_dossiers: bool = False
    is_public: bool = False


def run(options: Options, context: Context) -> int:
    """Write the page: to a file in one language, or into a folder in both."""
    wanted = one_year(options.named_year, options.year)
    workspace, language = opened(options, context)
    source = _source(workspace)
    year = _year(source.basis.portfolio, wanted)
    report = site_report(source, year, is_public=options.is_public)
    # Drawing takes the template engine, which nothing else needs.
    from icteregie.render.site.page import page  # noqa: PLC0415

    notify(context, language, (*left_out_notices(workspace), *workspace.arrivals.notices()))
    for path, own, other in _files(options.output, language):
        emit(context, page(report, own, other), path)
    if options.output is not None:
        notify(context, language, (Notice("commands/site/readers"),))
    return CLEAN


def _source(workspace: Workspace) -> Source:
    known = readable(workspace.portfolio, _EVERY_KEY, _EVERY_CONFIG_KEY)
    readable_portfolio = known.portfolio.readable(
        {DECISION.name: tuple(keys(DecisionList)), AMBITION.name: tuple(keys(AmbitionList))}
    )
    findings = tuple(judged(workspace))
    complete = completeness(workspace)
    seasons = Seasons(workspace.today, complete.completions, complete.timelines)
    return Source(Basis(readable_portfolio, workspace.today, unreadable=known.left_out), findings, seasons)


def _year(portfolio: Portfolio, wanted: int | None) -> int | None:
    """Give the agenda that was asked for, or else the last; None where there is none. Raises ProblemError."""
    years = sorted(portfolio.partnership.agendas)
    if wanted is None:
        return years[-1] if years else None
    if wanted not in years:
        raise ProblemError("unknown-year", year=wanted, known=tuple(map(str, years)))
    return wanted


def _files(output: Path | None, language: Language) -> Iterator[tuple[Path | None, Language, str]]:
    """Give each file with its language and the name of the one in the other language, "" without one."""
    if output is None or output.suffix.casefold() in (".html", ".htm"):
        yield output, language, ""
        return
    other = next(each for each in LANGUAGES if each != language)
    yield output / "index.html", language, f"{other}.html"
    yield output / f"{other}.html", other, "index.html"
