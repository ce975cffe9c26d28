"""The puzzle of an agenda as values: the ways to do each initiative, the room there is, and what binds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from icteregie.analysis.plan.quarters import Quarter
from icteregie.portfolio.coherence import Dependency

LimitKind: TypeAlias = Literal["one-off", "recurring", "hours", "share"]
Must: TypeAlias = Literal["pinned", "statutory", "contractual", "board"]
MONEY: tuple[LimitKind, ...] = ("one-off", "recurring")
FLOOR_PARTS = 10_000
"""A floor is written in so many parts of the whole value: hundredths of a percent."""
MUSTS: tuple[Must, ...] = ("pinned", "statutory", "contractual", "board")
"""Why an initiative has to be on the agenda, the heaviest first."""
Never: TypeAlias = Literal[
    "wont",
    "no-marks",
    "no-costs",
    "pinned-out",
    "pinned-later",
    "too-few",
    "no-start",
    "waits-for",
    "too-early",
    "fixed-instead",
    "not-asking",
]
"""Why an initiative can't be on, whatever else is: the board won't have it; no mark says what it is worth;
nobody gave its cost; it is pinned out; it is pinned to a later start than its window allows; without those
who are absent too few members take part; no start lies in its window and in years with a budget; it waits for
``other``, which is not planned; ``other``, which is fixed, isn't ready before its latest start; ``other``,
which is fixed, excludes it; it was laid down and asks for no place on the agenda."""


@dataclass(frozen=True, slots=True, order=True)
class Limit:
    """What there is only so much of: money in a year, hours of a team in a quarter, a share in a year.

    ``period`` is a year, of hours a quarter; ``of`` is the team, or the member whose share it is.
    """

    what: LimitKind
    period: int
    of: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One way to do an initiative: in which quarter it starts, and who takes part.

    ``moved`` counts the quarters from what was asked. ``first`` and ``last`` are its days; of a milestone the
    first is the day after the last. ``worth`` is its value by member. ``uses`` has whole euros and hours,
    also where there is no limit.
    """

    id: str
    start: Quarter
    moved: int
    members: tuple[str, ...]
    first: date
    last: date
    worth: Mapping[str, int]
    uses: Mapping[Limit, int]

    @property
    def value(self) -> int:
        """What it is worth to all who take part."""
        return sum(self.worth.values())

    @property
    def cost(self) -> int:
        """One-off and recurring cost of all years, in whole euros."""
        return sum(amount for limit, amount in self.uses.items() if limit.what in MONEY)


@dataclass(frozen=True, slots=True)
class Link:
    """``after`` waits for ``before``; both are candidates."""

    before: str
    after: str
    link: Dependency


@dataclass(frozen=True, slots=True)
class Hopeless:
    """Why an initiative is never on; ``other`` is the initiative that is in the way, if one is."""

    why: Never
    other: str = ""


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the value doesn't rest on, by id: urgency that nobody gave, marks that lack, no hours given.

    ``sets`` are those of which not every set of members was tried.
    """

    urgency: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    costs: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that a member gets of the value of a plan, in hundredths of a percent."""

    member: str
    least: int


@dataclass(frozen=True, slots=True)
class Problem:
    """All that a plan for the agenda of a year is chosen from.

    ``columns`` has the ways to do each candidate that can be on, the earliest start first; ``never`` those
    that can't, and ``required`` why those of them that have to be on do. ``room`` is what is left after what
    is fixed; what isn't in it doesn't limit. Of each set in ``apart`` at most one can be on. ``late`` has, by
    id, the days that its only start is too late. ``floors`` hold once as many as fit of what has to be on
    are on.
    """

    year: int
    quarters: range
    columns: Mapping[str, tuple[Column, ...]]
    never: Mapping[str, Hopeless]
    musts: Mapping[str, Must]
    capacity: Mapping[Limit, int]
    links: tuple[Link, ...] = ()
    apart: tuple[frozenset[str], ...] = ()
    late: Mapping[str, int] = field(default_factory=dict)
    required: Mapping[str, Must] = field(default_factory=dict)
    gaps: Gaps = Gaps()
    floors: tuple[Floor, ...] = ()


Plan: TypeAlias = Mapping[str, Column]
"""Who is on, by id, and how."""


def value_of(plan: Plan) -> int:
    """Add up the value of a plan."""
    return sum(column.value for column in plan.values())


def cost_of(plan: Plan) -> int:
    """Add up the cost of a plan over all years, in whole euros."""
    return sum(column.cost for column in plan.values())
