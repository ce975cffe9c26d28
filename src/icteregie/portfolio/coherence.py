"""How initiatives hang together: dependencies, outside parties, conflicts, positions."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, WithJsonSchema

from icteregie.portfolio.period import Lag, LagField
from icteregie.portfolio.record import record
from icteregie.portfolio.scalars import Day, Id, Line, Prose

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


def _named(key: str) -> BeforeValidator:
    """Let a bare text stand for a mapping with one key."""
    return BeforeValidator(lambda raw: {key: raw} if isinstance(raw, str) else raw)


_ID_OR_MORE = {
    "anyOf": [
        {"type": "string", "pattern": "^[a-z]"},
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["on"],
            "properties": {
                "on": {"type": "string"},
                "kind": {"enum": ["finish-to-start", "start-to-start", "finish-to-finish"]},
                "lag": {"type": "string", "pattern": "^[1-9][0-9]* (day|week|month)s?$"},
            },
        },
    ]
}
_STANCE_OR_MORE = {
    "anyOf": [
        {"enum": ["for", "against"]},
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["position"],
            "properties": {"position": {"enum": ["for", "against"]}, "because": {"type": "string"}},
        },
    ]
}

DependencyField: TypeAlias = Annotated[Dependency, _named("on"), WithJsonSchema(_ID_OR_MORE)]
PositionField: TypeAlias = Annotated[Position, _named("position"), WithJsonSchema(_STANCE_OR_MORE)]
