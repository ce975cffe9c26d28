"""What an initiative brings to the table: obligation, score, experiment, steps, grounds."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from icteregie.portfolio.estimate import OneOff
from icteregie.portfolio.period import MomentField
from icteregie.portfolio.readers import invalid_value, is_placeholder
from icteregie.portfolio.record import OneOrMore, Terms, record
from icteregie.portfolio.scalars import MARK, NAME, Day, Euros, Id, Line, Mark, Prose, read_id

Route: TypeAlias = Literal["now", "spring-memorandum", "next-agenda"]
ObligationKind: TypeAlias = Literal["statutory", "contractual", "choice"]
GROUNDS = ("unforeseen", "unavoidable", "not_postponable")


@record
class Obligation:
    """Whether an initiative must be done, on what basis, and by the end of which day."""

    kind: Annotated[ObligationKind, Terms("obligation")]
    basis: Line | None = None
    deadline: Day | None = None


Obligations: TypeAlias = Annotated[tuple[Obligation, ...], OneOrMore()]


@record
class Risk:
    """How likely it is to go wrong, how bad that is, and what is done about it."""

    likelihood: Mark
    impact: Mark
    measure: Prose | None = None


_EVERYONE = ""  # a key that no file can hold


def _for_everyone(raw: object) -> object:
    return {_EVERYONE: raw} if isinstance(raw, str) and raw else raw


def _member(raw: object) -> str:
    return _EVERYONE if raw == _EVERYONE else read_id(raw)


Marks: TypeAlias = Annotated[
    dict[Annotated[str, PlainValidator(_member)], Mark],
    BeforeValidator(_for_everyone),
    WithJsonSchema(
        {
            "if": {"type": "object"},
            "then": {
                "type": "object",
                "additionalProperties": False,
                "patternProperties": {NAME["pattern"]: MARK},
                "errorMessage": "key-id",
            },
            "else": MARK,
        }
    ),
]


@record
class Score:
    """Value and urgency from 1 to 5; the value is one mark or one per member."""

    value: Marks = Field(default_factory=dict)
    urgency: Mark | None = None
    risk: Risk | None = None

    def value_for(self, member: str) -> int | None:
        """Give the mark that holds for one member."""
        return self.value.get(member, self.value.get(_EVERYONE))

    @property
    def members(self) -> tuple[str, ...]:
        """The members that gave a mark of their own."""
        return tuple(name for name in self.value if name != _EVERYONE)


@record
class Experiment:
    """What is to be learnt, within which time and money, and when it stops.

    ``learned`` is what was learnt once it has ended, and ``scale`` whether to go on at large.
    """

    learning_goal: Prose
    time_box: MomentField
    budget_cap: Euros
    stop_when: Prose
    decides: Id | None = None
    learned: Prose | None = None
    scale: Annotated[Literal["yes", "no"], Terms("scale")] | None = None


@record
class Deviation:
    """A principle of the partnership that is not followed, and why."""

    principle: Id
    because: Prose


@record
class Step:
    """A part with an end and a one-off cost of its own, and what is decided there."""

    name: Line
    end: MomentField
    decide: Line | None = None
    one_off: OneOff | None = None


def _no_decision(raw: object) -> object:
    if raw == "rejected":
        raise invalid_value("rejected-by-a-decision")
    return raw


@record
class Late:
    """Why an initiative is late: the three grounds, and the requested route."""

    unforeseen: Prose | None = None
    unavoidable: Prose | None = None
    not_postponable: Prose | None = None
    route: Annotated[Route, Terms("route"), BeforeValidator(_no_decision)] | None = None

    @property
    def missing_grounds(self) -> tuple[str, ...]:
        """The grounds that are not given, or not yet written, in their usual order."""
        texts = ((ground, getattr(self, ground)) for ground in GROUNDS)
        return tuple(ground for ground, text in texts if text is None or is_placeholder(text))
