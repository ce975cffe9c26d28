"""When a dossier was complete: readable, without placeholders, and with the keys that its steering requires.

Required is what the table of evidence marks as such: keys without which a director can't decide. What
may stand under a heading of the dossier is asked for (``missing-evidence``), but not required: only the
file of the initiative tells, along the history of main, since when it is complete. The date is the first
day of the latest unbroken period in which the main branch had it complete; what was broken and repaired
within 14 days was never incomplete.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.analysis.runs import complete_runs
from icteregie.analysis.timeline import UNREADABLE, State, Timeline
from icteregie.loading.events import Tree
from icteregie.loading.sections import SectionReader
from icteregie.loading.single import Single, initiative, initiative_of
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.pieces import required_pieces
from icteregie.portfolio.portfolio import Portfolio
from icteregie.portfolio.readers import is_placeholder

_MAY_BE_PLACEHOLDER = re.compile(rb"(?<![A-Za-z])in:|\\")
"""How every placeholder ends, and what can write its letters otherwise: a line that folds breaks none."""
STATE_VERSION = "6"
"""Raised whenever ``state_of`` gives another state for a text than before, a key of the format included.

States are kept by version, so that none of an older meaning is used.
"""


@dataclass(frozen=True, slots=True)
class Completion:
    """How complete an initiative is.

    ``missing`` names the keys that are absent or have a placeholder, in the version that counts:
    that of main, or else the file on disk. ``since`` is the day on which it became complete, None
    when it isn't or that is unknown. ``is_on_main`` is None when git is not available.
    """

    missing: tuple[str, ...]
    since: date | None = None
    is_on_main: bool | None = None

    @property
    def is_complete(self) -> bool:
        """Whether no key is missing."""
        return not self.missing


def missing_keys(data: bytes, name: str) -> tuple[str, ...]:
    """List the missing keys in the file of an initiative, or UNREADABLE; () when it is complete."""
    return _missing_keys(initiative(data, name))


def absent_keys(read: Initiative, data: bytes) -> tuple[str, ...] | None:
    """List the same of a file that was read without any fault; None when it may hold a placeholder.

    Then only its tree tells in which key that stands.
    """
    return None if _MAY_BE_PLACEHOLDER.search(data) else _absent(read)


def _missing_keys(reading: Single | None) -> tuple[str, ...]:
    if reading is None or not reading.is_sound:
        return UNREADABLE
    unfilled = [key for key, value in reading.tree.items() if _is_unfilled(value)]
    return tuple(dict.fromkeys((*_absent(reading.initiative), *unfilled)))


def _absent(read: Initiative) -> tuple[str, ...]:
    is_milestone = read.period is not None and read.period.is_milestone
    required = required_pieces(read.steering, is_milestone=is_milestone)
    return tuple(piece.name for piece in required if not piece.is_given(read))


def _is_unfilled(value: Tree) -> bool:
    """Whether any text in a value still has to be written."""
    if isinstance(value, str):
        return is_placeholder(value)
    return any(map(_is_unfilled, value.values() if isinstance(value, dict) else value))


def state_of(data: bytes, name: str) -> State:
    """Read what a version of the file of an initiative says of its agenda, and what its dossier lacks."""
    return _state(initiative(data, name))


class StateReader:
    """Gives the states of many versions, as ``state_of`` does; the versions of one file best together.

    Of the version before, all that has the same text is read once.
    """

    def __init__(self) -> None:
        self._name = ""
        self._sections = SectionReader()
        self._tree: Tree | None = None
        self._state: State | None = None

    def state_of(self, data: bytes, name: str) -> State:
        """Read what a version says of its agenda, and what its dossier lacks."""
        if name != self._name:
            self._name, self._sections, self._state = name, SectionReader(), None
        tree, faults = self._sections.read(data)
        if self._state is not None and not faults and _is_same(tree, self._tree):
            return self._state
        state = _state(initiative_of(tree, faults, name))
        self._tree, self._state = tree, None if faults else state
        return state


def _is_same(first: Tree | None, other: Tree | None) -> bool:
    """Whether two versions say the same; what a dossier lacks is listed in the order of its keys."""
    return (
        first == other and isinstance(first, dict) and isinstance(other, dict) and list(first) == list(other)
    )


def _state(reading: Single | None) -> State:
    missing = _missing_keys(reading)
    if reading is None or reading.unreadable & {"*", "agenda", "status"}:
        return State(None, "", "", None, missing)
    read, unreadable = reading.initiative, reading.unreadable
    return State(
        read.agenda,
        read.status,
        "" if "submitter" in unreadable else read.submitter,
        None if "submitted" in unreadable else read.submitted,
        missing,
    )


def completions(
    portfolio: Portfolio,
    missing: Mapping[str, tuple[str, ...]],
    timelines: Mapping[str, Timeline] | None,
) -> dict[str, Completion]:
    """Determine the completeness of every initiative, by id.

    ``missing`` has the keys that the files on disk lack, and ``timelines`` what main said of them;
    None when git is not available.
    """
    is_on_main = None if timelines is None else False
    return {
        name: _on_main(portfolio, name, timelines or {})
        or Completion(missing.get(name, ()), None, is_on_main)
        for name in portfolio.files
    }


def _on_main(portfolio: Portfolio, name: str, timelines: Mapping[str, Timeline]) -> Completion | None:
    """Determine the completeness on main; None when it isn't there, or can't be read there."""
    arrival, timeline = portfolio.arrivals.get(name), timelines.get(name)
    if arrival is None or arrival.source == "today" or timeline is None or not timeline.versions:
        return None
    if timeline.versions[-1].is_missing or (state := timeline.versions[-1].state) is None:
        return None
    if state.missing:
        return Completion(state.missing, None, is_on_main=True)
    run, since = complete_runs(timeline)[-1], portfolio.partnership.history.since
    is_known = run.is_known and (since is None or run.first >= since)
    return Completion((), run.first if is_known else None, is_on_main=True)
