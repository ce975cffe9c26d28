"""What the checks say: a finding, where it is, and how heavy it weighs.

Nothing here holds a sentence. A finding carries the name of its rule and the
values that its message needs; the catalogues in ``messages`` hold the words.
"""

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "note"]
"""A note says what could not be checked; it is no mistake, and nothing counts it."""

Value: TypeAlias = str | int | date | tuple[str, ...]
"""What a message can print: a text, a whole number, a date, or a row of names."""

Keys: TypeAlias = tuple[str | int, ...]
"""The way to a value inside one file: keys of mappings and 0-based positions in lists."""


@dataclass(frozen=True, slots=True)
class Address:
    """Which value of which file, before anyone has looked up its line.

    ``file`` is the path from the portfolio's root with forward slashes. ``on_key``
    points at the key itself instead of at what it holds.
    """

    file: str
    keys: Keys = ()
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one file as an editor counts it: lines and columns start at 1.

    The end is exclusive: a one-letter value at 3:5 ends at 3:6. ``excerpt`` is the
    whole text of the first line, to show above the caret.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a value. ``wording`` picks one of the rule's messages, "" the plain one.

    ``rule`` names the rule where the reader reports it; what a rule finds is its own.
    ``agenda`` is the agenda year it belongs to, for rules that count from a year on; without
    it, that of the initiative that it is about.
    ``related`` are the other places that belong to it, such as the rest of a circle.
    ``mild`` keeps it a warning even where the rule is an error.
    """

    at: Address
    values: Mapping[str, Value] = field(default_factory=dict)
    wording: str = ""
    agenda: int | None = None
    related: tuple[Address, ...] = ()
    mild: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding at its line and column, with the weight that this portfolio gives it."""

    rule: str
    severity: Severity
    place: Place
    values: Mapping[str, Value] = field(default_factory=dict)
    wording: str = ""
    related: tuple[Place, ...] = ()


def reading_order(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Sort by file, line and column, as a reader meets them; then by rule and values."""
    place = diagnostic.place
    values = tuple((name, str(value)) for name, value in sorted(diagnostic.values.items()))
    return (place.file, place.line, place.column, diagnostic.rule, diagnostic.wording, values)


@dataclass(frozen=True, slots=True)
class WorkingFolder:
    """Where one stands, so that an editor can open a path from there.

    It is ``inside`` a portfolio, as ``a/b``, or else it has the ``prefix`` that leads to it.
    """

    prefix: str = ""
    inside: str = ""

    def path(self, file: str) -> str:
        """Give the path from here to a file, which is a path from the portfolio's root."""
        return posixpath.relpath(f"/{file}", f"/{self.inside}") if self.inside else f"{self.prefix}{file}"


AT_ROOT = WorkingFolder()
"""The root of the portfolio."""


def working_folder(root: Path, here: Path) -> WorkingFolder:
    """Describe how two resolved folders lie to each other: a portfolio's root and the working folder."""
    if here == root:
        return AT_ROOT
    if here.is_relative_to(root):
        return WorkingFolder(inside=here.relative_to(root).as_posix())
    if here.drive != root.drive:  # Windows has no path from one drive to another
        return WorkingFolder(f"{root.as_posix()}/")
    return WorkingFolder(f"{Path(os.path.relpath(root, here)).as_posix()}/")
