"""In which language a command speaks."""

import os
import re
import sys
from functools import cache
from pathlib import Path

from icteregie.loading.discovery import find_root
from icteregie.messages.catalogue import LANGUAGES, sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE

_LANGUAGE_LINE = re.compile(rb"^language:[ ]*([a-z]{2})[ ]*(?:#.*)?\r?$", re.MULTILINE)


def asked() -> Language | None:
    """Give the language that was asked for: ``--lang`` or the variable REGIE_LANG."""
    return _known(_option("--lang")) or _known(os.environ.get("REGIE_LANG", ""))


def of_user() -> Language:
    """Give the language for what is not about a portfolio that was read, such as help and problems.

    That is the one asked for, or else that of the portfolio one is in, or else that of the
    user's environment; English when unknown.
    """
    if (language := asked()) is not None:
        return language
    if (language := _nearby(_option("-C") or _option("--folder"))) is not None:
        return language
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "nl" if value.lower().startswith("nl") else "en"
    return "en"


def explain(command: str, part: str = "text") -> str:
    """Give a command's help, or that of one of its options, in the user's language."""
    return sentence(of_user(), f"commands/{command}/{part}")


def _option(name: str) -> str:
    words = sys.argv[1:]
    for index, word in enumerate(words):
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
        if word == name and index + 1 < len(words):
            return words[index + 1]
    return ""


@cache
def _nearby(folder: str) -> Language | None:
    """Look into the ``regie.yaml`` above a folder without reading it as a portfolio."""
    try:
        root = find_root(Path(folder).resolve())
        path = root / PARTNERSHIP_FILE if root else None
        if path is None or not path.is_file():
            return None
        with path.open("rb") as file:
            found = _LANGUAGE_LINE.search(file.read(64 * 1024))
    except (OSError, RuntimeError, ValueError):
        return None
    return _known(found[1].decode()) if found else None


def _known(word: str) -> Language | None:
    return next((language for language in LANGUAGES if language == word), None)
