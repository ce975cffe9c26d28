"""HTML that is safe to put on the page, and the few elements that are made outside the templates."""

from functools import lru_cache

from icteregie.escape import html as escape

NO_BREAK = "\u00a0"
FIRST_TURNING = "\u0590"
"""Every character before this one is written from left to right, or has no direction."""


class Safe(str):
    """HTML in which everything from a file was escaped; the templates leave it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give it to the template engine, which escapes what has no such method."""
        return str(self)


@lru_cache(maxsize=8192)
def html(text: str) -> str:
    """Escape a text; most of a page is said many times."""
    return escape.html(text)


def finished(value: object) -> object:
    """Escape a value that a template prints, unless it is HTML already."""
    return value if hasattr(value, "__html__") else Safe(html(str(value)))


@lru_cache(maxsize=8192)
def isolated(text: str) -> Safe:
    """Write a text from a file so that its direction turns nothing around it.

    What is Latin, Greek or Cyrillic throughout turns nothing, and needs no element of its own.
    """
    is_turning = not text.isascii() and max(text) >= FIRST_TURNING
    return Safe(f"<bdi>{html(text)}</bdi>" if is_turning else html(text))


@lru_cache(maxsize=8192)
def amount(text: str) -> Safe:
    """Write an amount that doesn't part from its currency."""
    return Safe(html(text).replace("€ ", f"€{NO_BREAK}"))


def lines(text: str) -> Safe:
    """Write a text of several lines, each escaped by itself."""
    return Safe("\n".join(html(line) for line in text.splitlines()))
