"""Shows how far a search is: one line on a terminal, written over again and wiped at the end."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import ROUND_CEILING, Decimal

from icteregie.cli.context import PLAIN_WIDTH, Context
from icteregie.escape.terminal import terminal
from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.config import Language
from icteregie.workspace.solving import SoFar, Watch


class Progress:
    """A line on standard error, where that is a terminal with a person behind it."""

    def __init__(self, context: Context, language: Language) -> None:
        self.stream, self.language = context.stderr, language
        self.is_shown = self.stream.isatty() and not context.environment.get("CI")
        self.length = 0

    @contextmanager
    def shown(self) -> Iterator[Watch | None]:
        """Give what shows how far it is, for as long as it lasts; None where nobody would see it."""
        try:
            yield self._show if self.is_shown else None
        finally:
            self._write("")

    def _show(self, so_far: SoFar) -> None:
        self._write(terminal(self._words(so_far)))

    def _words(self, so_far: SoFar) -> str:
        name, seconds = f"commands/plan/progress.{so_far.phase}", int(so_far.seconds)
        if so_far.phase != "value":
            return sentence(self.language, name, seconds=seconds)
        if so_far.best is None:
            return sentence(self.language, f"{name}-first", seconds=seconds)
        if so_far.bound is None or not so_far.best:
            return sentence(self.language, f"{name}-unbounded", best=so_far.best, seconds=seconds)
        more = Decimal(100 * max(so_far.bound - so_far.best, 0)) / so_far.best
        percent = formats.decimal(more.quantize(Decimal("0.1"), ROUND_CEILING), self.language)
        return sentence(self.language, name, best=so_far.best, percent=percent, seconds=seconds)

    def _write(self, text: str) -> None:
        """Write over what the line shows now, on one line of the terminal."""
        cut = text[: self._columns() - 1]
        if not self.is_shown or not (cut or self.length):
            return
        with contextlib.suppress(OSError):
            end = "" if cut else "\r"
            self.stream.write(f"\r{cut.ljust(self.length)}{end}")
            self.stream.flush()
        self.length = len(cut)

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self.stream.fileno()).columns or PLAIN_WIDTH
        except (OSError, ValueError):
            return PLAIN_WIDTH
