"""What stands at the foot of every printed page: what it is of, and which page it is."""

import re

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language

_SMALL = 'font:8pt "Segoe UI",Arial,sans-serif;color:#4f5a65'


def footer(language: Language, about: tuple[str, ...]) -> str:
    """Write the style that prints what a page is of, without its empty parts, and its number."""
    words = " · ".join(filter(None, about))
    page = sentence(language, "paper/page", number="\0", total="\1")
    pieces = re.split("([\0\1])", page)
    counters = {"\0": "counter(page)", "\1": "counter(pages)"}
    number = " ".join(counters.get(piece) or f'"{_css(piece)}"' for piece in pieces if piece)
    return (
        f'@page{{@bottom-left{{content:"{_css(words)}";{_SMALL};width:80%}}'
        f"@bottom-right{{content:{number};{_SMALL};width:20%}}}}"
    )


def _css(text: str) -> str:
    """Write a text within a string of a style sheet: all but ASCII letters and digits as codes.

    A code ends with a space, which is part of it.
    """
    return re.sub("[^A-Za-z0-9 ]", lambda match: f"\\{ord(match[0]):06x} ", text)
