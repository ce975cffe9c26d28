"""``regie list``: initiatives as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.analysis.selection import NEEDS
from icteregie.cli.commands import COLUMNS
from icteregie.cli.context import CLEAN, Context, of_output
from icteregie.cli.streams import emit, notify
from icteregie.cli.tables import written
from icteregie.render.tables.initiatives import table
from icteregie.reports.basis import Basis
from icteregie.reports.list import FIELDS, list_report, needed
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.open import left_out_notices, open_portfolio
from icteregie.workspace.select import readable, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What is listed, in which columns and in which order."""

    selectors: tuple[str, ...] = ()
    folder: Path = Path()
    format: str = "table"
    columns: str = COLUMNS
    sort: str = "id"
    exclude: tuple[str, ...] = ()
    output: Path | None = None
    lang: str | None = None
    today: date | None = None


def run(options: Options, context: Context) -> int:
    """List what was selected."""
    columns, order = _columns(options.columns), _columns(options.sort)
    workspace = open_portfolio(options.folder, context.surroundings(options.today))
    language = of_output(context, workspace.portfolio)
    notify(context, language, left_out_notices(workspace))
    shown = readable(workspace.portfolio, {*NEEDS, *needed((*columns, *map(_bare, order)))})
    selected = select(shown.portfolio, workspace, options.selectors, options.exclude)
    report = list_report(Basis(shown.portfolio, workspace.today), selected.ids, columns, order)
    text = written(context, table(report, language), options.format, options.output)
    empty = () if selected.ids else (Notice("commands/list/empty"),)
    notify(context, language, (*shown.notices, *workspace.arrivals.notices(), *selected.notices, *empty))
    emit(context, text, options.output)
    return CLEAN


def _bare(name: str) -> str:
    return name.removeprefix("-")


def _columns(text: str) -> tuple[str, ...]:
    """Take names of columns apart. Raises ProblemError for an unknown one, with the one that was meant."""
    names = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    _refuse_unknown(_bare(name) for name in names)
    return names


def _refuse_unknown(names: Iterable[str]) -> None:
    for name in names:
        if name in FIELDS:
            continue
        from icteregie.diagnostics.suggestions import guesses  # noqa: PLC0415 - only after a mistake

        if guess := guesses(name, FIELDS):
            raise ProblemError("column-guess", written=name, guess=guess)
        raise ProblemError("column", written=name, known=tuple(FIELDS))
