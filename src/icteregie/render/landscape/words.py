"""The words of ``regie landscape``: sums with what is unknown of them, and what stays in git."""

from typing import Any

from icteregie.analysis.landscape.sums import Sum, YearlySum
from icteregie.diagnostics.types import Value
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.table import Cell, Column, Kind
from icteregie.reports.landscape.report import LandscapeReport
from icteregie.reports.landscape.scope import Scope

MOST_IN_WORDS = 12
KEPT = "–"


def words(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/landscape/{name}", **values)


def columns(language: Language, *keys: tuple[str, Kind]) -> tuple[Column, ...]:
    """Make columns with the headings of this command."""
    return tuple(Column(key, words(language, f"heading.{key}"), kind) for key, kind in keys)


def number_cell(number: int, language: Language) -> Cell:
    """Show a whole number, in groups for people."""
    return Cell(number, formats.grouped(number, language))


def versions_cell(versions: int, language: Language) -> Cell:
    """Show how many versions there are; where none is given, that is unknown."""
    return Cell(versions, str(versions) if versions else words(language, "unknown"))


def sum_words(users: Sum, language: Language) -> str:
    """Say a sum, and of how many applications nothing is known."""
    if users.total is None:
        return words(language, "unknown")
    text = formats.grouped(users.total, language)
    return words(language, "of-unknown", amount=text, count=users.unknown) if users.unknown else text


def sum_cell(users: Sum, language: Language) -> Cell:
    """Show a sum with what is unknown of it; programs read None where nothing is known."""
    return Cell(users.total, sum_words(users, language))


def is_kept(yearly: YearlySum, scope: Scope, *, is_part: bool = False) -> bool:
    """Whether whole euros a year stay in git.

    A part of a sum that is shown says what the rest of it is, and that could be of one supplier.
    """
    return not scope.has_prices and (bool(yearly.suppliers) if is_part else not yearly.is_open)


def yearly_words(yearly: YearlySum, scope: Scope, language: Language, *, is_part: bool = False) -> str:
    """Say whole euros a year, and of how many applications they are unknown, or that they stay in git."""
    if is_kept(yearly, scope, is_part=is_part):
        return words(language, "kept")
    euros = yearly.euros
    if euros.total is None:
        return words(language, "unknown")
    text = formats.euros(euros.total, language)
    return words(language, "of-unknown", amount=text, count=euros.unknown) if euros.unknown else text


def yearly_value(yearly: YearlySum, scope: Scope, *, is_part: bool = False) -> int | None:
    """Give whole euros a year to programs; None where they are unknown, or stay in git."""
    return None if is_kept(yearly, scope, is_part=is_part) else yearly.euros.total


def yearly_cell(yearly: YearlySum, scope: Scope, language: Language) -> Cell:
    """Show whole euros a year; a dash where they stay in git, which a document explains at its end."""
    text = KEPT if is_kept(yearly, scope) else yearly_words(yearly, scope, language)
    return Cell(yearly_value(yearly, scope), text)


def numeral(number: int, language: Language) -> str:
    """Begin a sentence with a number: in a word up to twelve, then in digits."""
    return words(language, f"numeral.{number}") if 1 < number <= MOST_IN_WORDS else str(number)


def component_name(report: LandscapeReport, component: str) -> str:
    """Give the name of a component."""
    return report.basis.portfolio.partnership.components[component].name


def member_names(report: LandscapeReport, members: tuple[str, ...]) -> tuple[str, ...]:
    """Give the names of members."""
    return tuple(map(report.basis.portfolio.partnership.member_name, members))


def sum_data(name: str, users: Sum) -> dict[str, int | None]:
    """Give a sum to programs, with of how many applications it is unknown."""
    return {name: users.total, f"{name}_unknown": users.unknown}


def yearly_data(yearly: YearlySum, scope: Scope, *, is_part: bool = False) -> dict[str, Any]:
    """Give whole euros a year to programs; ``yearly_kept`` says that they are known and stay in git."""
    return {
        "yearly": yearly_value(yearly, scope, is_part=is_part),
        "yearly_unknown": yearly.euros.unknown,
        "yearly_kept": is_kept(yearly, scope, is_part=is_part),
    }
