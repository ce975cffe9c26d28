"""``regie arrivals``: how the initiatives of an agenda came in, and who is at risk."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from icteregie.cli.language import explain
from icteregie.cli.options import HERE, Folder, LangOption, Output, Today, day_of
from icteregie.cli.output import emit, note, write_whole
from icteregie.cli.table_form import TableForm, written
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.formats import FORMATS, ArrivalsFormat, ArrivalsPart
from icteregie.reports.arrivals.submissions import NEEDS, PARTNERSHIP_NEEDS
from icteregie.reports.arrivals.view import ArrivalsReport, arrivals_report
from icteregie.reports.basis import Basis
from icteregie.workspace.arrivals import Remembered, remember
from icteregie.workspace.completeness import completed
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import language, open_portfolio
from icteregie.workspace.select import readable


def run(
    folder: Folder = HERE,
    year: Annotated[
        int | None, typer.Option("--year", help=explain("arrivals", "year"), show_default=False)
    ] = None,
    part: Annotated[
        ArrivalsPart | None, typer.Option("--part", help=explain("arrivals", "part"), show_default=False)
    ] = None,
    form: Annotated[
        ArrivalsFormat, typer.Option("--format", help=explain("arrivals", "format"))
    ] = ArrivalsFormat.table,
    plot: Annotated[
        Path | None, typer.Option("--plot", help=explain("arrivals", "plot"), show_default=False)
    ] = None,
    output: Output = None,
    lang: LangOption = None,  # noqa: ARG001 - read where the language is decided
    today: Today = None,
) -> None:
    """Show one season: who came when, who is late, and who still can be in time."""
    day = day_of(today)
    loaded = open_portfolio(folder)
    say = language(loaded)
    known = remember(loaded, day, says=form is not ArrivalsFormat.json)
    portfolio = readable(loaded.portfolio, NEEDS, say, PARTNERSHIP_NEEDS)
    report = _report(loaded, portfolio, known, year, day)
    if not report.submissions:
        note(sentence(say, "commands/arrivals/empty", year=str(report.year)))
    if plot is not None:
        from icteregie.render.arrivals.plot_svg import render  # noqa: PLC0415 - only who asks for it pays for it

        write_whole(plot, render(report, say))
    emit(_written(report, (form, part, output), say), output)


def _report(
    loaded: Loaded, portfolio: Portfolio, known: Remembered, year: int | None, today: date
) -> ArrivalsReport:
    years = sorted(portfolio.partnership.agendas)
    if not years:
        raise ProblemError("no-agenda")
    completions = completed(loaded, known, today)
    basis = Basis(portfolio, today, doubts=known.reading.doubts if known.reading else ())
    report = arrivals_report(basis, completions, years[-1] if year is None else year)
    if report is None:
        raise ProblemError("unknown-year", year=year or 0, known=tuple(map(str, years)))
    return report


def _written(
    report: ArrivalsReport, wanted: tuple[ArrivalsFormat, ArrivalsPart | None, Path | None], say: Language
) -> str:
    form, part, output = wanted
    if part is not None and form is not ArrivalsFormat.svg:
        from icteregie.render.arrivals.tables import TABLES  # noqa: PLC0415 - only who asks for it pays for it

        return written(TABLES[part.value](report, say), TableForm(form.value), output)
    return FORMATS[form]()(report, say, lambda table: written(table, TableForm.table, output))
