"""The dossier of an initiative: Markdown beside its file, of which the headings count.

What is written under a heading can be a piece of evidence; the text itself is never interpreted.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from icteregie.diagnostics.ceilings import LINE_LENGTH

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*[.)]? +")
_MARKS = str.maketrans(dict.fromkeys("*_`~#:.?!\"'-", " "))
_AND = re.compile(r" (?:en|and|&|\+|/) |/|, ")


@dataclass(frozen=True, slots=True)
class DossierSection:
    """A heading of a dossier and what stands below it, up to the next heading of its level or a higher one.

    ``names`` are what it is called, folded: as a whole, and each part of «continuity and exit».
    ``line`` is its line, counted from 0. ``is_filled`` says that there is a text below it which is no
    placeholder and more than dashes.
    """

    heading: str
    names: tuple[str, ...]
    line: int
    is_filled: bool


def folded(heading: str) -> str:
    """Fold a heading to what is compared: no number, case, accents or punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", heading.strip()).encode("ascii", "ignore").decode()
    return " ".join(_NUMBER.sub("", plain.casefold(), count=1).translate(_MARKS).split())


def names_of(heading: str) -> tuple[str, ...]:
    """Give what a heading is called, folded: as a whole first, then each part of it.

    One that is longer than a line of the file format is no name of anything.
    """
    if len(heading) > LINE_LENGTH:
        return ()
    parts = _AND.split(heading.casefold())
    return tuple(dict.fromkeys(name for name in map(folded, (heading, *parts)) if name))


def section_named(sections: Sequence[DossierSection], headings: Sequence[str]) -> DossierSection | None:
    """Find the section with one of these headings, one with a text rather than an empty one."""
    if not sections:
        return None
    wanted = set(map(folded, headings))
    fitting = [section for section in sections if wanted.intersection(section.names)]
    return next((section for section in fitting if section.is_filled), fitting[0] if fitting else None)
