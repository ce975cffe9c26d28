"""``regie arrivals``: how the initiatives of an agenda came in, and who is at risk."""

from datetime import date
from enum import StrEnum
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
from icteregie.render.arrivals import json as form_json
from icteregie.render.arrivals import md as form_md
from icteregie.render.arrivals import plot_svg
from icteregie.render.arrivals import text as form_text
from icteregie.render.arrivals.parts import PARTS
from icteregie.reports.arrivals.submissions import FRAME, NEEDS
from icteregie.reports.arrivals.view import Season, season
from icteregie.workspace.arrivals import Remembered, remember
from icteregie.workspace.completeness import completed
from icteregie.workspace.errors import ProblemError
from icteregie.workspace.open import language, open_portfolio
from icteregie.workspace.select import readable


class Form(StrEnum):
    """The forms in which a season can be written."""

    table = "table"
    json = "json"
    csv = "csv"
    md = "md"
    svg = "svg"


class Part(StrEnum):
    """The tables that can be had by themselves, as ``PARTS`` lists them."""

    at_risk = "at-risk"
    initiatives = "initiatives"
    lead_times = "lead-times"
    trend = "trend"


def run(
    folder: Folder = HERE,
    year: Annotated[
        int | None, typer.Option("--year", help=explain("arrivals", "year"), show_default=False)
    ] = None,
    part: Annotated[
        Part | None, typer.Option("--part", help=explain("arrivals", "part"), show_default=False)
    ] = None,
    form: Annotated[Form, typer.Option("--format", help=explain("arrivals", "format"))] = Form.table,
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
    loaded, known = remember(loaded, day, says=form is not Form.json)
    portfolio = readable(loaded.portfolio, NEEDS, say, FRAME)
    found = _season(loaded, portfolio, known, year, day)
    if not found.filed:
        note(sentence(say, "commands/arrivals/empty", year=str(found.year)))
    if plot is not None:
        write_whole(plot, plot_svg.render(found, say))
    emit(_written(portfolio, found, (form, part, output), say, known), output)


def _season(loaded: Loaded, portfolio: Portfolio, known: Remembered, year: int | None, today: date) -> Season:
    years = sorted(portfolio.partnership.agendas)
    if not years:
        raise ProblemError("no-agenda")
    found = season(portfolio, completed(loaded, known, today), years[-1] if year is None else year, today)
    if found is None:
        raise ProblemError("unknown-year", year=year or 0, known=tuple(map(str, years)))
    return found


def _written(
    portfolio: Portfolio,
    found: Season,
    wanted: tuple[Form, Part | None, Path | None],
    say: Language,
    known: Remembered,
) -> str:
    form, part, output = wanted
    if form is Form.svg:
        return plot_svg.render(found, say)
    if part is not None or form is Form.csv:
        table = PARTS[(part or Part.initiatives).value](portfolio, found, say)
        return written(table, TableForm(form.value), output)
    if form is Form.json:
        doubts = [doubt.name for doubt in known.reading.doubts] if known.reading else []
        return form_json.render(portfolio, found, say, doubts)
    if form is Form.md:
        return form_md.render(portfolio, found, say)
    return form_text.render(portfolio, found, say, lambda table: written(table, TableForm.table, output))
