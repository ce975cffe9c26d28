"""What a command gets from the world outside: an environment, a working folder, streams, a clock, a language.

Everything below ``__main__`` takes these from here, so that a command can run many times in one
process, and a test can give it a world of its own.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from icteregie.diagnostics.ceilings import LANGUAGE_LINE_BYTES
from icteregie.diagnostics.types import WorkingFolder, working_folder
from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.config import PARTNERSHIP_FILE, Language
from icteregie.workspace.surroundings import Surroundings, root_above

if TYPE_CHECKING:
    from icteregie.portfolio.portfolio import Portfolio

COMPLETION = "_REGIE_COMPLETE"
"""The variable with which a shell asks what can follow: it holds the name of the shell."""

CLEAN = 0
"""Done, and nothing wrong."""

FINDINGS = 1
"""Done, and something was found at or above the threshold."""

WRONG = 2
"""Not done: wrong use, something that is missing, or a mistake of our own."""

INTERRUPTED = 130
"""Stopped by the user."""


_LANGUAGE_LINE = re.compile(rb"^language:[ ]*([a-z]{2})[ ]*(?:#.*)?\r?$", re.MULTILINE)
PLAIN_WIDTH = 80
"""Columns of a screen that does not tell how wide it is."""


@dataclass(frozen=True, slots=True)
class Context:
    """The world of one command.

    ``folder`` is the working folder, from which relative paths lead. ``clock`` gives the user's own
    calendar day. ``platform`` is ``sys.platform``. What the words ask for is added when they have
    been read: ``asked`` is the language of ``--lang`` or REGIE_LANG, ``named_folder`` what ``-C`` names.
    """

    environment: Mapping[str, str]
    folder: Path
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    clock: Callable[[], date]
    platform: str
    asked: Language | None = None
    named_folder: str = ""

    def surroundings(self, today: date | None = None) -> Surroundings:
        """Give what a portfolio is opened with; ``today`` is the day that somebody named, if any."""
        return Surroundings(self.environment, self.platform, self.folder, today or self.clock())

    def here(self, root: Path) -> WorkingFolder:
        """Give the place of the working folder, seen from a portfolio's root."""
        return working_folder(root, self.folder.resolve())

    @property
    def is_screen(self) -> bool:
        """Whether results are written to a terminal."""
        return self.stdout.isatty()

    @property
    def can_ask(self) -> bool:
        """Whether there is a person to ask: a terminal, and no CI that pretends to be one."""
        return self.stdin.isatty() and self.stderr.isatty() and not self.environment.get("CI")

    @property
    def columns(self) -> int:
        """The width of the screen in characters."""
        named = self.environment.get("COLUMNS", "")
        if named.isdecimal() and int(named):
            return int(named)
        try:
            return os.get_terminal_size(self.stdout.fileno()).columns or PLAIN_WIDTH
        except (OSError, ValueError):
            return PLAIN_WIDTH


def asked(lang: str, environment: Mapping[str, str]) -> Language | None:
    """Give the language that was asked for: with ``--lang``, or else with the variable REGIE_LANG."""
    return _known(lang) or _known(environment.get("REGIE_LANG", ""))


def of_output(context: Context, portfolio: "Portfolio") -> Language:
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
    return of_help(context)


def of_help(context: Context) -> Language:
    """Give the language for help, the same inside a portfolio and outside it.

    That is the one asked for, or else that of the user's environment; English when unknown.
    """
    if context.asked is not None:
        return context.asked
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
            line = _LANGUAGE_LINE.search(file.read(LANGUAGE_LINE_BYTES))
    except (OSError, RuntimeError, ValueError):
        return None
    return _known(line[1].decode()) if line else None


def _known(word: str) -> Language | None:
    return next((language for language in LANGUAGES if language == word), None)
