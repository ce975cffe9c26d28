"""``regie landscape``: where the members' applications differ, and what harmonising would gain and touch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.option_values import choice, value
from icteregie.cli.streams import emit, notify
from icteregie.cli.tables import written
from icteregie.diagnostics.ceilings import LAST_YEAR
from icteregie.portfolio import readers
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.landscape.formats import FORMATS, LandscapeFormat
from icteregie.reports.basis import Basis
from icteregie.reports.landscape.report import NEEDS, LandscapeReport, landscape_report
from icteregie.reports.landscape.scope import MOST_CHANCES, Scope
from icteregie.workspace.notices import Notice, ProblemError, skipped
from icteregie.workspace.select import readable

Part: TypeAlias = Literal[
    "gains",
    "differences",
    "growth",
    "changes",
    "names",
    "pruning",
    "suppliers",
    "contracts",
    "layers",
    "security",
]
_CONFIG_KEYS = ("cost_keys", "default_cost_key", "name", "thresholds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Of what the landscapes are shown, which section, what of it may leave git, and in which format."""

    component: str | None = None
    member: str | None = None
    supplier: str | None = None
    part: Part | None = None
    by: Literal["common-ground"] | None = None
    top: int | None = None
    year: int | None = None
    shown: tuple[Literal["versions", "prices"], ...] = ()
    format: str = "table"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Show the landscapes against each other."""
    part = _part(options)
    workspace, language = opened(options, context)
    known = readable(workspace.portfolio, NEEDS, _CONFIG_KEYS)
    sound = known.portfolio.readable({LANDSCAPE.name: ("as_of", "applications")})
    scope = _scope(options, sound, workspace.today)
    report = landscape_report(Basis(sound, workspace.today), scope)
    form = LandscapeFormat(options.format)
    notices = (*known.notices, *skipped(report.unread), *_empty(report, form), *_not_judged(report, form))
    notify(context, language, notices)
    text = FORMATS[form]()(
        report, part, language, lambda table: written(context, table, "table", options.output)
    )
    emit(context, text, options.output)
    return CLEAN


def _part(options: Options) -> Part | None:
    """Give the section that was asked for, None for all. Raises ProblemError where two are."""
    asked: dict[str, Part] = {}
    if options.part is not None:
        asked[f"--part {options.part}"] = options.part
    if options.top is not None:
        asked["--top"] = "gains"
    if options.by is not None:
        asked[f"--by {options.by}"] = "layers"
    if len(set(asked.values())) > 1:
        raise ProblemError("options-together", options=tuple(asked)[:2])
    return next(iter(asked.values()), None)


def _scope(options: Options, portfolio: Portfolio, today: date) -> Scope:
    """Read what was asked for. Raises ProblemError for a name that the portfolio doesn't have."""
    partnership = portfolio.partnership
    if options.component is not None:
        choice("--component", tuple(partnership.components))(options.component)
    if options.member is not None:
        choice("--member", tuple(partnership.members))(options.member)
    coming = (year for year in partnership.agendas if year > today.year)
    if options.supplier is not None and not options.supplier.strip():
        raise ProblemError("given-empty", option="--supplier")
    year = min(coming, default=min(today.year, LAST_YEAR))
    if options.year is not None:
        year = value("--year", str(options.year), readers.year)
    return Scope(
        component=options.component,
        member=options.member,
        supplier=options.supplier,
        year=year,
        top=options.top or MOST_CHANCES,
        has_versions=_is_shown(options, "versions"),
        has_prices=_is_shown(options, "prices"),
    )


def _is_shown(options: Options, what: Literal["versions", "prices"]) -> bool:
    """Whether versions or prices are shown: always in a table, which who has the files looks at."""
    return options.format == "table" or what in options.shown


def _empty(report: LandscapeReport, form: LandscapeFormat) -> Iterator[Notice]:
    """Say that no member has put down a landscape, or that nothing in them is meant; a document says that."""
    if not report.judged and not report.unread:
        yield Notice("commands/landscape/no-files")
    elif (
        report.judged
        and not report.totals.applications
        and form in (LandscapeFormat.json, LandscapeFormat.csv)
    ):
        yield Notice("commands/landscape/empty")


def _not_judged(report: LandscapeReport, form: LandscapeFormat) -> Iterator[Notice]:
    """Name the members without a landscape beside a format that has no place for it."""
    if form is LandscapeFormat.csv and report.judged and report.without:
        name = report.basis.portfolio.partnership.member_name
        yield Notice("commands/landscape/not-judged", {"members": tuple(map(name, report.without))})
