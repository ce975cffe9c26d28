"""The plan of an agenda as it is kept: what people lay down beforehand, and below it what was made of it."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from icteregie.portfolio.initiative import Ids
from icteregie.portfolio.period import QuarterField
from icteregie.portfolio.readers import invalid_value
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import Euros, Hours, Id, Line, Prose, Total, TrueOrFalse, Year

RoomKind: TypeAlias = Literal["one-off", "recurring", "hours", "share"]
LackKind: TypeAlias = Literal[
    "one-off", "recurring", "hours", "share", "waits-for", "too-early", "holds-up", "together"
]
NeverKind: TypeAlias = Literal[
    "wont",
    "no-marks",
    "no-costs",
    "pinned-out",
    "pinned-later",
    "no-start",
    "waits-for",
    "too-early",
    "fixed-instead",
    "no-plan",
]
"""Why no plan can have an initiative; ``no-plan``: none that fits has it."""
PlanStatus: TypeAlias = Literal["proved", "fewest-changes", "gap", "by-hand"]
"""``proved``: nothing has more value. ``fewest-changes``: nothing of about as much value changes less in the
plan before it. ``gap``: something might have more. ``by-hand``: nothing better was sought."""


@record
class PlanPin:
    """What is laid down of one initiative: on or off, not before a quarter, and who take part."""

    is_in: TrueOrFalse | None = Field(default=None, alias="in")
    not_before: QuarterField | None = None
    members: Ids = ()
    because: Prose | None = None

    @model_validator(mode="after")
    def _lays_down_one_thing(self) -> "PlanPin":
        if self.is_in is None and self.not_before is None and not self.members:
            raise invalid_value("pin-of-nothing")
        more = next((name for name in ("not_before", "members") if getattr(self, name)), "")
        if self.is_in is False and more:
            raise invalid_value("out-and-more", key=more, at=more)
        return self


@record
class Placed:
    """One initiative that is on: in which quarter it starts and who take part."""

    id: Id
    start: QuarterField
    members: Ids = ()


@record
class PlanRoom:
    """So much of a limit: money of a year, hours of a team in a quarter, or a member's share in a year."""

    what: Annotated[RoomKind, Terms("plan_room")]
    year: Year | None = None
    quarter: QuarterField | None = None
    team: Id | None = None
    member: Id | None = None
    amount: Euros


@record
class PlanLack:
    """One thing that an initiative lacks beside the plan: so much of a limit, or another initiative."""

    what: Annotated[LackKind, Terms("plan_lack")]
    year: Year | None = None
    quarter: QuarterField | None = None
    team: Id | None = None
    member: Id | None = None
    amount: Euros | None = None
    id: Id | None = None


@record
class PlanChange:
    """The least room that lets an initiative in; ``placed`` is what then differs from the plan."""

    capacity: tuple[PlanRoom, ...] = Field(default=(), alias="room")
    placed: tuple[Placed, ...] = ()


@record
class PlanInstead:
    """The best plan that has an initiative: what it pushes ``out``, and what else differs from the plan."""

    value: Total
    cost: Euros
    out: Ids = ()
    placed: tuple[Placed, ...] = ()


@record
class PlanLeftOut:
    """An initiative that is not on: what it lacks, what would let it in, or why it can't be on."""

    id: Id
    start: QuarterField | None = None
    members: Ids = ()
    lacks: tuple[PlanLack, ...] = ()
    change: PlanChange | None = None
    instead: PlanInstead | None = None
    never: Annotated[NeverKind, Terms("plan_never")] | None = None
    because_of: Id | None = None


@record
class PlanBetter:
    """What a member gets of the plan, and what it would get together with the others of its group."""

    plan: Total
    together: Total


@record
class PlanGroup:
    """Members that would each get more by themselves, and the plan that shows it."""

    members: Ids
    better: dict[Id, PlanBetter] = Field(default_factory=dict)
    placed: tuple[Placed, ...] = ()


@record
class PlanInputs:
    """What the plan was made of: a mark of each initiative and pin, the room there was, and an hour."""

    initiatives: dict[Id, Line] = Field(default_factory=dict)
    pins: dict[Id, Line] = Field(default_factory=dict)
    capacity: tuple[PlanRoom, ...] = Field(default=(), alias="room")
    members: Line | None = None
    hour: Hours | None = None


@record
class PlanResult:
    """The plan that was made, and why others are out of it.

    ``fingerprint`` changes with what the plan depends on; ``read`` tells what that is. ``bound`` is the most
    value that any plan can have; None where nobody looked.
    """

    fingerprint: Line
    status: Annotated[PlanStatus, Terms("plan_status")]
    value: Total
    bound: Total | None = None
    cost: Euros
    on: tuple[Placed, ...] = Field(default=(), alias="placed")
    left_out: tuple[PlanLeftOut, ...] = ()
    clash: Ids = ()
    coalitions: tuple[PlanGroup, ...] = ()
    read: PlanInputs | None = None


@record
class PlanFile:
    """The plan of the agenda of a year: what people lay down, and the result of ``regie plan --write``.

    ``ceilings`` are in whole euros by year and member, ``hour`` is what an hour of extra room weighs in
    euros; None for the usual.
    """

    year: Year
    pins: dict[Id, PlanPin] = Field(default_factory=dict)
    ceilings: dict[Year, dict[Id, Euros]] = Field(default_factory=dict)
    hour: Hours | None = None
    result: PlanResult | None = None
