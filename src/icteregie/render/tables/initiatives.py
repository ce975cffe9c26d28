"""Initiatives as a table: which columns there are, and what each takes from an initiative."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from icteregie.analysis.estimate_totals import one_off_total, recurring_peak
from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Period
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell


@dataclass(frozen=True, slots=True)
class Field:
    """How one column is filled: the keys of an initiative it needs, and its value for programs.

    ``terms`` names the list of words for people; ``is_member`` is for ids of members.
    """

    data: Callable[[Portfolio, Initiative], Data]
    needs: tuple[str, ...]
    kind: Kind = "text"
    terms: str = ""
    is_member: bool = False


def _plain(key: str, kind: Kind = "text", terms: str = "", *, is_member: bool = False) -> Field:
    return Field(lambda _, i: getattr(i, key), (key,), kind, terms, is_member)


FIELDS: dict[str, Field] = {
    "id": Field(lambda _, i: i.id, ()),
    "title": _plain("title"),
    "submitter": _plain("submitter", is_member=True),
    "sponsor": _plain("sponsor"),
    "submitted": _plain("submitted", "date"),
    "agenda": _plain("agenda", "number"),
    "status": _plain("status", terms="status"),
    "steering": _plain("steering", terms="steering"),
    "nature": _plain("nature", terms="nature"),
    "priority": _plain("priority", terms="priority"),
    "obligation": Field(
        lambda _, i: i.obligation.kind if i.obligation else None, ("obligation",), terms="obligation"
    ),
    "deadline": Field(lambda _, i: i.obligation.deadline if i.obligation else None, ("obligation",), "date"),
    "domain": _plain("domain"),
    "components": _plain("components"),
    "participants": Field(lambda p, i: p.participants(i), ("participants",), is_member=True),
    "cost_key": Field(lambda p, i: i.cost_key or p.partnership.default_cost_key, ("cost_key",)),
    "one_off": Field(lambda _, i: one_off_total(i), ("costs",), "euros"),
    "recurring": Field(lambda _, i: recurring_peak(i), ("costs",), "euros"),
    "period": _plain("period", "period"),
    "start": Field(lambda _, i: i.period.start.first if i.period else None, ("period",), "date"),
    "end": Field(lambda _, i: i.period.end.last if i.period else None, ("period",), "date"),
    "depends_on": Field(lambda _, i: tuple(link.on for link in i.depends_on), ("depends_on",)),
}
USUAL = (
    "id",
    "title",
    "submitter",
    "agenda",
    "status",
    "steering",
    "participants",
    "one_off",
    "recurring",
    "period",
)


def needed(columns: Iterable[str]) -> frozenset[str]:
    """Name the keys of an initiative without which these columns can't be filled."""
    return frozenset(key for name in columns for key in FIELDS[name].needs)


def table(portfolio: Portfolio, ids: Sequence[str], columns: Sequence[str], language: Language) -> Table:
    """Put initiatives in a table, in the order given."""
    initiatives = [portfolio.initiatives[name] for name in ids]
    heads = tuple(
        Column(name, sentence(language, f"columns/heading.{name}"), FIELDS[name].kind) for name in columns
    )
    rows = (tuple(_cell(portfolio, i, FIELDS[name], language) for name in columns) for i in initiatives)
    return Table(heads, tuple(rows))


def ordered(portfolio: Portfolio, ids: Sequence[str], by: Sequence[str]) -> tuple[str, ...]:
    """Sort ids by columns, each turned around by a minus before it; what has no value comes last."""
    names = sorted(ids)
    for key in reversed(by):
        field = FIELDS[key.removeprefix("-")]
        values = {name: _sortable(field.data(portfolio, portfolio.initiatives[name])) for name in names}
        known = [name for name in names if values[name]]
        known.sort(key=values.__getitem__, reverse=key.startswith("-"))
        names = [*known, *(name for name in names if not values[name])]
    return tuple(names)


def _sortable(data: Data) -> tuple[Any, ...]:
    """Give what a value is sorted by; () for none. Values of one column are of one kind."""
    if data is None:
        return ()
    return (data.start.first, data.end.last) if isinstance(data, Period) else (data,)


def _cell(portfolio: Portfolio, initiative: Initiative, field: Field, language: Language) -> Cell:
    data = field.data(portfolio, initiative)
    if not field.is_member:
        return cell(data, field.kind, language, field.terms)
    names = data if isinstance(data, tuple) else (str(data),)
    if isinstance(data, tuple) and len(names) == len(portfolio.partnership.members) > 1:
        return Cell(data, sentence(language, "columns/word.all"))
    return Cell(data, ", ".join(member_name(portfolio, name, language) for name in names))


def member_name(portfolio: Portfolio, member: str, language: Language) -> str:
    """Give a member's own name, or the word for the partnership as a whole."""
    known = portfolio.partnership.members.get(member)
    return known.name if known else term(language, "member", member)
