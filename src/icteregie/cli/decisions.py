"""``regie decisions``: what meetings decided and advised, and what is still open of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.decisions import MANDATE
from icteregie.cli.context import CLEAN, Context
from icteregie.cli.opening import opened
from icteregie.cli.option_values import choice
from icteregie.cli.papers import NAMED, PAPERS, PaperOptions, emit_paper, format_of, require_sound
from icteregie.cli.streams import emit, notify
from icteregie.portfolio.decision import DecisionList
from icteregie.portfolio.kinds import DECISION
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.schema_walk import keys
from icteregie.render.decisions.formats import FORMATS, DecisionsFormat
from icteregie.reports.basis import Basis
from icteregie.reports.decisions import DecisionsReport, decisions_report
from icteregie.workspace.notices import Notice, ProblemError, skipped
from icteregie.workspace.select import require_config

SHOWN_DAYS = 8
"""Days that are named where no list was found: the last ones."""
_CONFIG_KEYS = frozenset({"*", "agendas", "bodies", "domains", "meetings", "members"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(PaperOptions):
    """Which lists are shown, and in which format."""

    day: date | None = None
    year: int | None = None
    body: str | None = None


def run(options: Options, context: Context) -> int:
    """Show the lists of decisions of a day, about an agenda, of a body, or all."""
    if options.day is not None and options.year is not None:
        raise ProblemError("options-together", options=("DATE", "--year"))
    form = format_of(options, "table")
    require_sound(context, options, form)
    workspace, language = opened(options, context)
    portfolio = workspace.portfolio
    require_config(portfolio, _CONFIG_KEYS | NAMED if form in PAPERS else _CONFIG_KEYS)
    if options.body is not None:
        choice("--body", _bodies(portfolio))(options.body)
    sound = portfolio.readable({DECISION.name: tuple(keys(DecisionList))})
    report = decisions_report(Basis(sound, workspace.today), options.day, options.year, options.body)
    notify(context, language, (*_left_out(portfolio, sound), *_remarks(report)))
    if form in PAPERS:
        from icteregie.render.paper.decisions import paper  # noqa: PLC0415 - only papers pay for it

        emit_paper(context, paper(report, language), options, form)
        return CLEAN
    columns = context.columns if context.is_screen and options.output is None else None
    emit(context, FORMATS[DecisionsFormat(form)]()(report, language, columns), options.output)
    return CLEAN


def _bodies(portfolio: Portfolio) -> tuple[str, ...]:
    """Name who can have decided: the bodies, and by mandate for a domain."""
    partnership = portfolio.partnership
    return (*partnership.bodies, *(f"{MANDATE}{domain}" for domain in partnership.domains))


def _left_out(portfolio: Portfolio, sound: Portfolio) -> tuple[Notice, ...]:
    """Name the lists that can't be read."""
    paths = portfolio.paths[DECISION.name]
    return skipped(path for key, path in paths.items() if key not in sound.decision_lists)


def _remarks(report: DecisionsReport) -> Iterator[Notice]:
    """Say that a list doesn't count, and that there is nothing to show."""
    if report.uncounted:
        yield Notice("commands/decisions/uncounted", {"files": report.uncounted})
    if not report.days:
        yield Notice("commands/decisions/empty")
    elif not report.lists:
        yield Notice(
            "commands/decisions/none-match",
            {"days": tuple(day.isoformat() for day in report.days[-SHOWN_DAYS:])},
        )
