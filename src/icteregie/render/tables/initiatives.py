"""Initiatives as a table: how each column is written for people."""

from collections.abc import Mapping

from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.list import FIELDS, ListReport

_KINDS: Mapping[str, Kind] = {
    "submitted": "date",
    "deadline": "date",
    "start": "date",
    "end": "date",
    "agenda": "number",
    "one_off": "euros",
    "recurring": "euros",
    "period": "period",
}
"""What the cells of a column hold where that is no text."""
_MEMBERS = frozenset({"submitter", "participants"})
"""The columns that hold ids of members."""


def table(report: ListReport, language: Language) -> Table:
    """Put the initiatives of a report in a table, in its order."""
    portfolio = report.basis.portfolio
    heads = tuple(
        Column(name, sentence(language, f"columns/heading.{name}"), _KINDS.get(name, "text"))
        for name in report.columns
    )
    rows = (
        tuple(_cell(portfolio, initiative, name, language) for name in report.columns)
        for initiative in report.initiatives
    )
    return Table(heads, tuple(rows))


def _cell(portfolio: Portfolio, initiative: Initiative, column: str, language: Language) -> Cell:
    field = FIELDS[column]
    value = field.value(portfolio, initiative)
    if column not in _MEMBERS:
        return cell(value, _KINDS.get(column, "text"), language, field.terms)
    names = value if isinstance(value, tuple) else (str(value),)
    if isinstance(value, tuple) and len(names) == len(portfolio.partnership.members) > 1:
        return Cell(value, sentence(language, "columns/word.all"))
    return Cell(value, ", ".join(member_word(portfolio.partnership, name, language) for name in names))


def member_word(partnership: Partnership, member: str, language: Language) -> str:
    """Give a member's own name, or the word for the partnership as a whole."""
    if member in partnership.members:
        return partnership.member_name(member)
    return term(language, "member", member)
