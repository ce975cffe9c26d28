"""In which language a command speaks."""

import os
import sys

from icteregie.messages.catalogue import LANGUAGES, sentence
from icteregie.portfolio.partnership import Language


def asked() -> Language | None:
    """Give the language that was asked for: ``--lang`` or the variable REGIE_LANG."""
    words = sys.argv[1:]
    for index, word in enumerate(words):
        if word.startswith("--lang="):
            return _known(word[7:])
        if word == "--lang" and index + 1 < len(words):
            return _known(words[index + 1])
    return _known(os.environ.get("REGIE_LANG", ""))


def of_user() -> Language:
    """Give the language asked for, or else that of the user's environment; English when unknown."""
    if (language := asked()) is not None:
        return language
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "nl" if value.lower().startswith("nl") else "en"
    return "en"


def _known(word: str) -> Language | None:
    return next((language for language in LANGUAGES if language == word), None)


def explain(command: str, part: str = "text") -> str:
    """Give a command's help, or that of one of its options, in the user's language."""
    return sentence(of_user(), f"commands/{command}/{part}")
