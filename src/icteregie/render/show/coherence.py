"""What an initiative waits for, what waits for it, what it clashes with, what could replace it."""

from collections.abc import Iterator

from icteregie.analysis.dependencies.edges import Edge, earliest_date, edges, slack
from icteregie.portfolio.initiative import Initiative
from icteregie.render.show.builder import Columns, Fact, Section, Writer
from icteregie.render.tables.table import Data

LINK: Columns = (
    ("title", "text", ""),
    ("link", "text", "link"),
    ("ready", "date", ""),
    ("slack", "number", ""),
)


def section(writer: Writer) -> Section | None:
    """Tell the coherence both ways, also what only the other initiative's file says."""
    one = writer.one
    known = tuple(edges(writer.portfolio))
    before = [_link(edge, edge.on) for edge in known if edge.dependent is one]
    after = [_link(edge, edge.dependent) for edge in known if edge.on is one]
    return writer.section(
        "coherence",
        (*_clashes(writer), writer.fact("alternative_to", _alternatives(writer))),
        (
            writer.table((("depends_on", "text", ""), *LINK), before),
            writer.table((("waiting", "text", ""), *LINK), after),
        ),
    )


def _link(edge: Edge, other: Initiative) -> tuple[Data, ...]:
    before = edge.on.period
    free = earliest_date(edge.link, before.start.first, before.end.last) if before else None
    return (other.id, other.title, edge.link.kind, free, slack(edge))


def _clashes(writer: Writer) -> Iterator[Fact]:
    label = writer.heading("conflicts_with")
    for conflict in writer.one.conflicts_with:
        yield Fact(f"{label} {conflict.id}", conflict.why)
    for other in writer.portfolio.initiatives.values():
        for conflict in other.conflicts_with:
            if conflict.id == writer.one.id:
                yield Fact(f"{label} {other.id}", conflict.why)


def _alternatives(writer: Writer) -> tuple[str, ...]:
    others = writer.portfolio.initiatives.values()
    naming = (other.id for other in others if writer.one.id in other.alternative_to)
    return tuple(dict.fromkeys((*writer.one.alternative_to, *naming)))
