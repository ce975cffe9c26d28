"""What an initiative costs, saves and takes: a year, a member, a team."""

from collections.abc import Sequence

from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.document import Fact, Section
from icteregie.render.show.builder import Columns, SectionBuilder
from icteregie.render.tables.table import Cell, Column, Data, Table, cell
from icteregie.reports.show import Factsheet, YearShare

BENEFITS: Columns = (("benefits", "text", ""), ("year", "number", ""), ("total", "euros", ""))
COVER: Columns = (("member", "text", ""), ("cover", "text", "cover"))
ALONE: Columns = (("member", "text", ""), ("alone", "euros", ""))
EFFORT: Columns = (("team", "text", ""), ("period", "text", ""), ("hours", "number", ""))


def section(builder: SectionBuilder) -> Section | None:
    """Describe what it costs each year, each member's share by the key, and where that comes from."""
    initiative = builder.initiative
    cover = initiative.costs.cover if initiative.costs else {}
    tables = (
        _without_id(share_table(builder.portfolio, [builder.factsheet], builder.language)),
        builder.table(BENEFITS, _benefits(builder)),
        builder.table(COVER, [(builder.member(name), how) for name, how in cover.items()]),
        builder.table(ALONE, [(builder.member(name), amount) for name, amount in initiative.alone.items()]),
        builder.table(EFFORT, _effort(builder)),
    )
    return builder.section("money", _facts(builder), tables)


def _facts(builder: SectionBuilder) -> tuple[Fact | None, ...]:
    initiative, costs, benefits = builder.initiative, builder.initiative.costs, builder.initiative.benefits
    name = builder.factsheet.cost_key
    key = builder.partnership.cost_keys.get(name)
    margin = costs.margin if costs else None
    return (
        builder.fact("cost_key", (key.label if key else name) if costs else None),
        builder.fact("as_of", costs.as_of if costs else None, "date"),
        builder.fact("margin", None if margin is None else f"{formats.decimal(margin, builder.language)}%"),
        builder.fact("people", costs.people if costs else None, "euros"),
        builder.fact("minimum_participants", initiative.minimum_participants, "number"),
        builder.fact("benefits", benefits.text if benefits else None),
        builder.fact("booked_on", benefits.booked_on if benefits else None),
    )


def _benefits(builder: SectionBuilder) -> list[tuple[Data, ...]]:
    benefits = builder.initiative.benefits
    parts = (("one_off", benefits.one_off), ("recurring", benefits.recurring)) if benefits else ()
    return [
        (builder.word(kind), year, amount) for kind, part in parts for year, amount in sorted(part.items())
    ]


def _effort(builder: SectionBuilder) -> list[tuple[Data, ...]]:
    teams = builder.partnership.teams
    return [
        (teams.get(team, team), moment.text, hours)
        for team, effort in builder.initiative.effort.items()
        for moment, hours in sorted(effort.items(), key=lambda pair: pair[0].first)
    ]


def share_table(portfolio: Portfolio, factsheets: Sequence[Factsheet], language: Language) -> Table:
    """Make a row of each initiative, kind of cost and year: the amount, and each member's share."""
    participating = {member for factsheet in factsheets for member in factsheet.participants}
    members = [(m, member.name) for m, member in portfolio.partnership.members.items() if m in participating]
    columns = (
        Column("id", sentence(language, "columns/heading.id")),
        Column("kind", sentence(language, "columns/heading.kind")),
        Column("year", sentence(language, "columns/heading.year"), "number"),
        Column("total", sentence(language, "columns/heading.total"), "euros"),
        *(Column(member, name, "euros") for member, name in members),
    )
    ids = [member for member, _ in members]
    rows = [
        _share_row(factsheet.initiative.id, share, ids, language)
        for factsheet in factsheets
        for share in factsheet.year_shares
    ]
    return Table(columns, tuple(rows))


def _share_row(name: str, share: YearShare, members: list[str], language: Language) -> tuple[Cell, ...]:
    return (
        cell(name, "text", language),
        Cell(share.kind, sentence(language, f"columns/word.{share.kind}")),
        cell(share.year, "number", language),
        *[cell(amount, "euros", language) for amount in (share.amount, *map(share.shares.get, members))],
    )


def _without_id(table: Table) -> Table:
    """Leave the first column out, for the factsheet of a single initiative."""
    return Table(table.columns[1:], tuple(row[1:] for row in table.rows))
