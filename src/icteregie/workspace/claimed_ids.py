"""What git knows of the ids that initiatives say they had before, read when a rule first asks."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property

from icteregie.analysis import arrivals
from icteregie.analysis.former_ids import former_claims
from icteregie.portfolio.portfolio import FormerId, Portfolio
from icteregie.vcs.types import UNAVAILABLE, DoubtName, History
from icteregie.workspace.timelines import Timelines

_INCOMPLETE: tuple[DoubtName, ...] = (*UNAVAILABLE, "shallow", "partial", "one-moment", "main-elsewhere")
"""The doubts with which git can't say that main never had an id."""


class LazyFormerIds(Mapping[str, FormerId]):
    """What git knows of former ids, by id; without one, git can't tell."""

    def __init__(
        self, portfolio: Portfolio, timelines: Timelines, history: Callable[[], History], today: date
    ) -> None:
        self._portfolio = portfolio
        self._timelines = timelines
        self._history = history
        self._today = today

    def __getitem__(self, name: str) -> FormerId:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> dict[str, FormerId]:
        portfolio = self._portfolio
        claimed = [old for old in former_claims(portfolio) if old not in portfolio.files]
        if not claimed or portfolio.partnership_damage & {"*", "history"}:
            return {}
        if not arrivals.uses_history(portfolio, self._today):
            return {}
        history = self._history()
        if any(doubt.name in _INCOMPLETE for doubt in history.doubts):
            return {}
        return dict(self._read(claimed, history))

    def _read(self, claimed: list[str], history: History) -> Iterator[tuple[str, FormerId]]:
        later = {old: history.later_ids(old) for old in claimed}
        states = self._timelines.last_states([old for old in claimed if not later[old]])
        if self._timelines.error is not None:
            return
        for old in claimed:
            state = states.get(old)
            was_on_main = bool(later[old]) or state is not None
            yield old, FormerId(was_on_main, state.submitter if state else "", later[old])
