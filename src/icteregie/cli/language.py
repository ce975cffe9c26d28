"""In which language a command speaks."""

import re
from collections.abc import Mapping
from pathlib import Path

from icteregie.cli.context import Context
from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE, Portfolio
from icteregie.workspace.open import root_above

_LANGUAGE_LINE = re.compile(rb"^language:[ ]*([a-z]{2})[ ]*(?:#.*)?\r?$", re.MULTILINE)
_MOST_BYTES = 64 * 1024


def asked(lang: str, environment: Mapping[str, str]) -> Language | None:
    """Give the language that was asked for: with ``--lang``, or else with the variable REGIE_LANG."""
    return _known(lang) or _known(environment.get("REGIE_LANG", ""))


def of_output(context: Context, portfolio: Portfolio) -> Language:
    """Give the language of what is written about a portfolio: the one asked for, or else its own."""
    if context.asked is not None:
        return context.asked
    if portfolio.partnership_damage & {"*", "language"}:
        return of_user(context)
    return portfolio.partnership.language


def of_user(context: Context) -> Language:
    """Give the language for what is not about a portfolio that was read, such as help and problems.

    That is the one asked for, or else that of the portfolio one is in, or else that of the
    user's environment; English when unknown.
    """
    if context.asked is not None:
        return context.asked
    if (language := _nearby(context)) is not None:
        return language
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := context.environment.get(variable):
            return "nl" if value.lower().startswith("nl") else "en"
    return "en"


def _nearby(context: Context) -> Language | None:
    """Look into the ``regie.yaml`` above a folder without reading it as a portfolio."""
    try:
        root = root_above(Path(context.named_folder), context.surroundings())
        path = root / PARTNERSHIP_FILE if root else None
        if path is None or not path.is_file():
            return None
        with path.open("rb") as file:
            line = _LANGUAGE_LINE.search(file.read(_MOST_BYTES))
    except (OSError, RuntimeError, ValueError):
        return None
    return _known(line[1].decode()) if line else None


def _known(word: str) -> Language | None:
    return next((language for language in LANGUAGES if language == word), None)
