"""An initiative: one file, one proposal, from idea to done."""

from collections.abc import Collection
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from icteregie.portfolio.coherence import (
    DeclaredConflict,
    DependencyField,
    ExternalParty,
    PositionField,
)
from icteregie.portfolio.estimate import Benefits, Costs, Effort
from icteregie.portfolio.input_hints import is_everyone
from icteregie.portfolio.justification import Deviation, Experiment, Late, Obligations, Score, Step
from icteregie.portfolio.period import MomentField, Period, Window
from icteregie.portfolio.progress import Baseline, Progress, Rebaseline
from icteregie.portfolio.readers import InvalidValueError, each_once, invalid_value
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import (
    NAME,
    AmbitionId,
    Day,
    Euros,
    Id,
    Line,
    Number,
    Prose,
    RetiredId,
    WebAddress,
    Year,
)

Status: TypeAlias = Literal[
    "idea",
    "exploration",
    "proposal",
    "advised",
    "adopted",
    "running",
    "on-hold",
    "done",
    "stopped",
    "rejected",
    "parked",
]
Steering: TypeAlias = Literal["supporting", "business-critical", "transformational", "experimental"]
Priority: TypeAlias = Literal["must", "should", "could", "wont"]
Nature: TypeAlias = Literal["renewal", "maintenance", "legacy"]
CommonGround: TypeAlias = Literal["interaction", "process", "integration", "services", "data"]

PARTNERSHIP = "partnership"
"""The submitter of what nobody files alone."""

ASKED: tuple[Status, ...] = ("proposal", "advised")
DECIDED: tuple[Status, ...] = ("adopted", "running", "on-hold")
OPEN: tuple[Status, ...] = ("idea", "exploration")
PAID: tuple[Status, ...] = (*DECIDED, "done")
ENDED: tuple[Status, ...] = ("done", "stopped", "rejected", "parked")
BY_DECISION: tuple[Status, ...] = ("advised", "adopted", "rejected", "parked", "stopped")
"""Those that a meeting gives."""
_WORK = ("costs", "effort", "experiment")


def _all_or_list(raw: object) -> object:
    if raw == "all":
        return ()
    if isinstance(raw, str):
        raise invalid_value("all-or-a-list")
    if raw == []:
        raise invalid_value("empty-list")
    if isinstance(raw, list) and any(isinstance(item, str) and is_everyone(item) for item in raw):
        raise invalid_value("all-in-a-list", instead="all")
    return each_once(raw)


Ids: TypeAlias = Annotated[
    tuple[Id, ...], BeforeValidator(each_once), Field(json_schema_extra={"uniqueItems": True})
]

Participants: TypeAlias = Annotated[
    tuple[Id, ...],
    BeforeValidator(_all_or_list),
    WithJsonSchema(
        {
            "if": {"type": "array"},
            "then": {"type": "array", "items": NAME, "minItems": 1, "uniqueItems": True},
            "else": {"const": "all", "errorMessage": "participants"},
        }
    ),
]


@record
class Addition:
    """An application that an initiative brings: at its participants, or at some of them.

    ``members`` is empty for all who take part. ``yearly`` is what it costs a year, in whole euros and for
    all of these members together, from ``from`` on; without that, from the end of the initiative.
    """

    product: Line
    components: Ids = ()
    members: Participants = ()
    yearly: Euros | None = None
    start: MomentField | None = Field(default=None, alias="from")


@record
class Initiative:
    """One initiative as its file says. ``participants`` is empty when all members take part."""

    id: Id
    title: Line
    submitter: Id
    sponsor: Line | None = None
    submitted: Day
    agenda: Year | None = None
    status: Annotated[Status, Terms("status")]
    steering: Annotated[Steering, Terms("steering")]
    nature: Annotated[Nature, Terms("nature")] | None = None
    obligation: Obligations = ()
    domain: Id | None = None
    participants: Participants
    cost_key: Id | None = None
    priority: Annotated[Priority, Terms("priority")] | None = None
    summary: Prose
    problem: Prose | None = None
    do_nothing: Prose | None = None
    period: Period | None = None
    window: Window | None = None
    minimum_participants: Number | None = None
    alone: dict[Id, Euros] = Field(default_factory=dict)
    costs: Costs | None = None
    benefits: Benefits | None = None
    effort: Effort = Field(default_factory=dict)
    components: Ids = ()
    retires: Annotated[
        tuple[RetiredId, ...], BeforeValidator(each_once), Field(json_schema_extra={"uniqueItems": True})
    ] = ()
    adds: tuple[Addition, ...] = ()
    part_of: Id | None = None
    depends_on: Annotated[tuple[DependencyField, ...], BeforeValidator(each_once)] = ()
    external: tuple[ExternalParty, ...] = ()
    conflicts_with: tuple[DeclaredConflict, ...] = ()
    alternative_to: Ids = ()
    formerly: Ids = ()
    ambitions: tuple[AmbitionId, ...] = ()
    score: Score | None = None
    standards: tuple[Line, ...] = ()
    explain: Prose | None = None
    deviates: tuple[Deviation, ...] = ()
    common_ground: Annotated[CommonGround, Terms("common_ground")] | None = None
    experiment: Experiment | None = None
    steps: tuple[Step, ...] = ()
    late: Late | None = None
    support: dict[Id, PositionField] = Field(default_factory=dict)
    baseline: Baseline | None = None
    rebaselines: tuple[Rebaseline, ...] = ()
    progress: tuple[Progress, ...] = ()
    links: tuple[WebAddress, ...] = ()
    tags: Ids = ()

    @model_validator(mode="after")
    def _has_a_start_for_its_work(self) -> "Initiative":
        if wrong := self.contradiction():
            raise wrong
        return self

    def contradiction(self, unreadable: Collection[str] = ()) -> InvalidValueError | None:
        """Refuse work without a start, judged by the keys that can be read; None when that is right."""
        if "period" in unreadable or self.period is None or not self.period.is_milestone:
            return None
        work = [key for key in _WORK if key not in unreadable and self._has(key)]
        return invalid_value("milestone-with-work", work=", ".join(work), at="period") if work else None

    def _has(self, key: str) -> bool:
        """Whether a key says that it takes work: a milestone has none of them."""
        if key == "costs":
            return self.costs is not None and bool(self.costs.one_off or self.costs.recurring)
        return bool(getattr(self, key))

    @property
    def one_off_total(self) -> int | None:
        """The one-off cost of all years together, in whole euros; None without an estimate."""
        return self.costs.one_off_total if self.costs else None

    @property
    def recurring_most(self) -> int | None:
        """The recurring cost of its highest year, in whole euros; None without an estimate."""
        return self.costs.recurring_most if self.costs else None
