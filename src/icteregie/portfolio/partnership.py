"""The partnership: its members, keys, bodies, calendar, domains and rules (regie.yaml)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from icteregie.portfolio import config
from icteregie.portfolio.direction import Domain, Party
from icteregie.portfolio.money_rates import MoneyRates
from icteregie.portfolio.period import HorizonField
from icteregie.portfolio.readers import invalid_value
from icteregie.portfolio.record import Shorthand, Terms, record
from icteregie.portfolio.scalars import (
    FORMAT_ONE,
    CbsCode,
    Day,
    Euros,
    GemmaId,
    Hours,
    Id,
    Line,
    OnlyTrue,
    Part,
    Percentage,
    Weight,
    Year,
)
from icteregie.portfolio.thresholds import Thresholds

FORMAT = "1"
"""The version of the file format that is read."""


@record
class CostKey:
    """Exactly one of: a weight per member, equal shares, or a mix of other keys."""

    label: Line
    as_of: Day | None = None
    weights: dict[Id, Weight] = Field(default_factory=dict)
    equal: OnlyTrue = False
    mix: dict[Id, Percentage] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _exactly_one_way(self) -> "CostKey":
        if (bool(self.weights), self.equal, bool(self.mix)).count(True) != 1:
            raise invalid_value("one-way-of-sharing")
        if self.weights and not any(self.weights.values()):
            raise invalid_value("no-weight-at-all")
        total = sum(self.mix.values(), Decimal(0))
        if self.mix and total != Decimal(100):
            raise invalid_value("mix-is-not-100", sum=f"{total.normalize():f}%")
        return self


Level: TypeAlias = Literal["error", "warning", "off"]
Language: TypeAlias = config.Language

# Stands for a group that is left out; it is filled with the defaults of its keys when it is
# needed, because making one while this module loads would build its validator every time.
_NOTHING: Any = {}


@record
class Member:
    """A municipality that takes part; ``code`` is its CBS and TOOI code, such as GM0363.

    ``since`` and ``until`` are the first and the last day on which it is a member, both inclusive; None
    where there is none.
    """

    name: Line
    code: CbsCode | None = None
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None

    def is_member_on(self, day: date) -> bool:
        """Whether it is a member on a day."""
        return self.has_joined_by(day) and (self.until is None or day <= self.until)

    def has_joined_by(self, day: date) -> bool:
        """Whether it became a member on a day or before."""
        return self.since is None or self.since <= day


@record
class Noun:
    """What one member is called, and more of them; ``article`` is that of the Dutch word."""

    singular: Line
    plural: Line
    article: Annotated[Literal["de", "het"], Terms("article")] = "de"


@record
class MemberWord:
    """What this partnership calls its members, in each language that it is read in."""

    nl: Noun | None = None
    en: Noun | None = None


@record
class Body:
    """Who meets: the innovation board advises, the directors decide."""

    name: Line
    role: Annotated[Literal["advises", "decides"], Terms("role")]


@record
class Meeting:
    """One meeting of one body. Dates are written out: holidays break every recurrence rule.

    ``id`` names it in calendars, so that it stays the same meeting when it is moved to another day.
    """

    body: Id
    date: Day
    id: Id | None = None


@record
class Budget:
    """What a year has to spend, in whole euros.

    ``covers`` says on what: ``new``, what this agenda asks; ``all``, also what runs already, which is then
    taken off first. ``realisation`` is the part of what is planned that is spent in its own year.
    """

    one_off: Euros | None = None
    recurring: Euros | None = None
    covers: Annotated[Literal["new", "all"], Terms("covers")] = "new"
    realisation: Part | None = None

    @property
    def one_off_to_plan(self) -> int | None:
        """The most that may be planned so that what is spent of it fits, in whole euros; None if unknown."""
        return None if self.one_off is None else self.to_plan(self.one_off)

    def to_plan(self, euros: int) -> int:
        """Give the most one-off cost that may be planned to spend so much; rounded down."""
        return (
            euros if self.realisation is None else floor(Fraction(euros * 100) / Fraction(self.realisation))
        )


@record
class AgendaYear:
    """The dates of one agenda, its budget, and each team's capacity in hours a quarter.

    The day of a deadline is in time. ``received`` has, by initiative, the day on which the board
    received what was merged later.
    """

    first_estimate: Day | None = None
    intake_closes: Day
    dossier_closes: Day
    received: dict[Id, Day] = Field(default_factory=dict)
    advice: Day
    decision: Day
    late_advice: Day | None = None
    late_decision: Day | None = None
    budget: Budget = Field(default=_NOTHING, validate_default=True)
    capacity: dict[Id, Hours] = Field(default_factory=dict)


@record
class Target:
    """The product that all members are to run for a component, and by when."""

    product: Line
    by: HorizonField


@record
class Component:
    """A shared building block, with its GEMMA reference component where there is one.

    ``target`` is the one product that all are to run; ``support_until`` the last day on which what the
    members share is supported.
    """

    name: Line
    domain: Id | None = None
    gemma: GemmaId | None = None
    target: Target | None = None
    support_until: Day | None = None


@record
class RuleSetting:
    """How heavy a rule weighs here, and the first agenda year in which it counts."""

    level: Annotated[Level, Terms("level")] | None = None
    since: Year | None = Field(default=None, alias="from")


RuleField: TypeAlias = Annotated[RuleSetting, Shorthand("level", {"enum": get_args(Level), "terms": "level"})]


@record
class PastInGit:
    """From which day on git's history counts; what arrived before keeps the day that was typed."""

    since: Day | None = None


def _at_least_one(raw: object) -> object:
    if raw in ({}, None):
        raise invalid_value("empty")
    return raw


@record
class Partnership:
    """The whole of ``regie.yaml``. The order of ``members`` is the order in every table."""

    format: Annotated[Literal["1"], WithJsonSchema(FORMAT_ONE)]
    name: Line
    language: Annotated[Language, Terms("language")] = "nl"
    members: Annotated[dict[Id, Member], BeforeValidator(_at_least_one)]
    member_word: MemberWord = Field(default=_NOTHING, validate_default=True)
    cost_keys: Annotated[dict[Id, CostKey], BeforeValidator(_at_least_one)]
    default_cost_key: Id
    bodies: dict[Id, Body] = Field(default_factory=dict)
    meetings: tuple[Meeting, ...] = ()
    agendas: dict[Year, AgendaYear] = Field(default_factory=dict)
    parties: dict[Id, Party] = Field(default_factory=dict)
    domains: dict[Id, Domain] = Field(default_factory=dict)
    components: dict[Id, Component] = Field(default_factory=dict)
    principles: dict[Id, Line] = Field(default_factory=dict)
    teams: dict[Id, Line] = Field(default_factory=dict)
    money: MoneyRates = Field(default=_NOTHING, validate_default=True)
    history: PastInGit = Field(default=_NOTHING, validate_default=True)
    rules: dict[str, RuleField] = Field(default_factory=dict)
    thresholds: Thresholds = Field(default=_NOTHING, validate_default=True)

    def members_in(self, year: int) -> tuple[str, ...]:
        """List who are members on 1 January of a year, in their order."""
        return tuple(name for name, member in self.members.items() if member.is_member_on(date(year, 1, 1)))

    def member_name(self, member: str) -> str:
        """Give the name of a member; an id that names none is given as it is."""
        known = self.members.get(member)
        return known.name if known else member
