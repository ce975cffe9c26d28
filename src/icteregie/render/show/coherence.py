"""Dependencies, dependents, conflicts and alternatives of an initiative."""

from icteregie.render.document import Fact, Section
from icteregie.render.show.builder import Columns, SectionBuilder
from icteregie.render.tables.table import Data
from icteregie.reports.show import Neighbour

LINK: Columns = (
    ("title", "text", ""),
    ("link", "text", "link"),
    ("ready", "date", ""),
    ("slack", "number", ""),
)


def section(builder: SectionBuilder) -> Section | None:
    """Describe the coherence both ways, also what only the other initiative's file says."""
    factsheet = builder.factsheet
    label = builder.heading("conflicts_with")
    conflicts = (
        Fact(f"{label} {other}", reason, key="conflicts_with") for other, reason in factsheet.conflicts
    )
    return builder.section(
        "coherence",
        (*conflicts, builder.fact("alternative_to", factsheet.alternatives)),
        (
            builder.table((("depends_on", "text", ""), *LINK), map(_row, factsheet.waits_for)),
            builder.table((("waiting", "text", ""), *LINK), map(_row, factsheet.waited_for_by)),
        ),
    )


def _row(neighbour: Neighbour) -> tuple[Data, ...]:
    other = neighbour.initiative
    return (other.id, other.title, neighbour.link, neighbour.ready, neighbour.slack)
