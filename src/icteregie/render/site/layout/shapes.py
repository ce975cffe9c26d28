"""What is laid out, and what comes of it; all in whole pixels, from the top left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Size:
    """How wide and how high the box of a node is."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from what comes first to what waits for it; ``label`` is the width of the words on it."""

    before: str
    after: str
    label: int = 0

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends, in the direction of the arrow."""
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class Layout:
    """The top left of each box, and each arrow by its ends as the corners that it goes through."""

    width: int
    height: int
    places: Mapping[str, Point]
    routes: Mapping[tuple[str, str], tuple[Point, ...]]
