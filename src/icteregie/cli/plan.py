"""``regie plan``: the best agenda that fits, proved and explained."""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.constraints import Constraints, Pin
from icteregie.analysis.plan.floors import weight_in_key
from icteregie.analysis.plan.quarters import quarter_of
from icteregie.cli.context import CLEAN, FINDINGS, Context
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.option_values import choice, one_year, value
from icteregie.cli.streams import emit, notify
from icteregie.portfolio import period
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.plan.formats import FORMATS, PlanFormat
from icteregie.reports.basis import Basis
from icteregie.reports.plan.view import PlanReport, plan_report
from icteregie.workspace.findings import judged, require_loaded, require_whole
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.solving import has_solver, solver

SECONDS = 60
"""What all the questions of one plan may take together, where nobody said otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Of which agenda, what is laid down or different, how long it may take, and in which format."""

    year: int | None = None
    is_greedy: bool = False
    seconds: int | None = None
    budget: str | None = None
    team: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    floor: int | None = None
    format: str = "table"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Make the plan of an agenda, and explain it."""
    workspace, language = opened(options, context)
    require_loaded(workspace)
    require_whole(workspace.portfolio, judged(workspace))
    portfolio = replace(
        workspace.portfolio, day=workspace.today, absent=_absent(options, workspace.portfolio)
    )
    year = _year(options, portfolio)
    constraints = _constraints(options, portfolio)
    _require_solver(options)
    seconds = options.seconds or SECONDS
    with nullcontext() if options.is_greedy else solver(seconds) as solve:
        report = plan_report(Basis(portfolio, workspace.today), year, constraints, solve)
    notify(context, language, _notices(report))
    emit(context, FORMATS[PlanFormat(options.format)]()(report, language), options.output)
    return FINDINGS if report.outcome == "impossible" else CLEAN


def _require_solver(options: Options) -> None:
    """Refuse what only a solver finds, where there is none or it isn't asked."""
    if options.is_greedy and options.floor is not None:
        raise ProblemError("options-together", options=("--floor", "--greedy"))
    if not options.is_greedy and not has_solver():
        raise ProblemError("plan-library")


def _year(options: Options, portfolio: Portfolio) -> int:
    """Take the year that was asked for, or else the first for whose agenda something asks for a place.

    Raises ProblemError where no agenda has dates, or that of the year has none.
    """
    known = sorted(portfolio.partnership.agendas)
    if not known:
        raise ProblemError("no-agenda")
    year = one_year(None, options.year)
    if year is not None and year not in known:
        raise ProblemError("unknown-year", year=year, known=tuple(map(str, known)))
    return next((each for each in known if candidates(portfolio, each)), known[-1]) if year is None else year


def _absent(options: Options, portfolio: Portfolio) -> frozenset[str]:
    for member in options.without:
        choice("--without", tuple(portfolio.partnership.members))(member)
    return frozenset(options.without)


def _constraints(options: Options, portfolio: Portfolio) -> Constraints:
    teams = dict(_pair("--team", each) for each in options.team)
    for team in teams:
        choice("--team", tuple(portfolio.partnership.teams))(team)
    pins = dict(_pair("--pin", each) for each in options.pin)
    for name in pins:
        if name not in portfolio.initiatives:
            raise ProblemError("plan-unknown", id=name)
    return Constraints(
        pins={name: _pin(text) for name, text in pins.items()},
        budget=_percent(options.budget),
        teams={team: _hours(text) for team, text in teams.items()},
        floor=_floor(options.floor, portfolio),
    )


def _floor(percent: int | None, portfolio: Portfolio) -> int:
    """Take the floor that was asked for; ProblemError above 100, and where no key says what a share is."""
    if percent is None:
        return 0
    if percent > 100:
        raise ProblemError("plan-floor", value=percent)
    if not weight_in_key(portfolio, tuple(portfolio.partnership.members)):
        raise ProblemError("plan-floor-key")
    return percent


def _pair(name: str, text: str) -> tuple[str, str]:
    first, sign, second = text.partition("=")
    if not sign or not first or not second:
        raise ProblemError("plan-pair", option=name, value=text)
    return first, second


def _percent(text: str | None) -> Decimal:
    """Read a budget that is so many percent larger or smaller: +10% or -5%."""
    if text is None:
        return Decimal(0)
    try:
        percent = Decimal(text.removesuffix("%"))
    except InvalidOperation:
        percent = Decimal("NaN")
    if not text.endswith("%") or not percent.is_finite() or not Decimal(-100) <= percent <= Decimal(1000):
        raise ProblemError("plan-budget", value=text)
    return percent


def _hours(text: str) -> int:
    digits = text.lstrip("+-")
    if not digits.isdecimal() or not digits.isascii() or len(digits) > len("1000000"):
        raise ProblemError("plan-hours", value=text)
    return -int(digits) if text.startswith("-") else int(digits)


def _pin(text: str) -> Pin:
    """Read a pin: in, out, or a quarter before which it doesn't start."""
    if text in ("in", "out"):
        return Pin(is_in=text == "in")
    quarter: period.Moment = value("--pin", text, period.moment)
    return Pin(not_before=quarter_of(quarter.first))


def _notices(report: PlanReport) -> Iterable[Notice]:
    gaps: Mapping[str, tuple[str, ...]] = {
        "urgency": report.gaps.urgency,
        "marks": report.gaps.marks,
        "hours": report.gaps.hours,
        "periods": report.gaps.periods,
    }
    for name, ids in gaps.items():
        if ids:
            yield Notice(f"commands/plan/notice.{name}", {"count": len(ids), "ids": ids})
