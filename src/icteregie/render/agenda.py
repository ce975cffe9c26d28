"""The agenda proposal as one Markdown document, in Dutch or in English."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from icteregie.analysis.decision_calendar import moments
from icteregie.escape.markdown import markdown
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.agenda_filters import document_formats, document_lookups
from icteregie.render.graph import by_domain, gantt
from icteregie.render.member_words import member_words
from icteregie.render.plan.words import why_out
from icteregie.render.status.chapter import money_table, state_table
from icteregie.render.status.money import money_lines
from icteregie.render.tables import md as table_md
from icteregie.render.tables.calendar import joined_what, member_table
from icteregie.render.tables.cost_keys import key_rows
from icteregie.render.tables.table import Table
from icteregie.render.templates import extended
from icteregie.reports.agenda.estimated import Column
from icteregie.reports.agenda.member import member_dates
from icteregie.reports.agenda.money import YearMoney
from icteregie.reports.agenda.view import AgendaReport


def render_member(report: AgendaReport, language: Language) -> str:
    """Fill in the template of one member's annex."""
    template = extended(language, filters(report, language, markdown), TESTS).get_template(MEMBER_TEMPLATE)
    return tidied(template.render(values(report, language, NOT_DRAWN, Output(has_dates=True))))


def render(report: AgendaReport, language: Language) -> str:
    """Fill in the agenda's template; the same report gives the same bytes."""
    chart = gantt.render(report, language)
    drawn = Drawn(
        by_domain.drawings(report, language),
        by_domain.note(report, language),
        chart.source,
        chart.note,
        chart.legend,
    )
    template = extended(language, filters(report, language, markdown), TESTS).get_template(TEMPLATE)
    return tidied(template.render(values(report, language, drawn, Output())))


TEMPLATE, MEMBER_TEMPLATE = "agenda.md.j2", "agenda_member.md.j2"
TESTS: Mapping[str, Callable[..., bool]] = {"disputed": lambda line: line.is_disputed}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The drawings of an agenda with what is said about them."""

    drawings: tuple[by_domain.Drawing, ...]
    graph_note: str
    gantt: str
    gantt_note: str
    gantt_legend: str


NOT_DRAWN = Drawn((), "", "", "", "")


def filters(
    report: AgendaReport, language: Language, write: Callable[[str], str]
) -> dict[str, Callable[..., Any]]:
    """Give the filters of the agenda's template; ``write`` escapes a text."""
    return {
        **document_formats(language, write),
        **document_lookups(report.basis.portfolio, language, write),
        "estimated": lambda year, column: _estimated(report, year, column, language),
        "why_out": lambda outside: write(why_out(report.basis.portfolio, outside, language)),
    }


@dataclass(frozen=True, slots=True)
class Output:
    """What a format makes of a table, and of where a page or a file of its own begins, with a name.

    ``has_dates`` puts the deadlines of each member in its annex; ``is_short`` keeps that annex on one page.
    """

    table: Callable[[Table], str] = table_md.render
    new_page: Callable[[str], str] = lambda _: ""
    new_file: Callable[[str], str] = lambda _: ""
    has_dates: bool = False
    is_short: bool = False


def values(report: AgendaReport, language: Language, drawn: Drawn, output: Output) -> dict[str, Any]:
    """Give what the agenda's template is filled in with."""
    return {
        **{field.name: getattr(drawn, field.name) for field in fields(drawn)},
        "report": report,
        "moments": moments(report.dates),
        "progress": _progress(report, language, output.table),
        "keys": key_rows(report.partnership, language),
        "members": member_words(report.partnership, language),
        "new_page": output.new_page,
        "new_file": output.new_file,
        "has_dates": output.has_dates,
        "is_short": output.is_short,
        "dates_of": lambda member: _dates(report, member, language, output),
    }


def _estimated(report: AgendaReport, year: YearMoney, column: Column, language: Language) -> str:
    """Give an amount, or say that nobody estimated any: unknown isn't zero."""
    unknown = {entry.year: entry.columns for entry in report.finance.unestimated}
    if column in unknown.get(year.year, ()):
        return sentence(language, "commands/agenda/note.not-estimated")
    return formats.plain(getattr(year, column), language)


def _progress(report: AgendaReport, language: Language, write: Callable[[Table], str]) -> Mapping[str, Any]:
    """Give both tables of what was decided on before, and the sums under them."""
    costs = {
        c.initiative.id: c.one_off + c.recurring for c in report.carried_over if c.foreseen.is_cost_known
    }
    money = money_table(report.progress, costs, report.year, language)
    return {
        "state": write(state_table(report.progress, language)),
        "money": write(money),
        "sums": tuple(money_lines(report.progress, language)),
    }


def _dates(report: AgendaReport, member: str, language: Language, output: Output) -> str:
    """Write the deadlines of a member as a table; "" where there are none, or none are asked for."""
    dates = member_dates(report.basis, member, report.year)
    if not output.has_dates or not dates.entries:
        return ""
    table = member_table(dates, language)
    return output.table(joined_what(table, language) if output.is_short else table)


def tidied(text: str) -> str:
    """Leave one empty line where the template left more, outside code blocks."""
    kept: list[str] = []
    for line in text.splitlines():
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip() if line.strip() else "")
    return "\n".join(kept).strip() + "\n"
