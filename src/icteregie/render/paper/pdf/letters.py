"""Characters that none of typst's fonts has: its checker names them, and they are shown as their codes."""

from collections.abc import Callable
from typing import TypeVar

from icteregie.render.paper.pdf.compiler import MissingLettersError

Written = TypeVar("Written")


def with_codes(write: Callable[[frozenset[str]], Written]) -> Written:
    """Write something again without the characters that are missing, until none is."""
    missing: frozenset[str] = frozenset()
    while True:
        try:
            return write(missing)
        except MissingLettersError as error:
            if error.letters <= missing:
                raise
            missing |= error.letters
