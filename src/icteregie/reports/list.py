"""Initiatives as rows: which columns there are, what each takes from an initiative, and in which order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from icteregie.analysis.obligations import binding_deadline, heaviest_kind
from icteregie.portfolio import schema_walk
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.period import Period
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.scalars import natural
from icteregie.reports.basis import Basis

Value: TypeAlias = str | int | Decimal | date | Period | tuple[str, ...] | None
"""The file's own word, whole euros, a number, a day, a period, names."""


@dataclass(frozen=True, slots=True)
class Field:
    """What one column takes from an initiative, and the keys of it without which it can't.

    ``terms`` names the list of words that stand for its choices.
    """

    value: Callable[[Portfolio, Initiative], Value]
    needs: tuple[str, ...]
    terms: str = ""


@dataclass(frozen=True, slots=True)
class ListReport:
    """The initiatives that were selected, in order, and the columns that are shown of them."""

    basis: Basis
    columns: tuple[str, ...]
    initiatives: tuple[Initiative, ...]


def _plain(key: str) -> Field:
    return Field(lambda _, i: getattr(i, key), (key,), schema_walk.terms_at(Initiative, (key,)))


FIELDS: Mapping[str, Field] = {
    "id": Field(lambda _, i: i.id, ()),
    "title": _plain("title"),
    "submitter": _plain("submitter"),
    "sponsor": _plain("sponsor"),
    "submitted": _plain("submitted"),
    "agenda": _plain("agenda"),
    "status": _plain("status"),
    "steering": _plain("steering"),
    "nature": _plain("nature"),
    "priority": _plain("priority"),
    "obligation": Field(
        lambda _, i: heaviest_kind(i),
        ("obligation",),
        schema_walk.terms_at(Initiative, ("obligation", "kind")),
    ),
    "deadline": Field(lambda _, i: binding_deadline(i), ("obligation",)),
    "domain": _plain("domain"),
    "components": _plain("components"),
    "participants": Field(lambda p, i: p.participants(i), ("participants",)),
    "cost_key": Field(lambda p, i: i.cost_key or p.partnership.default_cost_key, ("cost_key",)),
    "one_off": Field(lambda _, i: i.one_off_total, ("costs",)),
    "recurring": Field(lambda _, i: i.recurring_most, ("costs",)),
    "period": _plain("period"),
    "start": Field(lambda _, i: i.period.start.first if i.period and i.period.start else None, ("period",)),
    "end": Field(lambda _, i: i.period.end.last if i.period else None, ("period",)),
    "part_of": _plain("part_of"),
    "tags": _plain("tags"),
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


def list_report(basis: Basis, ids: Iterable[str], columns: Sequence[str], order: Sequence[str]) -> ListReport:
    """Put initiatives in an order: columns, each turned around by a minus before it, and then the id."""
    initiatives = basis.portfolio.initiatives
    names = _ordered(basis.portfolio, ids, order)
    return ListReport(basis, tuple(columns), tuple(initiatives[name] for name in names))


def _ordered(portfolio: Portfolio, ids: Iterable[str], order: Sequence[str]) -> list[str]:
    """Sort ids; what has no value in a column comes last in it."""
    names = sorted(ids, key=natural)
    for key in reversed(order):
        field = FIELDS[key.removeprefix("-")]
        values = {name: _sort_value(field, portfolio, portfolio.initiatives[name]) for name in names}
        filled = [name for name in names if values[name]]
        filled.sort(key=values.__getitem__, reverse=key.startswith("-"))
        names = [*filled, *(name for name in names if not values[name])]
    return names


def _sort_value(field: Field, portfolio: Portfolio, initiative: Initiative) -> tuple[Any, ...]:
    """Give what a column is sorted by; () for no value. Values of one column are of one kind."""
    if field is FIELDS["id"]:
        return natural(initiative.id)
    value = field.value(portfolio, initiative)
    if value is None:
        return ()
    return (value.first, value.last) if isinstance(value, Period) else (value,)
