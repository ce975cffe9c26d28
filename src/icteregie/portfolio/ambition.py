"""What a member wants for itself: one file for each member, its ambitions."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from icteregie.portfolio.period import HorizonField
from icteregie.portfolio.readers import each_once, invalid_value
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import AmbitionId, Day, Id, Line, Prose

Stance: TypeAlias = Literal["wanted", "local", "parked"]
"""``wanted``: an initiative has to carry it. ``local``: the member does it by itself. ``parked``: not now."""


@record
class Ambition:
    """One thing that a member wants, and by when; ``because`` says why it isn't wanted of the others."""

    title: Line
    domain: Id | None = None
    by: HorizonField | None = None
    source: Line | None = None
    decided: Day | None = None
    stance: Annotated[Stance, Terms("ambition_stance")] = "wanted"
    because: Prose | None = None
    conflicts_with: Annotated[
        tuple[AmbitionId, ...],
        BeforeValidator(each_once),
        Field(json_schema_extra={"uniqueItems": True}),
    ] = ()

    @model_validator(mode="after")
    def _not_wanted_with_a_reason(self) -> "Ambition":
        if self.stance != "wanted" and self.because is None:
            raise invalid_value("not-wanted-without-reason", at="stance")
        return self


@record
class AmbitionList:
    """The ambitions of one member, as of a day; its file name says of whom."""

    as_of: Day
    ambitions: dict[Id, Ambition] = Field(default_factory=dict)


def ambition_id(member: str, name: str) -> str:
    """Write the id that an ambition has in the whole portfolio: utrecht/one-desk."""
    return f"{member}/{name}"
