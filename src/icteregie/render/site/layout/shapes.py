"""What is laid out, and what comes of it; all in whole pixels, from the top left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[int, int]
HEAD = 8
"""How long the head of an arrow is; the words on an arrow stay clear of it."""


@dataclass(frozen=True, slots=True)
class Size:
    """How wide and how high something is."""

    width: int
    height: int

    @property
    def turned(self) -> "Size":
        """The same with width and height swapped."""
        return Size(self.height, self.width)


NOTHING = Size(0, 0)


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from what comes first to what waits for it; ``label`` is the size of the words on it."""

    before: str
    after: str
    label: Size = NOTHING

    @property
    def ends(self) -> tuple[str, str]:
        """Both ends, in the direction of the arrow."""
        return self.before, self.after

    @property
    def turned(self) -> "Edge":
        """The same with the width and height of its words swapped."""
        return Edge(self.before, self.after, self.label.turned)


@dataclass(frozen=True, slots=True)
class Layout:
    """The top left of each box, and each arrow by its ends as the corners that it goes through.

    ``labels`` has the middle of the words of each arrow that has any.
    """

    width: int
    height: int
    places: Mapping[str, Point]
    routes: Mapping[tuple[str, str], tuple[Point, ...]]
    labels: Mapping[tuple[str, str], Point]

    @property
    def turned(self) -> "Layout":
        """The same with arrows down where they went to the right, and the other way round."""
        return Layout(
            self.height,
            self.width,
            {name: (y, x) for name, (x, y) in self.places.items()},
            {ends: tuple((y, x) for x, y in points) for ends, points in self.routes.items()},
            {ends: (y, x) for ends, (x, y) in self.labels.items()},
        )

    def moved(self, left: int, top: int) -> "Layout":
        """Move all so many pixels to the right and down."""
        return Layout(
            self.width + left,
            self.height + top,
            {name: (x + left, y + top) for name, (x, y) in self.places.items()},
            {ends: tuple((x + left, y + top) for x, y in points) for ends, points in self.routes.items()},
            {ends: (x + left, y + top) for ends, (x, y) in self.labels.items()},
        )
