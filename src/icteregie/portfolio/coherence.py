"""How initiatives hang together: dependencies, outside parties, conflicts, positions."""

from typing import Annotated, Literal, TypeAlias, get_args

from icteregie.portfolio.period import Lag, LagField
from icteregie.portfolio.record import Shorthand, record
from icteregie.portfolio.scalars import ID_SCHEMA, Day, Id, Line, Prose

Link: TypeAlias = Literal["finish-to-start", "start-to-start", "finish-to-finish"]
Stance: TypeAlias = Literal["for", "against"]


@record
class Dependency:
    """What an initiative waits for, and what must be over before it can go on."""

    on: Id
    kind: Link = "finish-to-start"
    lag: LagField = Lag()


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

    position: Stance
    because: Prose | None = None


DependencyField: TypeAlias = Annotated[Dependency, Shorthand("on", ID_SCHEMA)]
PositionField: TypeAlias = Annotated[Position, Shorthand("position", {"enum": get_args(Stance)})]
