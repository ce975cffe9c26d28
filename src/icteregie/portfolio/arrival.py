"""The day on which an initiative came in, and how that is known."""

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


@dataclass(frozen=True, slots=True)
class Arrival:
    """When an initiative was opened (None when unknown) and when it arrived."""

    opened: date | None
    arrived: date
    source: Source
