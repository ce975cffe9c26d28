"""What a meeting advised and decided about an agenda: one file for each meeting, its list of decisions."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from icteregie.portfolio.period import MomentField
from icteregie.portfolio.progress import Reasons
from icteregie.portfolio.readers import each_once, invalid_value
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import Day, Euros, Id, Line, Prose, Year

DecisionKind: TypeAlias = Literal["adopt", "reject", "park", "defer", "stop", "continue", "rebaseline"]
ConditionKind: TypeAlias = Literal["before-start", "during"]


def _some(raw: object) -> object:
    if raw in ([], "", None):
        raise invalid_value("empty-list")
    return each_once([raw] if isinstance(raw, str) else raw)


Subjects: TypeAlias = Annotated[
    tuple[Id, ...], BeforeValidator(_some), Field(json_schema_extra={"uniqueItems": True, "minItems": 1})
]


@record
class Condition:
    """What must be done before the start, or while it runs; met or waived on a day."""

    what: Line
    by: Day | None = None
    owner: Line | None = None
    kind: Annotated[ConditionKind, Terms("condition")] = "before-start"
    met: Day | None = None
    waived: Day | None = None
    because: Prose | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was neither met nor waived."""
        return self.met is None and self.waived is None

    @model_validator(mode="after")
    def _waived_with_a_reason(self) -> "Condition":
        if self.waived is not None and self.because is None:
            raise invalid_value("waived-without-reason", at="waived")
        return self


@record
class Advice:
    """What a body that advises says of initiatives; of alternatives, which one to choose."""

    initiatives: Subjects
    choose: Id | None = None
    because: Prose | None = None
    dissent: dict[Id, Prose] = Field(default_factory=dict)


@record
class Decision:
    """What a meeting decided about initiatives, with its conditions and who was against."""

    initiatives: Subjects
    decision: Annotated[DecisionKind, Terms("decision")]
    because: Prose | None = None
    dissent: dict[Id, Prose] = Field(default_factory=dict)
    conditions: tuple[Condition, ...] = ()
    to: Year | None = None
    since: Day | None = Field(default=None, alias="from")
    end: MomentField | None = None
    one_off: Euros | None = None
    recurring: Euros | None = None
    reasons: Reasons = ()

    @model_validator(mode="after")
    def _has_what_its_kind_asks(self) -> "Decision":
        if self.decision == "defer" and self.to is None:
            raise invalid_value("defer-without-year", at="decision")
        missing = [name for name in ("end", "one_off") if getattr(self, name) is None]
        if self.decision == "rebaseline" and missing:
            raise invalid_value("rebaseline-without-promise", missing=", ".join(missing), at="decision")
        return self


@record
class DecisionList:
    """The list of one meeting, or of one who decides by mandate; its file name says the day and who."""

    agenda: Year | None = None
    present: Annotated[tuple[Id, ...], BeforeValidator(each_once)] = ()
    absent: dict[Id, Line] = Field(default_factory=dict)
    advice: tuple[Advice, ...] = ()
    decisions: tuple[Decision, ...] = ()
    confirmed: Day | None = None
