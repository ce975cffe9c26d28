"""What git can know of initiatives: dates, what makes them uncertain, and why git gave no answer.

Nothing here holds a sentence: doubts and errors have names, which the catalogues word.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias, get_args

ArrivalStatus: TypeAlias = Literal["arrived", "not-yet", "unknown"]
"""On main; committed on the current branch only; on main since before a shallow clone begins."""

GitErrorName: TypeAlias = Literal["no-program", "refused", "too-slow", "too-much"]
"""No git program; git refused; git took longer than the time limit; git printed more than the limit."""

DoubtName: TypeAlias = (
    GitErrorName
    | Literal[
        "no-repository",
        "no-commits",
        "shallow",
        "partial",
        "rewritten",
        "one-moment",
        "main-elsewhere",
        "clock",
        "after-today",
    ]
)
UNAVAILABLE: tuple[DoubtName, ...] = ("no-repository", *get_args(GitErrorName), "no-commits")
"""The doubts with which git knows no date at all."""

GRACE_DAYS = 14
"""A shorter or equal absence from main, in days, is ignored: no meeting is prepared in less."""


class GitError(Exception):
    """Git gave no answer; ``reason`` is the first line of its error output, "" without one."""

    def __init__(self, name: GitErrorName, reason: str = "") -> None:
        super().__init__(name)
        self.name: GitErrorName = name
        self.reason = reason


class UnknownMainError(LookupError):
    """There is no commit of the name that somebody gave for the main branch."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that makes the dates uncertain.

    ``reason`` is git's own error line, or the commits that it is about; "" without one.
    """

    name: DoubtName
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FileDates:
    """The dates of one file of the current commit, as calendar days in Amsterdam.

    ``opened`` is the day on which its first commit was written, None when that is unknown.
    ``arrived`` is the day on which it came to main, None when it isn't there or that is unknown.
    A file that main had, that was removed from main on ``removed``, and that the current branch
    brings back is "not-yet" as well; it keeps the day on which it ``arrived`` before. Of an
    "unknown" one, ``earliest`` and ``latest`` are the first and the last day on which it can have
    arrived, both inclusive.
    """

    status: ArrivalStatus
    opened: date | None = None
    arrived: date | None = None
    removed: date | None = None
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The dates of a portfolio's files, and what makes them uncertain.

    ``files`` has every committed YAML file by its path from the portfolio's root; a file that
    is not in it was not committed. ``main`` is the name under which the main branch was found,
    ``tip`` its commit and ``head`` the current one; all are "" when git is not available.
    ``renames`` are the ids of initiatives that went on under another, in order: on main, and then
    on the current branch.
    """

    main: str = ""
    tip: str = ""
    head: str = ""
    files: Mapping[str, FileDates] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    renames: tuple[tuple[str, str], ...] = ()

    def later_ids(self, name: str) -> tuple[str, ...]:
        """List the ids under which an initiative went on, in order; () when it kept its id."""
        ids: list[str] = []
        for old, new in self.renames:
            if old == (ids[-1] if ids else name):
                ids.append(new)
        return tuple(ids)

    @property
    def is_available(self) -> bool:
        """Whether git could be asked at all."""
        return not any(doubt.name in UNAVAILABLE for doubt in self.doubts)
