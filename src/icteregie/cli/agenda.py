"""``regie agenda``: the proposal of one year, as the document that directors decide on."""

import codecs
import shlex
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli.context import CLEAN, FINDINGS, Context, of_output
from icteregie.cli.streams import emit, note, notify, refuse_detours
from icteregie.escape.terminal import terminal
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.reports.basis import Basis
from icteregie.workspace.findings import judged, nowhere, require_history, require_loaded, require_whole
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace, open_portfolio, require_checked_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Of which year; with ``is_check`` compared with a file, with ``diff`` compared with a commit."""

    folder: Path = Path()
    year: int | None = None
    output: Path | None = None
    is_check: bool = False
    diff: str | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """Write the agenda of a year, or compare it: with --check to a file, with --diff to a commit."""
    if options.diff is not None and options.is_check:
        raise ProblemError("check-or-diff")
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    if options.diff is not None:
        emit(context, _difference(workspace, options.diff, options, context), options.output)
        return CLEAN
    year = _year(workspace, options.year)
    text = _document(workspace, year, language, options.today, context)
    if options.is_check:
        proposal = _Proposal(year, language, text, options.today)
        return _check(context, workspace.root, options.output, proposal)
    emit(context, text, options.output)
    return CLEAN


def _year(workspace: Workspace, year: int | None) -> int:
    """Take the year that was asked for, or else the last one that has dates. Raises ProblemError."""
    require_loaded(workspace)
    known = sorted(workspace.portfolio.partnership.agendas)
    if not known:
        raise ProblemError("no-agenda")
    if year is not None and year not in known:
        raise ProblemError("unknown-year", year=year, known=tuple(str(y) for y in known))
    return known[-1] if year is None else year


def _document(
    workspace: Workspace, year: int, language: Language, today: date | None, context: Context
) -> str:
    # Drawing takes the template engine, which nothing else needs.
    from icteregie.render.agenda import render  # noqa: PLC0415
    from icteregie.reports.agenda.view import agenda_report  # noqa: PLC0415

    require_checked_out(workspace)
    portfolio = workspace.portfolio
    # Made for the meeting that advises, so that the same files give the same text on any day.
    as_of = today or portfolio.partnership.agendas[year].advice
    findings = judged(workspace, as_of)
    notify(context, language, workspace.arrivals.notices())
    require_whole(portfolio, findings)
    require_history(portfolio, year)
    notify(context, language, nowhere(portfolio, findings))
    report = agenda_report(Basis(portfolio, as_of), year, findings)
    if report is None:
        raise ProblemError("no-agenda")
    return render(report, language)


@dataclass(frozen=True, slots=True)
class _Proposal:
    """The document of a year in a language, as of a day; None for the day of the advice."""

    year: int
    language: Language
    text: str
    today: date | None


def _check(context: Context, root: Path, output: Path | None, proposal: _Proposal) -> int:
    """Compare with the file that is there, and say how that stands."""
    language = proposal.language
    path = f"agendas/{proposal.year}.{language}.md"
    state = _state(context, output or root / path, proposal.text)
    shown = str(output) if output else context.here(root).path(path)
    folder = f" -C {shlex.quote(context.named_folder)}" if context.named_folder else ""
    day = f" --today {proposal.today}" if proposal.today else ""
    command = f"regie agenda{folder} --year {proposal.year} --lang {language}{day} -o {shlex.quote(shown)}"
    note(context, terminal(sentence(language, f"commands/agenda/{state}", file=shown, command=command)))
    return CLEAN if state == "fresh" else FINDINGS


def _state(context: Context, path: Path, text: str) -> str:
    refuse_detours(context, path)
    place, written = context.folder / path, text.encode()
    most = len(codecs.BOM_UTF8) + len(written) + written.count(b"\n")
    try:
        # What is larger is not read: nobody knows how much it is.
        is_fresh = place.stat().st_size <= most and _as_rendered(place.read_bytes()) == written
    except (OSError, ValueError):
        return "absent"
    return "fresh" if is_fresh else "stale"


def _as_rendered(data: bytes) -> bytes:
    """Take away what a clone on Windows, or an editor, writes around the same text."""
    return data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")


def _difference(workspace: Workspace, ref: str, options: Options, context: Context) -> str:
    # Comparing takes git and a second portfolio, which nobody else pays for.
    from icteregie.render.diff.adopted import render  # noqa: PLC0415
    from icteregie.reports.diff import years  # noqa: PLC0415
    from icteregie.reports.diff.view import report_of  # noqa: PLC0415
    from icteregie.workspace.compare import opened, sides  # noqa: PLC0415

    language = of_output(context, workspace.portfolio)
    with sides(workspace, ref) as both:
        notify(context, language, both.notices)
        before, after = (opened(workspace, side) for side in (both.before, both.after))
        year = _year(after, options.year)
        as_of = options.today or after.portfolio.partnership.agendas[year].advice
        for side in (before, after):
            require_whole(side.portfolio, judged(side, as_of))
            require_history(side.portfolio, year)
        report = report_of(both, as_of)
        effect = years.effect(report.before, report.after, report.initiatives.renames, year)
    return render(report, effect, language)
