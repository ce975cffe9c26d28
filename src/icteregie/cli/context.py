"""What a command gets from the world outside: the environment, the working folder, streams and a clock.

Everything below ``__main__`` takes these from here, so that a command can run many times in one
process, and a test can give it a world of its own.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from icteregie.portfolio.partnership import Language
from icteregie.workspace.surroundings import Surroundings

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
