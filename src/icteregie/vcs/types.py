"""What can be known of initiatives from git: days, and what makes them uncertain.

Nothing here holds a sentence: what is uncertain is named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

ArrivalStatus: TypeAlias = Literal["arrived", "not-yet", "unknown"]
"""On main; committed on the present branch only; on main since before a shallow clone begins."""

DoubtName: TypeAlias = Literal[
    "no-repository",
    "no-program",
    "refused",
    "too-slow",
    "too-much",
    "no-commits",
    "shallow",
    "rewritten",
    "one-moment",
]
GRACE_DAYS = 14
"""Days for which something can be gone from main as if it never was: no meeting is prepared in less."""
UNAVAILABLE: tuple[DoubtName, ...] = (
    "no-repository",
    "no-program",
    "refused",
    "too-slow",
    "too-much",
    "no-commits",
)
"""The doubts with which git tells nothing at all."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that makes the days uncertain; ``said`` is git's own reason, "" without one."""

    name: DoubtName
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FileDates:
    """One file of the present commit.

    ``opened`` is the day on which its first commit was written, None when that can't be known.
    ``arrived`` is the day on which it came to main, None when it is not there or that can't be
    known. What main had before, took away on ``left``, and the present branch brings back is
    not there yet either; it keeps the day on which it had ``arrived``.
    """

    status: ArrivalStatus
    opened: date | None = None
    arrived: date | None = None
    removed: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of a portfolio.

    ``seen`` has every committed YAML file by its path from the portfolio's root; a file that is
    not in it was not committed. ``main`` is the name under which the main branch was found,
    ``tip`` its commit and ``head`` the present one; all are "" when git tells nothing.
    """

    main: str = ""
    tip: str = ""
    head: str = ""
    files: Mapping[str, FileDates] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_available(self) -> bool:
        """Whether git could be asked at all."""
        return not any(doubt.name in UNAVAILABLE for doubt in self.doubts)
