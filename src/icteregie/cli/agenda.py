"""``regie agenda``: the proposal of one year, as the document that directors decide on."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from icteregie.cli.exit_code import CLEAN, FINDINGS
from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit, note, refuse_detours
from icteregie.escape.terminal import terminal
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.reports.agenda.view import agenda_report
from icteregie.reports.basis import Basis
from icteregie.workspace.arrivals import remember
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import judged, language, open_portfolio, require_readable, require_whole

Year = Annotated[int | None, typer.Option("--year", help=explain("agenda", "year"), show_default=False)]
Diff = Annotated[
    str | None, typer.Option("--diff", metavar="REF", help=explain("agenda", "diff"), show_default=False)
]
Check = Annotated[bool, typer.Option("--check", help=explain("agenda", "check"))]


def run(
    folder: Folder = HERE,
    year: Year = None,
    output: Output = None,
    check_only: Check = False,
    diff: Diff = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Write the agenda of a year, or compare it: with --check to a file, with --diff to a commit."""
    if diff is not None:
        if check_only:
            raise ProblemError("check-or-diff")
        emit(_adopted(folder, year, diff, today), output)
        raise typer.Exit(CLEAN)
    loaded = open_portfolio(folder)
    # What is not on main yet can arrive today at the earliest, whichever day the agenda is made for.
    remember(loaded, day_of(today))
    chosen = _year(loaded, year)
    speaks = language(loaded)
    text = _document(loaded, chosen, speaks, today)
    if not check_only:
        emit(text, output)
        raise typer.Exit(CLEAN)
    path = output or loaded.root / "agendas" / f"{chosen}.{speaks}.md"
    state = _state(path, text)
    shown = _shown(path, loaded.root)
    again = f"regie agenda --year {chosen} --lang {speaks} -o {shown}"
    note(terminal(sentence(speaks, f"commands/agenda/{state}", file=shown, command=again)))
    raise typer.Exit(CLEAN if state == "fresh" else FINDINGS)


def _year(loaded: Loaded, year: int | None) -> int:
    """Take the year that was asked for, or else the last one that has dates."""
    require_readable(loaded, loaded.diagnostics)
    known = sorted(loaded.portfolio.partnership.agendas)
    if not known:
        raise ProblemError("no-agenda")
    if year is not None and year not in known:
        raise ProblemError("unknown-year", year=year, known=tuple(str(y) for y in known))
    return known[-1] if year is None else year


def _document(loaded: Loaded, year: int, speaks: Language, today: datetime | None) -> str:
    # Drawing takes the template engine, which nothing else needs.
    from icteregie.render.agenda import render  # noqa: PLC0415

    portfolio = loaded.portfolio
    # Made for the meeting that advises, so that the same files give the same text on any day.
    as_of = today.date() if today else portfolio.partnership.agendas[year].advice
    found = judged(loaded, as_of)
    require_whole(loaded, found)
    report = agenda_report(Basis(portfolio, as_of), year, found)
    if report is None:
        raise ProblemError("no-agenda")
    return render(report, speaks)


def _adopted(folder: Path, year: int | None, ref: str, today: datetime | None) -> str:
    # Comparing takes git and a second portfolio, which nobody else pays for.
    from icteregie.render.diff.adopted import render  # noqa: PLC0415
    from icteregie.reports.diff import years  # noqa: PLC0415
    from icteregie.reports.diff.view import report_of  # noqa: PLC0415
    from icteregie.workspace.compare import sides  # noqa: PLC0415

    with sides(folder, ref, day_of(today)) as both:
        chosen = _year(both.after.loaded, year)
        as_of = today.date() if today else both.after.loaded.portfolio.partnership.agendas[chosen].advice
        for given in (both.before, both.after):
            require_whole(given.loaded, judged(given.loaded, as_of))
        view = report_of(both, as_of)
        speaks = language(both.present)
        effect = years.effect(view.before, view.after, view.initiatives.renames, chosen)
    return render(view, effect, speaks)


def _state(path: Path, text: str) -> str:
    refuse_detours(path)
    written = text.encode()
    try:
        # What has another size is not read: nobody knows how much it is.
        is_fresh = path.stat().st_size == len(written) and path.read_bytes() == written
    except OSError:
        return "absent"
    return "fresh" if is_fresh else "stale"


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
