"""What an initiative costs, saves and takes: a year, a member, a team."""

from icteregie.analysis.cost_sharing import cost_key_of
from icteregie.messages import formats
from icteregie.render.show.builder import Columns, Fact, Section, Writer
from icteregie.render.show.shares import share_table, without_id
from icteregie.render.tables.table import Data

BENEFITS: Columns = (("benefits", "text", ""), ("year", "number", ""), ("total", "euros", ""))
COVER: Columns = (("member", "text", ""), ("cover", "text", "cover"))
ALONE: Columns = (("member", "text", ""), ("alone", "euros", ""))
EFFORT: Columns = (("team", "text", ""), ("period", "text", ""), ("hours", "number", ""))


def section(writer: Writer) -> Section | None:
    """Tell what it costs each year, each member's share by the key, and where that comes from."""
    one = writer.one
    cover = one.costs.cover if one.costs else {}
    tables = (
        without_id(share_table(writer.portfolio, [one], writer.language)),
        writer.table(BENEFITS, _benefits(writer)),
        writer.table(COVER, [(writer.member(name), how) for name, how in cover.items()]),
        writer.table(ALONE, [(writer.member(name), amount) for name, amount in one.alone.items()]),
        writer.table(EFFORT, _effort(writer)),
    )
    return writer.section("money", _facts(writer), tables)


def _facts(writer: Writer) -> tuple[Fact | None, ...]:
    one, costs, gains = writer.one, writer.one.costs, writer.one.benefits
    name = cost_key_of(one, writer.portfolio.partnership)
    key = writer.portfolio.partnership.cost_keys.get(name)
    margin = costs.margin if costs else None
    return (
        writer.fact("cost_key", (key.label if key else name) if costs else None),
        writer.fact("as_of", costs.as_of if costs else None, "date"),
        writer.fact("margin", None if margin is None else f"{formats.decimal(margin, writer.language)}%"),
        writer.fact("people", costs.people if costs else None, "euros"),
        writer.fact("minimum_participants", one.minimum_participants, "number"),
        writer.fact("benefits", gains.text if gains else None),
        writer.fact("booked_on", gains.booked_on if gains else None),
    )


def _benefits(writer: Writer) -> list[tuple[Data, ...]]:
    gains = writer.one.benefits
    parts = (("one_off", gains.one_off), ("recurring", gains.recurring)) if gains else ()
    return [
        (writer.word(kind), year, amount) for kind, part in parts for year, amount in sorted(part.items())
    ]


def _effort(writer: Writer) -> list[tuple[Data, ...]]:
    teams = writer.portfolio.partnership.teams
    return [
        (teams.get(team, team), moment.text, amount)
        for team, effort in writer.one.effort.items()
        for moment, amount in sorted(effort.items(), key=lambda found: found[0].first)
    ]
