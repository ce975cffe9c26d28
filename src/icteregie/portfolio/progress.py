"""The course of an initiative after adoption: baseline, rebaselines and progress."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator

from icteregie.portfolio.estimate import OneOff, total
from icteregie.portfolio.period import MomentField
from icteregie.portfolio.readers import each_once
from icteregie.portfolio.record import Terms, record
from icteregie.portfolio.scalars import Day, Euros, Line, Prose

Colour: TypeAlias = Literal["green", "amber", "red"]
Reason: TypeAlias = Literal[
    "requirements",
    "implementation",
    "external-advice",
    "prices",
    "scope",
    "setbacks",
    "board-wish",
    "law",
    "capacity",
    "tender-or-supplier",
    "waits-for-decision",
    "waits-for-project",
    "no-commitment",
    "priority-elsewhere",
    "wrong-estimate",
    "funding-withdrawn",
    "circumstances",
]
"""Why an agreement changes: the eight of the Dutch central government's ICT dashboard, and what else
municipal annual reports give as the reason why a project was later, dearer or smaller than planned."""
Reasons: TypeAlias = Annotated[tuple[Annotated[Reason, Terms("reason")], ...], BeforeValidator(each_once)]


@record
class Baseline:
    """What was adopted, written once at adoption: start, end, one-off and recurring cost.

    ``step`` is the step up to whose end it was adopted, where that isn't all of it.
    """

    adopted: Day
    step: Line | None = None
    start: MomentField | None = None
    end: MomentField
    one_off: OneOff
    recurring: Euros | None = None

    @property
    def one_off_total(self) -> int:
        """The adopted one-off cost of all years together, in whole euros."""
        return total(self.one_off)


@record
class Rebaseline:
    """A new promise after adoption, with its reasons; ``reason`` says in words what they don't."""

    date: Day
    reasons: Reasons = ()
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
    one_off: OneOff | None = None
    recurring: Euros | None = None
    text: Prose | None = None

    @property
    def one_off_total(self) -> int | None:
        """The one-off cost that is now foreseen of all years together, in whole euros; None if not said."""
        return None if self.one_off is None else total(self.one_off)
