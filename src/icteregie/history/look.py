"""What git knows of every initiative: the day it was opened, and the day it arrived.

``look`` is the way in. Nothing here holds a sentence: what is uncertain is named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from icteregie.history.trouble import GitError
from icteregie.history.whereabouts import repository

Standing: TypeAlias = Literal["arrived", "not-yet", "unknown"]
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
SLIP = 14
"""Days for which something can be gone from main as if it never was: no meeting is prepared in less."""
NOTHING_KNOWN: tuple[DoubtName, ...] = (
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
    said: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One file of the present commit.

    ``opened`` is the day on which its first commit was written, None when that can't be known.
    ``arrived`` is the day on which it came to main, None when it is not there or that can't be
    known. What main had before, took away on ``left``, and the present branch brings back is
    not there yet either; it keeps the day on which it had ``arrived``.
    """

    standing: Standing
    opened: date | None = None
    arrived: date | None = None
    left: date | None = None


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
    seen: Mapping[str, Seen] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether git could be asked at all."""
        return not any(doubt.name in NOTHING_KNOWN for doubt in self.doubts)


def look(
    root: Path, environment: Mapping[str, str], *, main: str | None = None, cache: Path | None = None
) -> History:
    """Read what git knows of the portfolio at ``root``; never raises on what a repository holds.

    ``environment`` is that of the command, of which git gets only what it needs. ``main`` names
    the main branch; without it the usual names are tried. ``cache`` is the folder in which the
    past is kept. Raises LookupError when there is no commit called ``main``.
    """
    try:
        found = repository(root, environment)
        if found is None:
            return History(doubts=(Doubt("no-repository"),))
        # Outside a repository nothing of this is even loaded.
        from icteregie.history.reading import told  # noqa: PLC0415

        return told(found, main, cache)
    except GitError as wrong:
        return History(doubts=(Doubt(wrong.trouble, wrong.said),))
