"""How initiatives hang together: dependencies, outside parties, conflicts, positions."""

from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field

from icteregie.portfolio.period import Lag, LagField
from icteregie.portfolio.record import Shorthand, Terms, record
from icteregie.portfolio.scalars import NAME, Day, Id, Line, Prose

Link: TypeAlias = Literal["finish-to-start", "start-to-start", "finish-to-finish", "start-to-finish"]
Stance: TypeAlias = Literal["for", "against"]


@record
class Dependency:
    """A dependency: its initiative, its type and its lag.

    Its key is ``id``. The former name ``on`` is read too: other readers of YAML 1.1 take it for true.
    """

    on: Id = Field(alias="id")
    kind: Annotated[Link, Terms("link")] = "finish-to-start"
    lag: LagField = Lag()

    @property
    def counts_from_start(self) -> bool:
        """Whether it waits for the start of its predecessor; otherwise for the end."""
        return self.kind in ("start-to-start", "start-to-finish")

    @property
    def holds_end(self) -> bool:
        """Whether its predecessor holds up its end; otherwise its start."""
        return self.kind in ("finish-to-finish", "start-to-finish")


FORMER_ID = "on"
"""What the id of a dependency was called before."""

FORMER_NAMES: dict[type, dict[str, str]] = {Dependency: {"id": FORMER_ID}}
"""The former names of keys that are still read, by record."""


@record
class ExternalParty:
    """Something an outside party must have delivered by the end of a day."""

    what: Line
    by: Day


@record
class DeclaredConflict:
    """An initiative that cannot go together with this one, and why."""

    id: Id
    why: Prose


@record
class Position:
    """What one member thinks of an initiative."""

    position: Annotated[Stance, Terms("stance")]
    because: Prose | None = None


DependencyField: TypeAlias = Annotated[Dependency, Shorthand("id", NAME, FORMER_ID)]
PositionField: TypeAlias = Annotated[
    Position, Shorthand("position", {"enum": get_args(Stance), "terms": "stance"})
]
