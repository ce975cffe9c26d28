"""When an initiative arrived and asked for its place, as far as main and the board tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Source: TypeAlias = Literal["git", "today", "submitted", "carried-over"]
"""What an arrival rests on.

``git``: the day on which the file reached the main branch. ``today``: it is committed, but not on
the main branch yet, so today is the earliest it can arrive. ``submitted``: git doesn't know, so
the day that was typed stands in. ``carried-over``: it was there before git's history counts, and
keeps the day that was typed.
"""

Span: TypeAlias = tuple[date, date]
"""The first and the last day on which something can have been, both inclusive."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """When an initiative was opened (None when unknown) and when it arrived.

    ``span`` is set where lost history would have to tell the day: the first and the last on which it
    can have arrived, both inclusive. ``is_elsewhere`` says that the main branch isn't here at all.
    """

    opened: date | None
    arrived: date
    source: Source
    span: Span | None = None
    is_elsewhere: bool = False


LostReason: TypeAlias = Literal["shallow", "partial", "elsewhere"]
"""The history begins too late; old versions are not here; the main branch is not here."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The days between which received and ready lie, where this clone doesn't hold the history."""

    received: Span
    ready: Span
    reason: LostReason


@dataclass(frozen=True, slots=True)
class Former:
    """What main had before a place was asked for: the agenda year and the status."""

    agenda: int | None
    status: str


@dataclass(frozen=True, slots=True)
class Request:
    """The days that count for the place that an initiative asks for on its agenda.

    ``asked`` is the day on which it asked for it on main, and ``source`` what that rests on.
    ``received`` is that day, or the earlier one that the board recorded. ``complete`` is the day on
    which the dossier became complete, None when it isn't or that is unknown; ``is_complete`` is None
    when that is not judged, and ``missing`` are the keys that it lacks as it lies here. ``ready`` is
    the later of received and complete; not complete after the dossiers closed, it is today.
    ``former`` is None when nothing stood there before. ``earliest`` is set when lost history would
    have to tell the day: it lies between ``earliest`` and ``asked``. ``lost`` is set when received or
    ready lies in a span, in which the days given here only stand in. ``is_asked`` is False when main
    certainly never asked for this place and the file doesn't either; then the days are those of its
    arrival.
    """

    asked: date
    received: date
    source: Source
    ready: date
    complete: date | None = None
    is_complete: bool | None = None
    missing: tuple[str, ...] = ()
    former: Former | None = None
    earliest: date | None = None
    lost: Lost | None = None
    is_asked: bool = True

    @property
    def is_recorded(self) -> bool:
        """Whether the board received it before main had it."""
        return self.received < self.asked

    @property
    def received_span(self) -> Span | None:
        """The first and the last day on which it can have been received; None when the day is known."""
        return self.lost.received if self.lost and self.lost.received[0] != self.lost.received[1] else None

    @property
    def ready_span(self) -> Span | None:
        """The first and the last day on which it can have been ready; None when the day is known."""
        return self.lost.ready if self.lost and self.lost.ready[0] != self.lost.ready[1] else None


@dataclass(frozen=True, slots=True)
class FormerId:
    """What git knows of an id that an initiative says it had before.

    ``submitter`` is the one in the last version that main had under it, "" when that is unknown.
    ``later_ids`` are those under which git says that it went on, in order.
    """

    was_on_main: bool
    submitter: str = ""
    later_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BaselineChange:
    """The day since which a baseline is as it is now, and what main had first, as text by key."""

    on: date
    before: Mapping[str, str]
