"""The short way into ``regie validate``, which runs on every save and every push.

The command line library takes longer to load than 200 files take to check. Ordinary words
are therefore read here with the standard library; anything else, a mistake or a call for
help among them, goes the whole way. A test holds both ways to the same options.
"""

import getopt
import re
from datetime import date
from pathlib import Path

from icteregie.cli.validation import Wishes
from icteregie.messages.catalogue import LANGUAGES
from icteregie.render.findings.formats import FORMATS
from icteregie.rules.catalogue import rule

SHORT = "C:o:"
LONG = ("folder=", "format=", "strict", "output=", "lang=", "today=", "rule=", "since=", "config-from=")
_ALIASES = {"-C": "--folder", "-o": "--output"}


def read(words: list[str]) -> Wishes | None:
    """Read the words after ``validate``; None when they are not plain."""
    try:
        pairs, rest = getopt.getopt(words, SHORT, list(LONG))
    except getopt.GetoptError:
        return None
    given = {_ALIASES.get(name, name): value for name, value in pairs}
    # A shortened option is not an option to the library; neither is one given with nothing.
    exact = {f"--{name.rstrip('=')}" for name in LONG}
    shortened = any(word.startswith("--") and word.partition("=")[0] not in exact for word in words)
    if rest or shortened or "" in (value for name, value in given.items() if name != "--strict"):
        return None
    return _wishes(given)


def _wishes(given: dict[str, str]) -> Wishes | None:
    form, today = given.get("--format"), given.get("--today")
    if form not in (None, *FORMATS) or given.get("--lang", "nl") not in LANGUAGES:
        return None
    day = _day(today) if today else None
    if today and day is None:
        return None
    if "--rule" in given and rule(given["--rule"]) is None:
        return None
    output = given.get("--output")
    return Wishes(
        Path(given.get("--folder", "")),
        form,
        "--strict" in given,
        Path(output) if output else None,
        day,
        given.get("--rule"),
        given.get("--since"),
        given.get("--config-from"),
    )


def _day(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
