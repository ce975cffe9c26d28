"""Lets Ctrl-C end a search and not the command, so that what was found by then is kept."""

import signal  # noqa: TID251 - it ends nothing here: a second Ctrl-C does
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


@dataclass(slots=True)
class Interruption:
    """Whether somebody asked to stop."""

    is_asked: bool = False


@contextmanager
def interruptible() -> Iterator[Interruption]:
    """Take the first Ctrl-C as a wish to stop; the next one ends the command as always.

    Where Ctrl-C is ignored, or somebody else takes it, that stays so.
    """
    interruption = Interruption()
    is_ours = threading.current_thread() is threading.main_thread()
    if not is_ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield interruption
        return

    def ask(_number: int, _stack: FrameType | None) -> None:
        interruption.is_asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, ask)
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
