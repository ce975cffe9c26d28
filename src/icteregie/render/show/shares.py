"""Each participant's share of what initiatives cost in each year, by the cost key."""

from collections.abc import Iterator, Mapping, Sequence

from icteregie.analysis.cost_sharing import NoShareError, share_of
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.tables.table import Cell, Column, Table, cell


def shares(portfolio: Portfolio, initiative: Initiative, amount: int) -> Mapping[str, int]:
    """Share an amount over the participants; {} when the key gives none of them any weight."""
    try:
        return share_of(portfolio, initiative, amount)
    except NoShareError:
        return {}


def share_table(portfolio: Portfolio, initiatives: Sequence[Initiative], language: Language) -> Table:
    """Give a row for each initiative, kind of cost and year: the amount, and each member's share."""
    taking_part = {m for initiative in initiatives for m in portfolio.participants(initiative)}
    members = [(m, found.name) for m, found in portfolio.partnership.members.items() if m in taking_part]
    columns = (
        Column("id", sentence(language, "columns/heading.id")),
        Column("kind", sentence(language, "columns/heading.kind")),
        Column("year", sentence(language, "columns/heading.year"), "number"),
        Column("total", sentence(language, "columns/heading.total"), "euros"),
        *(Column(member, name, "euros") for member, name in members),
    )
    rows = (
        (
            cell(initiative.id, "text", language),
            Cell(kind, sentence(language, f"columns/word.{kind}")),
            cell(year, "number", language),
            cell(amount, "euros", language),
            *(cell(share.get(member), "euros", language) for member, _ in members),
        )
        for initiative, kind, year, amount in _amounts(initiatives)
        for share in (shares(portfolio, initiative, amount),)
    )
    return Table(columns, tuple(rows))


def without_id(table: Table) -> Table:
    """Leave the first column out, for the sheet of a single initiative."""
    return Table(table.columns[1:], tuple(row[1:] for row in table.rows))


def _amounts(initiatives: Sequence[Initiative]) -> Iterator[tuple[Initiative, str, int, int]]:
    for initiative in initiatives:
        if initiative.costs is None:
            continue
        parts = (("one_off", initiative.costs.one_off), ("recurring", initiative.costs.recurring))
        for kind, part in parts:
            for year, amount in sorted(part.items()):
                yield initiative, kind, year, amount
