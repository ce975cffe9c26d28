"""The tables of a season: each initiative, who is at risk, lead times, and the trend of each member."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.arrivals.words import say
from icteregie.render.tables.initiatives import member_name
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.arrivals.at_risk import AtRisk
from icteregie.reports.arrivals.lead_times import LeadTimes
from icteregie.reports.arrivals.submissions import Filed
from icteregie.reports.arrivals.trend import Count

_NUMBERS = (
    "days", "left", "lead_time", "needed", "agenda", "filed", "settled", "late", "share", "median",
    "median_days", "count", "least", "most", "short",
)  # fmt: skip
_DATES = ("opened", "arrived", "complete", "deadline")
FILED = (
    "id", "title", "submitter", "opened", "arrived", "source", "days", "punctuality", "complete", "lacks",
    "lead_time", "needed",
)  # fmt: skip
FOR_PEOPLE = ("id", "submitter", "opened", "arrived", "days", "punctuality", "complete", "lacks", "lead_time")
"""The columns of the longest table that a reader needs."""


def narrowed(table: Table, keys: Iterable[str]) -> Table:
    """Keep some columns of a table."""
    wanted = set(keys)
    places = [place for place, column in enumerate(table.columns) if column.key in wanted]
    rows = tuple(tuple(row[place] for place in places) for row in table.rows)
    return Table(tuple(table.columns[place] for place in places), rows)


def _table(keys: Sequence[str], rows: Iterable[tuple[Cell, ...]], language: Language) -> Table:
    columns = tuple(Column(key, say(language, f"heading.{key}"), _kind(key)) for key in keys)
    return Table(columns, tuple(rows))


def _kind(key: str) -> Kind:
    return "number" if key in _NUMBERS else "date" if key in _DATES else "text"


def filed_table(portfolio: Portfolio, found: Iterable[Filed], language: Language) -> Table:
    """Make a row of every initiative, by arrival."""
    return _table(FILED, (_filed(portfolio, one, language) for one in found), language)


def _filed(portfolio: Portfolio, one: Filed, say_in: Language) -> tuple[Cell, ...]:
    arrived = cell(one.arrived, "date", say_in)
    is_open = not one.has_arrived
    lead = one.lead
    return (
        Cell(one.initiative.id, one.initiative.id),
        Cell(one.initiative.title, one.initiative.title),
        _member(portfolio, one.initiative.submitter, say_in),
        cell(one.opened, "date", say_in),
        Cell(None, say(say_in, "word.not-arrived")) if is_open else arrived,
        Cell(one.source, say(say_in, f"source.{one.source}")),
        _signed(None if is_open else one.days, say_in),
        cell(one.punctuality if one.counts else None, "text", say_in, "punctuality"),
        _complete(one, say_in),
        lacks(one, say_in),
        cell(lead.days if lead and not is_open else None, "number", say_in),
        cell(lead.required if lead else None, "number", say_in),
    )


def _complete(one: Filed, language: Language) -> Cell:
    """Give the day, or say that it isn't complete, or that nobody can tell since when."""
    if not one.completion.is_complete or not one.has_arrived:
        return Cell(None, say(language, "word.incomplete"))
    if one.completion.since is None:
        return Cell(None, say(language, "word.unknown"))
    return cell(one.completion.since, "date", language)


def lacks(one: Filed, language: Language) -> Cell:
    """Name the keys that a dossier lacks, which are what its filer must type; or say it can't be read."""
    found = one.completion.missing
    words = say(language, "word.unreadable") if found == ("*",) else ", ".join(found)
    return Cell(found, words)


def _member(portfolio: Portfolio, name: str, language: Language) -> Cell:
    return Cell(name, member_name(portfolio, name, language))


def _signed(number: int | Decimal | None, language: Language) -> Cell:
    """Write days before with a plus and days after with a minus."""
    if number is None:
        return Cell(None, "")
    text = formats.decimal(Decimal(number), language)
    return Cell(number, f"+{text}" if number > 0 else text)


def risk_table(portfolio: Portfolio, found: Iterable[AtRisk], language: Language) -> Table:
    """Make a row of everyone at risk, most urgent first."""
    keys = ("left", "deadline", "closes", "id", "title", "submitter", "risk", "lacks")
    rows = (
        (
            cell(one.days, "number", language),
            cell(one.day, "date", language),
            Cell(one.deadline, say(language, f"closes.{one.deadline}")),
            Cell(one.filed.initiative.id, one.filed.initiative.id),
            Cell(one.filed.initiative.title, one.filed.initiative.title),
            _member(portfolio, one.filed.initiative.submitter, language),
            Cell(one.risk, say(language, f"risk.{one.risk}")),
            lacks(one.filed, language),
        )
        for one in found
    )
    return _table(keys, rows, language)


def lead_table(found: Iterable[LeadTimes], language: Language) -> Table:
    """Make a row of every size, and one of all together."""
    keys = ("size", "count", "least", "median", "most", "needed", "short")
    rows = (
        (
            Cell(one.size, say(language, f"size.{one.size or 'all'}")),
            cell(one.count, "number", language),
            cell(one.least, "number", language),
            cell(one.median, "number", language),
            cell(one.most, "number", language),
            cell(one.needed, "number", language),
            cell(one.short, "number", language),
        )
        for one in found
    )
    return _table(keys, rows, language)


def trend_table(portfolio: Portfolio, found: Iterable[Count], language: Language) -> Table:
    """Make a row of every member in every year, and of all together."""
    keys = ("submitter", "agenda", "filed", "settled", "late", "share", "median_days")
    rows = (
        (
            _member(portfolio, one.member, language)
            if one.member
            else Cell(None, say(language, "word.together")),
            cell(one.year, "number", language),
            cell(one.filed, "number", language),
            cell(one.settled, "number", language),
            cell(one.late, "number", language),
            _percentage(one.share, language),
            _signed(one.median, language),
        )
        for one in found
    )
    return _table(keys, rows, language)


def _percentage(share: Decimal | None, language: Language) -> Cell:
    return Cell(share, "" if share is None else f"{formats.decimal(share, language)}%")
