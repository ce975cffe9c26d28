"""The filters of the agenda's templates that ask only for a portfolio: values as text, and names of ids."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from icteregie.analysis.cost_sharing import cost_key_of
from icteregie.analysis.direction.domains import directors, suppliers
from icteregie.analysis.lateness import Counted, late_values
from icteregie.escape.markdown import markdown, markdown_paragraphs
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence, term, word
from icteregie.portfolio.initiative import PARTNERSHIP
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.ambitions.served import service_words
from icteregie.render.foreseen import foreseen_notes
from icteregie.render.member_words import member_words
from icteregie.render.tables.initiatives import member_word
from icteregie.reports.agenda.decisions import Decision
from icteregie.reports.agenda.lines import Line
from icteregie.reports.agenda.with_titles import display_names


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
        "numbers": formats.numbers,
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


def _decision(decision: Decision, words: Mapping[str, str], language: Language) -> str:
    return " ".join(
        sentence(language, f"commands/agenda/decision.{each.name}", **words, **each.values)
        for each in (decision, *decision.also)
    )
