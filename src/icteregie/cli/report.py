"""``regie report``: add a report on the progress of an initiative, or list who must report yet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.cli import option_values
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.edits import made
from icteregie.cli.opening import PortfolioOptions, opened
from icteregie.cli.streams import emit, notify
from icteregie.cli.tables import print_table
from icteregie.escape.terminal import terminal
from icteregie.portfolio import readers
from icteregie.portfolio.input_hints import written_amount
from icteregie.portfolio.period import moment
from icteregie.render.report.due import due_table
from icteregie.render.report.signal import signal_lines
from icteregie.reports.basis import Basis
from icteregie.reports.report import DUE_CONFIG, DUE_NEEDS, due_report, signal_change
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.report import reported
from icteregie.workspace.select import readable, require_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PortfolioOptions):
    """What is reported about which initiative, or that it is asked who must report yet."""

    name: str | None = None
    time: str | None = None
    cost: str | None = None
    quality: str | None = None
    spent: str | None = None
    end: str | None = None
    one_off: str | None = None
    recurring: str | None = None
    text: str | None = None
    day: date | None = None
    is_diff: bool = False
    is_due: bool = False
    format: str = "table"
    output: Path | None = None


def run(options: Options, context: Context) -> int:
    """Add the report, or list who must report yet; 1 when the portfolio would have a new error."""
    values = _values(options)
    if options.is_due:
        return _due(options, context, values)
    if options.name is None:
        raise ProblemError("report-of-nothing")
    if options.format != "table" or options.output is not None:
        raise ProblemError("only-with-due")
    workspace, language = opened(options, context)
    require_known(workspace.portfolio, options.name)
    made_of = reported(workspace, options.name, options.day or workspace.today, values)
    code = made(context, workspace, made_of.changes, language, is_diff=options.is_diff)
    if code == CLEAN:
        change = signal_change(workspace.portfolio, made_of.before, made_of.after)
        emit(context, "".join(f"{terminal(line)}\n" for line in signal_lines(change, language)))
    return code


def _due(options: Options, context: Context, values: dict[str, str]) -> int:
    """List the running initiatives that have not reported since the last meeting."""
    if options.name is not None or values or options.day or options.is_diff:
        raise ProblemError("report-due-alone")
    workspace, language = opened(options, context)
    shown = readable(workspace.portfolio, DUE_NEEDS, DUE_CONFIG)
    report = due_report(Basis(shown.portfolio, workspace.today))
    notify(context, language, (*shown.notices, Notice(f"commands/report/{report.said}", report.values)))
    print_table(context, due_table(report, language), options.format, options.output)
    return CLEAN


def _values(options: Options) -> dict[str, str]:
    """Read what was given as the file has it, by its keys. Raises ProblemError."""
    readers_by_key: dict[str, Callable[[str], str]] = {
        "time": str,
        "cost": str,
        "quality": str,
        "spent": _amount("--spent"),
        "end": lambda text: option_values.value("--end", text.strip(), moment).text,
        "one_off": _amount("--one-off"),
        "recurring": _amount("--recurring"),
        "text": option_values.prose("--text"),
    }
    return {
        key: read(text) for key, read in readers_by_key.items() if (text := getattr(options, key)) is not None
    }


def _amount(option: str) -> Callable[[str], str]:
    """Read whole euros, also as people write them."""
    return lambda text: str(option_values.value(option, written_amount(text) or text.strip(), readers.euros))
