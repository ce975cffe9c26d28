"""What a case of the corpus is: files to write, and what the command must say of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.desk import EVERY_RULE as PARTNERSHIP
from tests.desk import initiative

SUBJECT = "initiatives/subject.yaml"
"""Where a case's own initiative stands, whatever it is called while several are judged together."""

PARTNERSHIP_FILE = "regie.yaml"
PRINCIPLES = "principles: {no-bespoke: Geen maatwerk per gemeente}\n"
NEIGHBOUR = "initiatives/neighbour.yaml"


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding that must come out: rule and wording with a point between them, and its place."""

    rule: str
    file: str = SUBJECT
    line: int = 1
    column: int = 1


NEIGHBOURS_OWN = Finding("unknown-dependency", NEIGHBOUR, 10, 14)
"""The one mistake of the sound file that lies next to every bad one."""


def nothing(_root: Path) -> None:
    """Add nothing to the portfolio."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its name, what it puts on disk, and the findings that must come out; none: accepted.

    ``files`` are written by their path; ``build`` makes what is no plain file. With
    ``may_say_more`` there may be other findings than those named. ``values`` are what
    ``regie show`` must give for keys of the subject. One that ``is_alone`` is judged in a portfolio
    of its own.
    """

    name: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    expected: tuple[Finding, ...] = ()
    may_say_more: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)
    build: Callable[[Path], None] = nothing
    is_alone: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether nothing may be said of it."""
        return not self.expected

    def put(self, root: Path, subject: str = SUBJECT) -> None:
        """Write what the case brings."""
        for name, data in self.files.items():
            place(root, subject if name == SUBJECT else name, data)
        self.build(root)


def surround(root: Path, *, is_sound: bool) -> None:
    """Write a partnership and a neighbour; the neighbour has its one mistake unless all must be sound."""
    mistake = "" if is_sound else "depends_on: [is-nergens]\n"
    place(root, PARTNERSHIP_FILE, (PARTNERSHIP + PRINCIPLES).encode())
    place(root, NEIGHBOUR, (initiative() + mistake).encode())


def place(root: Path, name: str, data: bytes) -> None:
    """Write one file and the folders above it."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
