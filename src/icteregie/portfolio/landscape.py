"""What a member runs today: its applications, their cost and their contracts."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, WithJsonSchema, model_validator

from icteregie.portfolio.initiative import CommonGround, Ids
from icteregie.portfolio.period import DurationField, Lag
from icteregie.portfolio.readers import invalid_value
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import BBN, Day, Euros, Id, Line, Number, Prose

Stage: TypeAlias = Literal["planned", "in-use", "ending", "gone"]
"""``ending`` is still in use, and will be replaced or stopped; ``gone`` is kept for what once was."""
Hosting: TypeAlias = Literal["own", "shared", "hosted", "saas"]
"""Where it runs: at the member, at the partnership, at a host that the member chose, or at its supplier."""
ContractChoice: TypeAlias = Literal["renew", "end"]
Bbn: TypeAlias = Annotated[Literal["1", "2", "3"], WithJsonSchema(BBN)]

IN_USE: tuple[Stage, ...] = ("in-use", "ending")
"""The stages that count as running today."""


@record
class Contract:
    """When a contract ends, and how long before that it must be given notice.

    ``renews`` is how long it is prolonged each time that no notice was given, ``last`` the day after which
    it can't be. ``decided`` is what the member decided on its end, with the reason in ``because``: to renew
    it, or to let it end and put nothing in its place. All days are in time themselves.
    """

    end: Day
    notice: DurationField | None = None
    renews: DurationField | None = None
    last: Day | None = None
    decided: Annotated[ContractChoice, Terms("contract_choice")] | None = None
    because: Prose | None = None

    @model_validator(mode="after")
    def _decided_with_a_reason(self) -> "Contract":
        if self.decided is not None and self.because is None:
            raise invalid_value("decided-without-reason", at="decided")
        if self.last is not None and self.last < self.end:
            raise invalid_value("last-before-end", end=self.end.isoformat(), at="last")
        return self

    def notice_day(self, end: date | None = None) -> date:
        """Give the last day to give notice before an end; of the contract's own end where none is given."""
        return (self.notice or Lag()).before(end or self.end)


@record
class Application:
    """One application of one member: the product it runs, and what is known of it.

    ``components`` are those of the partnership that it fills; none of them may be known. ``yearly`` is in
    whole euros, and ``users`` in persons; None is unknown, which is not 0. ``support_until`` is the last
    day on which the supplier supports this version. ``source`` and ``imported`` say which row of which
    day's export it was read from.
    """

    product: Line
    supplier: Line | None = None
    version: Line | None = None
    components: Ids
    users: Number | None = None
    yearly: Euros | None = None
    contract: Contract | None = None
    stage: Annotated[Stage, Terms("stage")]
    hosting: Annotated[Hosting, Terms("hosting")] | None = None
    common_ground: Annotated[CommonGround, Terms("common_ground")] | None = None
    support_until: Day | None = None
    initiative: Id | None = None
    bbn: Annotated[Bbn, Terms("bbn")] | None = None
    source: Line | None = None
    imported: Day | None = None


@record
class Landscape:
    """The applications of one member, or of one part of it, as of a day; the file's path says of whom."""

    as_of: Day
    applications: dict[Id, Application] = Field(default_factory=dict)


def application_id(member: str, name: str) -> str:
    """Write the id that an application has in the whole portfolio: utrecht/case-system."""
    return f"{member}/{name}"


def member_of(key: str) -> str:
    """Give the member whose landscape a file holds, by the key of the file: utrecht, or utrecht/social."""
    return key.partition("/")[0]
