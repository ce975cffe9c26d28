"""``regie agenda``: the proposal of one year, on which directors decide, and what they decided."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from icteregie.analysis.agenda_state import agenda_day, agenda_outcome, latest_agenda
from icteregie.cli.agenda_files import (
    Document,
    compare,
    held,
    is_adopted_name,
    refuse_decided,
    relative_path,
    undecided_values,
)
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.option_values import choice, one_year
from icteregie.cli.papers import PAPERS, PaperOptions, emit_paper, format_of, require_sound
from icteregie.cli.streams import emit, notify
from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.partnership import Language
from icteregie.reports.basis import Basis
from icteregie.workspace.findings import judged, nowhere, require_history, require_loaded, require_whole
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace, open_portfolio, require_checked_out

if TYPE_CHECKING:
    from icteregie.render.paper.paper import Paper
    from icteregie.reports.agenda.adopted import AdoptedReport
    from icteregie.reports.agenda.view import AgendaReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PaperOptions):
    """Of which year; with ``is_check`` compared with a file, with ``diff`` compared with a commit.

    ``is_adopted`` asks for what was decided instead of the proposal, ``is_plan`` for that of the plan.
    """

    named_year: int | None = None
    year: int | None = None
    is_adopted: bool = False
    is_plan: bool = False
    is_check: bool = False
    diff: str | None = None
    member: str | None = None


def run(options: Options, context: Context) -> int:
    """Write the agenda of a year, or compare it: with --check to a file, with --diff to a commit."""
    if options.diff is not None and options.is_check:
        raise ProblemError("check-or-diff")
    if options.diff is not None and options.is_adopted:
        raise ProblemError("options-together", options=("--adopted", "--diff"))
    if options.diff is not None and options.format not in (None, "md"):
        raise ProblemError("options-together", options=("--diff", "--format"))
    _require_alone(options)
    form = format_of(options, "md")
    if not options.is_check:
        require_sound(context, options, form)
    year = one_year(options.named_year, options.year)
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    if options.diff is not None:
        emit(context, _difference(workspace, options.diff, options, context), options.output)
        return CLEAN
    year = _year(workspace, year)
    is_named_adopted = options.is_check and not options.is_plan and is_adopted_name(options.output)
    is_adopted = options.is_adopted or is_named_adopted
    document = Document(year, language, options.today, options.output, is_adopted, options.is_plan)
    if options.is_check:
        return _check(context, workspace, document)
    if options.output is not None:
        refuse_decided(context, workspace, document)
    report = _report(context, workspace, document)
    if options.member is not None:
        _emit_member(context, report, options, document)
    elif form in PAPERS:
        emit_paper(context, _paper(report, language), options, form)
    else:
        emit(context, _text(report, language), options.output)
    return CLEAN


def _require_alone(options: Options) -> None:
    """Raise ProblemError where an annex, or the plan, is asked for with what it doesn't go with."""
    others = {
        "--adopted": options.is_adopted,
        "--check": options.is_check,
        "--diff": options.diff is not None,
        "--split": options.is_split,
    }
    for other, is_given in others.items():
        if is_given and options.member is not None:
            raise ProblemError("options-together", options=("--member", other))
        if is_given and options.is_plan and other in ("--adopted", "--diff"):
            raise ProblemError("options-together", options=(other, "--plan"))


def _year(workspace: Workspace, year: int | None) -> int:
    """Take the year that was asked for, or else the latest. Raises ProblemError."""
    require_loaded(workspace)
    known = sorted(workspace.portfolio.partnership.agendas)
    latest = latest_agenda(workspace.portfolio)
    if latest is None:
        raise ProblemError("no-agenda")
    if year is not None and year not in known:
        raise ProblemError("unknown-year", year=year, known=tuple(str(y) for y in known))
    return latest if year is None else year


def _check(context: Context, workspace: Workspace, document: Document) -> int:
    """Hold a proposal that was decided on to what main had; make anything else anew, and compare it.

    Of a Word file the paragraphs are compared, as they are now.
    """
    if document.output is not None and document.output.suffix.casefold() == ".docx":
        from icteregie.cli.paper_check import check_docx  # noqa: PLC0415 - only this pays for it

        paper = _paper(_report(context, workspace, document), document.language)
        return check_docx(context, paper, document.output)
    is_proposal = not document.is_adopted and not document.is_plan
    if is_proposal and (code := held(context, workspace, document)) is not None:
        return code
    text = _text(_report(context, workspace, document), document.language)
    return compare(context, workspace.root, document, text)


def _report(context: Context, workspace: Workspace, document: Document) -> "AgendaReport | AdoptedReport":
    """Make what it says. Raises ProblemError when files are wrong, or when nothing was decided yet."""
    require_checked_out(workspace)
    portfolio, year = workspace.portfolio, document.year
    as_of = document.today or agenda_day(portfolio, year, workspace.today)
    findings = judged(workspace, as_of)
    notify(context, document.language, workspace.arrivals.notices())
    require_whole(portfolio, findings)
    require_history(portfolio, year)
    if document.is_adopted:
        return _adopted(workspace, document, Basis(portfolio, as_of))
    from icteregie.cli.agenda_plan import planned_report  # noqa: PLC0415
    from icteregie.reports.agenda.view import agenda_report  # noqa: PLC0415

    notify(context, document.language, nowhere(portfolio, findings))
    report = (
        planned_report(workspace, year, as_of)
        if document.is_plan
        else agenda_report(Basis(portfolio, as_of), year, findings, workspace.today)
    )
    if report is None:
        raise ProblemError("no-agenda")
    return report


def _emit_member(
    context: Context, report: "AgendaReport | AdoptedReport", options: Options, document: Document
) -> None:
    """Write the annex of one member. Raises ProblemError for a member that there isn't."""
    from icteregie.render.agenda import render_member  # noqa: PLC0415
    from icteregie.render.paper.agenda import member_paper  # noqa: PLC0415
    from icteregie.reports.agenda.adopted import AdoptedReport  # noqa: PLC0415
    from icteregie.reports.agenda.member import of_member  # noqa: PLC0415

    assert not isinstance(report, AdoptedReport)
    name = choice("--member", tuple(report.partnership.members))(options.member or "")
    own, form = of_member(report, name), format_of(options, "md")
    if form in PAPERS:
        emit_paper(context, member_paper(own, document.language), options, form)
    else:
        emit(context, render_member(own, document.language), options.output)


def _text(report: "AgendaReport | AdoptedReport", language: Language) -> str:
    # Writing takes the template engine, which nothing else needs.
    from icteregie.render import agenda, agenda_adopted  # noqa: PLC0415
    from icteregie.reports.agenda.adopted import AdoptedReport  # noqa: PLC0415

    if isinstance(report, AdoptedReport):
        return agenda_adopted.render(report, language)
    return agenda.render(report, language)


def _paper(report: "AgendaReport | AdoptedReport", language: Language) -> "Paper":
    from icteregie.render.paper import adopted, agenda  # noqa: PLC0415
    from icteregie.reports.agenda.adopted import AdoptedReport  # noqa: PLC0415

    if isinstance(report, AdoptedReport):
        return adopted.paper(report, language)
    return agenda.paper(report, language)


def _adopted(workspace: Workspace, document: Document, basis: Basis) -> "AdoptedReport":
    from icteregie.reports.agenda.adopted import Proposal, adopted_report, days_of_decision  # noqa: PLC0415
    from icteregie.workspace.main_days import decided_on  # noqa: PLC0415

    year, today = document.year, workspace.today
    outcome = agenda_outcome(replace(basis.portfolio, day=today), year)
    if not outcome.is_decided:
        raise ProblemError("agenda-not-decided", **undecided_values(basis.portfolio, year))
    paths = [relative_path(year, language, is_adopted=False) for language in LANGUAGES]
    past = decided_on(workspace, paths, days_of_decision(outcome))
    before = past.proposal
    proposal = Proposal(before.portfolio, before.day, before.is_document) if before else None
    return adopted_report(basis, year, today, past.by_day, proposal)


def _difference(workspace: Workspace, ref: str, options: Options, context: Context) -> str:
    # Comparing takes git and a second portfolio, which nobody else pays for.
    from icteregie.render.diff.adopted import render  # noqa: PLC0415
    from icteregie.reports.diff import years  # noqa: PLC0415
    from icteregie.reports.diff.view import report_of  # noqa: PLC0415
    from icteregie.workspace.compare import opened, snapshot_pair  # noqa: PLC0415

    language = of_output(context, workspace.portfolio)
    with snapshot_pair(workspace, ref) as both:
        notify(context, language, both.notices)
        before, after = (opened(workspace, opened_side) for opened_side in (both.before, both.after))
        year = _year(after, one_year(options.named_year, options.year))
        as_of = options.today or after.portfolio.partnership.agendas[year].advice
        for opened_side in (before, after):
            require_whole(opened_side.portfolio, judged(opened_side, as_of))
            require_history(opened_side.portfolio, year)
        report = report_of(both, as_of)
        effect = years.effect(report.before, report.after, report.initiatives.renames, year)
    return render(report, effect, language)
