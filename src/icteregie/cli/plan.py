"""``regie plan``: the best agenda that fits, proved and explained; kept in a file, and checked again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from icteregie.analysis.plan.best import Solve
from icteregie.analysis.plan.candidates import candidates
from icteregie.analysis.plan.continuity import Keep
from icteregie.analysis.plan.laid_down import also_laid_down, laid_down
from icteregie.cli import plan_options
from icteregie.cli.context import CLEAN, FINDINGS, INTERRUPTED, Context, of_output
from icteregie.cli.edits import made
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.plan_apply import applied
from icteregie.cli.plan_check import checked, earlier, show
from icteregie.cli.plan_compare import comparison
from icteregie.cli.plan_compare import show as show_comparison
from icteregie.cli.plan_scenario import scenario
from icteregie.cli.progress import Progress
from icteregie.cli.streams import emit, note, notify
from icteregie.diagnostics.ceilings import MOST_CANDIDATES
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.plan.formats import FORMATS, PlanFormat
from icteregie.reports.basis import Basis
from icteregie.reports.plan.result import plan_result
from icteregie.reports.plan.view import Besides, PlanReport, plan_report
from icteregie.workspace.findings import judged, require_loaded, require_whole
from icteregie.workspace.interruption import interruptible
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import Workspace
from icteregie.workspace.planned import with_result
from icteregie.workspace.scenario import with_scenario
from icteregie.workspace.solving import has_solver, solver

SECONDS = 60
"""What all the questions of one plan may take together, where nobody said otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """Of which agenda, what is laid down or different, how long it may take, and in which format.

    ``task`` is what is done with the plan that is kept, instead of making one.
    """

    task: Literal["check", "apply", "compare"] | None = None
    files: tuple[Path, ...] = ()
    year: int | None = None
    is_greedy: bool = False
    seconds: int | None = None
    budget: str | None = None
    team: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    scenario: Path | None = None
    floor: int | None = None
    is_close: bool = False
    is_write: bool = False
    is_diff: bool = False
    explain: tuple[str, ...] = ()
    format: str = "table"
    output: Path | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the plan is put in its file, or shown as it would be."""
        return self.is_write or self.is_diff


def run(options: Options, context: Context) -> int:
    """Make the plan of an agenda, and explain it; or check the one that is kept, compare, or carry it out."""
    workspace, language = opened(options, context)
    require_loaded(workspace)
    require_whole(workspace.portfolio, judged(workspace))
    portfolio = replace(
        workspace.portfolio, day=workspace.today, absent=plan_options.absent(options, workspace.portfolio)
    )
    basis = Basis(portfolio, workspace.today)
    if options.task == "compare":
        compared = comparison(workspace, basis, options.files, options.year)
        return show_comparison(context, compared, language, options.format, options.output)
    if options.files:
        raise ProblemError("plan-compare-only", file=options.files[0].as_posix())
    if options.task == "check":
        _refuse_beside_check(options)
        year = plan_options.kept_year(options.year, portfolio)
        kept = checked(workspace, basis, year, plan_options.plan_file(portfolio, year))
        return show(context, kept, language, options.format, options.output)
    year = plan_options.year_of(options.year, portfolio)
    if options.task == "apply":
        return applied(context, workspace, year, language, is_diff=options.is_diff)
    return _planned(options, context, workspace, basis, year)


def _planned(options: Options, context: Context, workspace: Workspace, basis: Basis, year: int) -> int:
    """Make the plan, and print it or put it in its file."""
    language, portfolio = of_output(context, workspace.portfolio), basis.portfolio
    _refuse_what_if(options)
    _require_candidates(portfolio, year, options.explain)
    file = plan_options.plan_file(portfolio, year)
    asked = scenario(context, workspace, options.scenario, language)
    of_files = also_laid_down(laid_down(file), asked)
    constraints = plan_options.constraints(options, portfolio, of_files)
    notify(context, language, plan_options.pin_notices(options, portfolio, year, of_files))
    keep = Keep(earlier(basis, year, file)) if options.is_close else None
    besides = Besides(keep, options.explain, _what_if(options))
    supposed = Basis(with_scenario(portfolio, asked), basis.day)
    report = _report(
        options,
        lambda solve: plan_report(supposed, year, constraints, solve, besides),
        Progress(context, language),
    )
    notify(context, language, _notices(report, options.explain))
    if options.is_kept and not report.is_interrupted and report.outcome != "impossible" and not report.wrong:
        changes = with_result(workspace, report.year, plan_result(report, constraints))
        return made(context, workspace, changes, language, is_diff=options.is_diff)
    emit(context, FORMATS[PlanFormat(options.format)]()(report, language), options.output)
    if options.is_kept:
        note(context, sentence(language, "commands/plan/not-written"))
    if report.is_interrupted:
        return INTERRUPTED
    return FINDINGS if options.is_kept or report.outcome == "impossible" else CLEAN


def _report(options: Options, make: Callable[[Solve | None], PlanReport], progress: Progress) -> PlanReport:
    """Make the plan. Raises ProblemError where that takes a solver and there is none, or none is asked."""
    best_only = {"--floor": options.floor is not None, "--keep": options.is_close}
    for name in (name for name, is_asked in best_only.items() if is_asked and options.is_greedy):
        raise ProblemError("options-together", options=(name, "--greedy"))
    if options.is_greedy:
        return make(None)
    if not has_solver():
        raise ProblemError("plan-library")
    with (
        interruptible() as interruption,
        progress.shown() as watch,
        solver(options.seconds or SECONDS, interruption, watch) as solve,
    ):
        report = make(solve)
    return replace(report, is_interrupted=interruption.is_asked)


def _require_candidates(portfolio: Portfolio, year: int, explain: Iterable[str]) -> None:
    """Raise ProblemError for more to choose from than can be, or for what isn't among it."""
    known = {initiative.id for initiative in candidates(portfolio, year)}
    if len(known) > MOST_CANDIDATES:
        raise ProblemError("plan-too-many", count=len(known), year=year, most=MOST_CANDIDATES)
    for name in explain:
        if name not in known:
            raise ProblemError("plan-not-a-candidate", option="--explain", id=name, year=year)


def _refuse_beside_check(options: Options) -> None:
    """Raise ProblemError for what asks for another plan than the one that is kept."""
    asked = {
        "--budget": options.budget,
        "--team": options.team,
        "--without": options.without,
        "--pin": options.pin,
        "--greedy": options.is_greedy,
        "--write": options.is_write,
    }
    if named := next((name for name, value in asked.items() if value), ""):
        raise ProblemError("options-together", options=("check", named))


def _what_if(options: Options) -> tuple[str, ...]:
    """List what is otherwise than in the files, as it was typed."""
    asked = {
        "--budget": (options.budget,),
        "--team": options.team,
        "--without": options.without,
        "--pin": options.pin,
        "--scenario": (options.scenario,),
    }
    every = (f"{name} {value}" for name, values in asked.items() for value in values if value)
    return tuple(dict.fromkeys(every))


def _refuse_what_if(options: Options) -> None:
    """Raise ProblemError where a plan of something that isn't in the files would be kept."""
    if options.is_kept and options.floor:
        raise ProblemError("plan-write-floor")
    for named in _what_if(options):
        if options.is_kept:
            raise ProblemError("plan-write-what-if", option=named.split()[0])


def _notices(report: PlanReport, explain: Iterable[str]) -> Iterable[Notice]:
    """Say what the value doesn't rest on, and what there is nothing to explain of."""
    gaps: Mapping[str, tuple[str, ...]] = {
        "urgency": report.gaps.urgency,
        "marks": report.gaps.marks,
        "hours": report.gaps.hours,
        "periods": report.gaps.periods,
        "sets": report.gaps.sets,
    }
    for name, ids in gaps.items():
        if ids:
            yield Notice(f"commands/plan/notice.{name}", {"count": len(ids), "ids": ids})
    on = {each.column.id for each in report.on}
    if named := tuple(dict.fromkeys(name for name in explain if name in on)):
        yield Notice("commands/plan/notice.explained-on", {"ids": named})
