"""Arrivals from git, read when something first asks for one; what git can't know is said once."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from icteregie.analysis import arrivals
from icteregie.cli.output import note
from icteregie.escape.terminal import terminal
from icteregie.loading.load import Loaded
from icteregie.messages.catalogue import sentence
from icteregie.portfolio.arrival import Arrival
from icteregie.vcs.api import look
from icteregie.vcs.cache_dir import folder
from icteregie.vcs.types import NOTHING_KNOWN, Doubt
from icteregie.workspace.open import language

MOST_NAMED = 5
"""Of more initiatives whose typed day counts, the others are counted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the arrivals by id, what is uncertain, and whose typed day stands in."""

    arrivals: Mapping[str, Arrival]
    doubts: tuple[Doubt, ...] = ()
    typed: tuple[str, ...] = ()


class Remembered(Mapping[str, Arrival]):
    """The arrivals of a portfolio, which nobody pays for who doesn't look."""

    def __init__(self, loaded: Loaded, today: date, *, says: bool) -> None:
        """Keep what it takes to read them; ``says`` tells what is uncertain on standard error."""
        self._loaded = loaded
        self._today = today
        self._says = says
        self.reading: Reading | None = None

    def _read(self) -> Mapping[str, Arrival]:
        if self.reading is None:
            self.reading = _reading(self._loaded, self._today)
            if self._says:
                _say(self.reading, self._loaded, self._today)
        return self.reading.arrivals

    def __getitem__(self, name: str) -> Arrival:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def remember(loaded: Loaded, today: date, *, says: bool = True) -> tuple[Loaded, Remembered]:
    """Give a portfolio its arrivals. ``today`` is the day on which what is not on main would arrive."""
    found = Remembered(loaded, today, says=says)
    return replace(loaded, portfolio=replace(loaded.portfolio, arrivals=found)), found


def _reading(loaded: Loaded, today: date) -> Reading:
    portfolio = loaded.portfolio
    if portfolio.partnership_damage & {"*", "history"}:
        return Reading({})
    if not arrivals.counts(portfolio, today):
        return Reading(arrivals.all_carried_over(portfolio))
    history = look(loaded.root, os.environ, cache=folder(os.environ, sys.platform))
    found = arrivals.from_history(portfolio, history, today)
    typed = tuple(name for name, arrival in found.items() if arrival.source == "submitted")
    return Reading(found, history.doubts, typed)


def _say(reading: Reading, loaded: Loaded, today: date) -> None:
    """Say on standard error for whom the typed day counts, and why."""
    speaks, typed = language(loaded), reading.typed
    doubts = [doubt for doubt in reading.doubts if doubt.name != "shallow" or typed]
    for doubt in doubts if loaded.portfolio.initiatives else ():
        note(terminal(sentence(speaks, f"vcs/{doubt.name}", reason=doubt.said)))
    # Who is still typing need not hear it, as long as today would be in time as well.
    typed = tuple(name for name in typed if arrivals.matters(loaded.portfolio, name, today))
    if typed and not any(doubt.name in (*NOTHING_KNOWN, "shallow") for doubt in doubts):
        more = len(typed) - MOST_NAMED
        name = "uncommitted-more" if more > 0 else "uncommitted"
        ids = typed[:MOST_NAMED]
        note(terminal(sentence(speaks, f"vcs/{name}", ids=ids, more=more, count=len(typed))))
