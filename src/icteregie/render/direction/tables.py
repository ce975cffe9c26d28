"""The tables of direction: domains by member, what is unclear, expertise, and who decides."""

from collections.abc import Callable, Iterable, Mapping

from icteregie.analysis.direction.deciders import Decider
from icteregie.diagnostics.types import Value
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.render.tables.table import Cell, Column, Kind, Table, cell
from icteregie.reports.direction import Decided, Dependence, DirectionReport, DomainView, Unclear

_HIDDEN = {
    "unclear": ("domain", "kind"),
    "expertise": ("domain", "kind"),
    "decides": ("rule", "missing", "by"),
}
"""Of these tables programs have columns that people read in a sentence."""


def message(language: Language, name: str, /, **values: Value) -> str:
    """Give a sentence of this command."""
    return sentence(language, f"commands/direction/{name}", **values)


def matrix_table(report: DirectionReport, language: Language) -> Table:
    """Show each domain with who directs and supplies it, and the client and experts of each member."""
    members = report.basis.portfolio.partnership.members
    keys: tuple[tuple[str, Kind], ...] = (
        ("domain", "text"), ("director", "text"), ("supplier", "text"), ("as_of", "date"),
        ("mandate_one_off", "euros"), ("mandate_recurring", "euros"),
    )  # fmt: skip
    own = tuple(Column(name, member.name) for name, member in members.items())
    rows = (
        (*_domain(view, language), *(_seat(view, member, language) for member in members))
        for view in report.domains
    )
    return Table((*_columns(keys, language), *own), tuple(rows))


def _domain(view: DomainView, language: Language) -> Iterable[Cell]:
    mandate, nobody = view.domain.mandate, message(language, "nobody")
    yield Cell(view.id, view.domain.name)
    yield Cell(view.domain.director, view.director or nobody)
    yield Cell(view.domain.supplier, view.supplier or nobody)
    yield cell(view.domain.as_of, "date", language)
    yield cell(mandate.one_off if mandate else None, "euros", language)
    yield cell(mandate.recurring if mandate else None, "euros", language)


def _seat(view: DomainView, member: str, language: Language) -> Cell:
    """Give the client of a member, with how many experts it has; ``?`` where nobody said."""
    client, experts = view.domain.clients.get(member), view.domain.experts.get(member)
    number = "?" if experts is None else str(experts.now)
    return Cell(
        client, message(language, "seat", client=client or message(language, "nobody"), number=number)
    )


def unclear_table(report: DirectionReport, language: Language) -> Table:
    """Say what is unclear about each domain."""
    return _sentences(
        "unclear", ((each.view, each.kind, _unclear(each, language)) for each in report.unclear), language
    )


def _unclear(each: Unclear, language: Language) -> str:
    values: dict[str, Value] = {
        "director": each.view.director,
        "supplier": each.view.supplier,
        "members": each.members,
    }
    return message(language, f"unclear.{each.kind}", **values)


def expertise_table(report: DirectionReport, language: Language) -> Table:
    """Say where a domain hangs on one person or on its supplier, and where it runs short."""
    rows = ((each.view, each.kind, _dependence(each, language)) for each in report.dependence)
    return _sentences("expertise", rows, language)


def _dependence(each: Dependence, language: Language) -> str:
    values: dict[str, Value] = {"member": each.member, "supplier": each.view.supplier, **each.values}
    return message(language, f"expertise.{each.kind}", **values)


def decides_table(report: DirectionReport, language: Language) -> Table:
    """Say who decides each initiative, and why."""
    keys: tuple[tuple[str, Kind], ...] = (
        ("id", "text"), ("title", "text"), ("one_off", "euros"), ("recurring", "euros"),
        ("by", "text"), ("decides", "text"), ("rule", "text"), ("missing", "text"), ("why", "text"),
    )  # fmt: skip
    return Table(_columns(keys, language), tuple(tuple(_decided(each, language)) for each in report.decides))


def _decided(each: Decided, language: Language) -> Iterable[Cell]:
    decider = each.decider
    name, text = each.name or message(language, "directors"), reason(decider, language)
    yield cell(each.initiative.id, "text", language)
    yield cell(each.initiative.title, "text", language)
    for amount in each.amounts:
        yield (
            Cell(None, message(language, "not-given")) if amount is None else cell(amount, "euros", language)
        )
    yield cell(decider.director if decider.is_by_mandate else decider.body, "text", language)
    yield Cell(name, name)
    yield cell(decider.rule, "text", language)
    yield cell(decider.missing, "text", language)
    yield Cell(text, text)


def reason(decider: Decider, language: Language) -> str:
    """Say by which rule somebody decides, and which piece is missing."""
    return message(language, f"rule.{decider.missing or decider.rule}")


def for_people(name: str, table: Table) -> Table:
    """Leave out the columns that a sentence beside them says too."""
    hidden = _HIDDEN.get(name, ())
    kept = [place for place, column in enumerate(table.columns) if column.key not in hidden]
    if name == "matrix":
        kept = [place for place in kept if place < 1 or any(row[place].words for row in table.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return Table(tuple(table.columns[place] for place in kept), rows)


def _sentences(name: str, rows: Iterable[tuple[DomainView, str, str]], language: Language) -> Table:
    keys: tuple[tuple[str, Kind], ...] = (
        ("domain", "text"),
        ("name", "text"),
        ("kind", "text"),
        (name, "text"),
    )
    cells = (
        (
            cell(view.id, "text", language),
            cell(view.domain.name, "text", language),
            cell(kind, "text", language),
            Cell(text, text),
        )
        for view, kind, text in rows
    )
    return Table(_columns(keys, language), tuple(cells))


def _columns(keys: Iterable[tuple[str, Kind]], language: Language) -> tuple[Column, ...]:
    return tuple(Column(key, message(language, f"heading.{key}"), kind) for key, kind in keys)


TABLES: Mapping[str, Callable[[DirectionReport, Language], Table]] = {
    "matrix": matrix_table,
    "unclear": unclear_table,
    "expertise": expertise_table,
    "decides": decides_table,
}
"""In the order in which a document shows them."""
