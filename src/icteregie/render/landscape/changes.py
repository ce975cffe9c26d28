"""The section on changes: what the agenda of a year adds and retires, by year, by member and one by one."""

from collections.abc import Iterator, Mapping
from typing import Any

from icteregie.analysis.landscape.amounts import Amounts, YearAmounts
from icteregie.analysis.landscape.moves import Added, Retired
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.render.document import Block, Paragraph
from icteregie.render.landscape import words as w
from icteregie.render.landscape.words import words
from icteregie.render.member_words import member_words
from icteregie.render.tables.table import Cell, Column, Data, Kind, Table, cell
from icteregie.reports.landscape.report import LandscapeReport

COUNTS: tuple[tuple[str, Kind], ...] = (("retired", "number"), ("added", "number"), ("net", "number"))
EUROS: tuple[tuple[str, Kind], ...] = (
    *(("saved", "euros"), ("booked", "euros"), ("hoped_for", "euros"), ("cost", "euros")),
    ("net_cost", "euros"),
)
UNKNOWN: tuple[tuple[str, Kind], ...] = (("saved_unknown", "number"), ("cost_unknown", "number"))
PLAIN: tuple[tuple[str, Kind], ...] = (("year", "number"), ("member", "text"), *COUNTS, *EUROS, *UNKNOWN)


def blocks(report: LandscapeReport, language: Language) -> tuple[Block, ...]:
    """Show what comes and goes by year, what it comes to by member, and every application."""
    agenda = report.changes
    if agenda is None or not (agenda.retired or agenda.added):
        return ()
    moves = tuple(_moves(report, language))
    blocks: list[Block] = [Paragraph(words(language, "changes.how", year=agenda.year))]
    blocks.append(_years(report, language))
    for name, count in (("changes.undated", agenda.undated), ("changes.outside", agenda.outside)):
        if count:
            blocks.append(Paragraph(words(language, name, count=count)))
    keys: tuple[tuple[str, Kind], ...] = (
        *(("move", "text"), ("product", "text"), ("initiative", "text"), ("year", "number")),
        ("since", "number"),
    )
    headings = w.columns(language, *keys)
    detail = Table((*headings[:2], _heading(report, language), *headings[2:]), moves)
    return (*blocks, _members(report, language), detail)


def _heading(report: LandscapeReport, language: Language) -> Column:
    return Column("member", member_words(report.basis.portfolio.partnership, language).heading)


def _years(report: LandscapeReport, language: Language) -> Table:
    agenda = report.changes
    rows = (
        (cell(str(of.year), "text", language), *_amounts(report, amounts, language))
        for of in (agenda.years if agenda else ())
        for amounts in (_of_year(of, report.scope.member),)
    )
    return Table(w.columns(language, ("year", "text"), *COUNTS, *EUROS), tuple(rows))


def _of_year(of: YearAmounts, member: str | None) -> Amounts:
    """Give the amounts of all together, or of the one member that was asked for."""
    return of.together if member is None else of.members[member]


def _members(report: LandscapeReport, language: Language) -> Table:
    """Show what it comes to once all is done, by member and together."""
    agenda, name = report.changes, report.basis.portfolio.partnership.member_name
    of_members = agenda.members if agenda else {}
    rows = tuple(
        (Cell(member, name(member)), *_amounts(report, amounts, language))
        for member, amounts in of_members.items()
        if report.scope.member in (None, member)
    )
    cells = _amounts(report, agenda.total if agenda else Amounts(), language)
    total = (Cell(None, words(language, "changes.together")), *cells)
    columns = (_heading(report, language), *w.columns(language, *COUNTS, *EUROS))
    totals = (total,) if report.scope.member is None else ()
    return Table(columns, rows, words(language, "changes.members"), totals)


def _amounts(report: LandscapeReport, amounts: Amounts, language: Language) -> Iterator[Cell]:
    for key, _ in COUNTS:
        yield w.number_cell(getattr(amounts, key), language)
    for key, _ in EUROS:
        yield Cell(_euros(report, amounts, key), _euro_words(report, amounts, key, language))


def _euros(report: LandscapeReport, amounts: Amounts, key: str) -> int | None:
    """Give whole euros; None where none of them is known, or where they stay in git."""
    amount: int = getattr(amounts, key)
    if _is_kept(report, amounts, key) or (_unknown(amounts, key) and not amount):
        return None
    return amount


def _is_kept(report: LandscapeReport, amounts: Amounts, key: str) -> bool:
    """Whether whole euros stay in git; what is added less what is saved does where the saving does."""
    name = "saved" if key == "net_cost" else key
    return name in amounts.kept and not report.scope.has_prices


def _unknown(amounts: Amounts, key: str) -> int:
    if key == "cost":
        return amounts.cost_unknown
    return amounts.saved_unknown + (amounts.cost_unknown if key == "net_cost" else 0)


def _euro_words(report: LandscapeReport, amounts: Amounts, key: str, language: Language) -> str:
    if _is_kept(report, amounts, key):
        return words(language, "kept")
    amount, unknown = _euros(report, amounts, key), _unknown(amounts, key)
    if amount is None:
        return words(language, "unknown")
    text = formats.euros(amount, language)
    if unknown and key in ("saved", "cost", "net_cost"):
        return words(language, "of-unknown", amount=text, count=unknown)
    return text


def _moves(report: LandscapeReport, language: Language) -> Iterator[tuple[Cell, ...]]:
    """Make a row for each application that goes, and then for each product that comes."""
    agenda = report.changes
    for gone in agenda.retired if agenda else ():
        product = gone.application.application.product
        yield (
            Cell("goes", words(language, "changes.goes")),
            Cell(product, product),
            cell(w.member_names(report, (gone.member,)), "text", language),
            *_when(report, gone, language),
        )
    for coming in agenda.added if agenda else ():
        yield (
            Cell("comes", words(language, "changes.comes")),
            Cell(coming.product, coming.product),
            cell(w.member_names(report, coming.members), "text", language),
            *_when(report, coming, language),
        )


def _when(report: LandscapeReport, each: Retired | Added, language: Language) -> Iterator[Cell]:
    yield Cell(each.initiative, report.basis.portfolio.initiatives[each.initiative].title)
    for year in (each.year, each.since):
        yield Cell(year, words(language, "unknown") if year is None else str(year))


def table(report: LandscapeReport, language: Language) -> Table:
    """Make a row for each year, together and by member; without a year once all is done."""
    rows = (
        tuple(
            cell(value, kind, language)
            for (_, kind), value in zip(PLAIN, (year, member, *values), strict=True)
        )
        for year, member, values in _every(report)
    )
    return Table(tuple(Column(key, key, kind) for key, kind in PLAIN), tuple(rows))


def _every(report: LandscapeReport) -> Iterator[tuple[int | None, str | None, tuple[Data, ...]]]:
    """Give the values by year and once all is done, together and by member; by year members' stay in git."""
    agenda, only = report.changes, report.scope.member
    if agenda is None:
        return
    levels: list[tuple[int | None, Amounts, Mapping[str, Amounts]]] = [
        *((of.year, of.together, of.members) for of in agenda.years),
        (None, agenda.total, agenda.members),
    ]
    for year, together, members in levels:
        if only is None:
            yield year, None, _plain(report, together)
        for name, of in members.items():
            if only in (None, name):
                yield year, name, _plain(report, of)


def _plain(report: LandscapeReport, amounts: Amounts) -> tuple[Data, ...]:
    return (
        *(getattr(amounts, key) for key, _ in COUNTS),
        *(_euros(report, amounts, key) for key, _ in EUROS),
        *(getattr(amounts, key) for key, _ in UNKNOWN),
    )


def data(report: LandscapeReport) -> dict[str, Any] | None:
    """Give the amounts by year and once all is done, together and by member, with all that comes and goes."""
    agenda = report.changes
    if agenda is None:
        return None

    keys = [key for key, _ in (*COUNTS, *EUROS, *UNKNOWN)]
    rows = [
        {"year": year, "member": member, **dict(zip(keys, values, strict=True))}
        for year, member, values in _every(report)
    ]
    return {
        "agenda": agenda.year,
        "since": agenda.since,
        "undated": agenda.undated,
        "outside": agenda.outside,
        "amounts": rows,
        "retired": [_retired(report, each) for each in agenda.retired],
        "added": [_added(each) for each in agenda.added],
    }


def _retired(report: LandscapeReport, each: Retired) -> dict[str, Any]:
    return {
        "application": each.application.id,
        "initiative": each.initiative,
        "year": each.year,
        "since": each.since,
        "booked": each.is_booked,
        **({"yearly": each.yearly} if report.scope.has_prices else {}),
    }


def _added(each: Added) -> dict[str, Any]:
    return {
        "product": each.product,
        "members": list(each.members),
        "initiative": each.initiative,
        "year": each.year,
        "since": each.since,
        "yearly": each.yearly,
    }
