"""The agenda proposal as one Markdown document, in Dutch or in English."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from icteregie.analysis.cost_sharing import cost_key_of
from icteregie.analysis.decision_calendar import moments
from icteregie.analysis.direction.roles import directors, suppliers
from icteregie.analysis.lateness import Counted, late_values
from icteregie.escape.markdown import markdown, markdown_paragraphs
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence, term, word
from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.ambitions.served import service_words
from icteregie.render.foreseen import foreseen_notes
from icteregie.render.graph import by_domain, gantt
from icteregie.render.member_words import member_words
from icteregie.render.status.chapter import money_table, state_table
from icteregie.render.status.money import money_lines
from icteregie.render.tables import md as table_md
from icteregie.render.tables.calendar import joined_what, member_table
from icteregie.render.tables.cost_keys import key_rows
from icteregie.render.tables.initiatives import member_word
from icteregie.render.tables.table import Table
from icteregie.render.templates import extended
from icteregie.reports.agenda.decisions import Decision
from icteregie.reports.agenda.estimated import Column
from icteregie.reports.agenda.lines import Line
from icteregie.reports.agenda.member import member_dates
from icteregie.reports.agenda.money import YearMoney
from icteregie.reports.agenda.view import AgendaReport
from icteregie.reports.agenda.with_titles import display_names


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


def document_formats(
    language: Language, write: Callable[[str], str] = markdown
) -> dict[str, Callable[..., Any]]:
    """How values are written; everything that comes from a file goes through ``md``."""
    return {
        "md": write,
        "md_paragraphs": markdown_paragraphs,
        "euros": lambda amount: formats.euros(amount, language),
        "plain": lambda amount: formats.plain(amount, language),
        "signed": lambda amount: formats.signed(amount, language),
        "number": lambda number: formats.grouped(number, language),
        "decimal": lambda number: formats.decimal(Decimal(number), language),
        "day": lambda day: formats.day(day, language),
        "moment": lambda when: formats.moment(when, language),
        "row": lambda words: formats.row(words, language),
        "numbers": _numbers,
        "percent_of": lambda part, total: f"{(200 * part + total) // (2 * total)}%",
        "term": lambda name, kind: term(language, kind, name),
        "capitalize_first": lambda text: text[:1].upper() + text[1:],
        "count_of": lambda number, singular, plural: singular if number == 1 else f"{number} {plural}",
        "words": lambda finding: write(word(finding, language).text),
        "full_stop": lambda text: text if text.endswith((".", "?", "!")) else f"{text}.",
    }


def document_lookups(
    portfolio: Portfolio, language: Language, write: Callable[[str], str] = markdown
) -> dict[str, Callable[..., Any]]:
    """Look up the names of ids."""
    partnership, names = portfolio.partnership, display_names(portfolio)

    def key_label(line: Line) -> str:
        name = cost_key_of(line.initiative, partnership)
        return partnership.cost_keys[name].label if name in partnership.cost_keys else name

    words = member_words(partnership, language).values
    return {
        "decided": lambda decision: write(_decision(decision, words, language)),
        "member": lambda name: member_word(partnership, name, language),
        "directing": lambda name: _directing(partnership, name, language),
        "supplying": lambda name: _supplying(partnership, name, language),
        "key_label": key_label,
        "title_of": lambda name: names.get(name, name),
        "component": lambda name: names.get(name, name),
        "titles_of": lambda clash: formats.names([names.get(name, name) for name in clash.ids], language),
        "sum_of": lambda rows, member: sum(row.share(member) for row in rows),
        "gemma": lambda name: gemma_of(partnership, name),
        "from_agendas": lambda path: f"../{quote(path)}",
        "principle": lambda name: partnership.principles.get(name, name),
        "serving": lambda each, initiative: service_words(each, initiative, language),
        "lateness": lambda line: _lateness(portfolio, line, language),
        "foreseen_notes": lambda row: foreseen_notes(row.foreseen, row.initiative.title, language),
    }


def _directing(partnership: Partnership, name: str, language: Language) -> str:
    """Name who directs; all together are called by their word."""
    known = {} if name == PARTNERSHIP else directors(partnership)
    return known.get(name) or member_word(partnership, name, language)


def _supplying(partnership: Partnership, name: str, language: Language) -> str:
    return suppliers(partnership).get(name) or member_word(partnership, name, language)


def gemma_of(partnership: Partnership, component: str) -> str:
    """Give the id of the GEMMA reference component that a component is, or ""."""
    known = partnership.components.get(component)
    return known.gemma or "" if known else ""


def _lateness(portfolio: Portfolio, line: Line, language: Language) -> str:
    """Say what happened on the day that counts, and which day that is."""
    counted: Counted = "ready" if line.punctuality == "after-dossier" else "received"
    values = late_values(portfolio, line.initiative, counted)
    return sentence(language, "commands/agenda/lateness", **values)


def _estimated(report: AgendaReport, year: YearMoney, column: Column, language: Language) -> str:
    """Give an amount, or say that nobody estimated any: unknown isn't zero."""
    unknown = {entry.year: entry.columns for entry in report.finance.unestimated}
    if column in unknown.get(year.year, ()):
        return sentence(language, "commands/agenda/note.not-estimated")
    return formats.euros(getattr(year, column), language)


def _decision(decision: Decision, words: Mapping[str, str], language: Language) -> str:
    return sentence(language, f"commands/agenda/decision.{decision.name}", **words, **decision.values)


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


def _numbers(numbers: Iterable[int]) -> str:
    """Write whole numbers in order, those that follow each other as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def tidied(text: str) -> str:
    """Leave one empty line where the template left more, outside code blocks."""
    kept: list[str] = []
    for line in text.splitlines():
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip() if line.strip() else "")
    return "\n".join(kept).strip() + "\n"
