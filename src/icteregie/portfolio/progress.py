"""The course of an initiative after adoption: baseline, rebaselines and progress."""

from typing import Annotated, Literal, TypeAlias

from icteregie.portfolio.period import MomentField
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import Day, Euros, Line, Prose

Colour: TypeAlias = Literal["green", "amber", "red"]


@record
class Baseline:
    """What was adopted, written once at adoption: start, end, one-off and recurring cost."""

    adopted: Day
    start: MomentField | None = None
    end: MomentField
    one_off: Euros
    recurring: Euros | None = None


@record
class Rebaseline:
    """A new promise after adoption, with its reason."""

    date: Day
    reason: Line | None = None
    end: MomentField
    one_off: Euros
    recurring: Euros | None = None


@record
class Progress:
    """One report: declared colours, spent so far, and the end and cost now foreseen."""

    date: Day
    time: Annotated[Colour, Terms("colour")] | None = None
    cost: Annotated[Colour, Terms("colour")] | None = None
    quality: Annotated[Colour, Terms("colour")] | None = None
    spent: Euros | None = None
    end: MomentField | None = None
    one_off: Euros | None = None
    recurring: Euros | None = None
    text: Prose | None = None
