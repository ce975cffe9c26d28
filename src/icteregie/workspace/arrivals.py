"""Arrivals and former ids from git, read when something first asks for one, and what git can't know."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from icteregie.analysis import arrivals
from icteregie.analysis.former_ids import former_claims
from icteregie.diagnostics.types import Value
from icteregie.loading.load import Loaded
from icteregie.portfolio.arrivals import Arrival, BaselineChange, FormerId
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.types import UNAVAILABLE, Doubt, DoubtName, History, UnknownMainError
from icteregie.workspace.notices import Notice, ProblemError
from icteregie.workspace.surroundings import Surroundings
from icteregie.workspace.timelines import (
    LazyRequests,
    Timelines,
    former_years,
    status_days,
    trusts_history,
)

MOST_NAMED = 5
"""Of more initiatives whose typed day counts, the others are counted."""
_INCOMPLETE: tuple[DoubtName, ...] = (*UNAVAILABLE, "shallow", "partial", "one-moment", "main-elsewhere")
"""The doubts with which git can't say that main never had an id."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the arrivals by id, what is uncertain, and for whom the typed day counts."""

    arrivals: Mapping[str, Arrival]
    doubts: tuple[Doubt, ...] = ()
    typed: tuple[str, ...] = ()


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
        return self._former_ids[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._former_ids)

    def __len__(self) -> int:
        return len(self._former_ids)

    @cached_property
    def _former_ids(self) -> dict[str, FormerId]:
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


class MainFacts:
    """What git's main says about the initiatives of a portfolio, each mapping by id.

    Where the partnership doesn't trust history, main is not asked when a plan or a baseline changed.
    """

    def __init__(
        self, loaded: Loaded, arrivals_by_id: Mapping[str, Arrival], surroundings: Surroundings
    ) -> None:
        self._loaded = loaded
        self._arrivals = arrivals_by_id
        self._surroundings = surroundings
        self.timelines = Timelines(loaded, surroundings)

    def requests(self) -> LazyRequests:
        """Give what initiatives ask for."""
        return LazyRequests(self._loaded, self._arrivals, self.timelines, self._surroundings)

    def former_ids(self) -> LazyFormerIds:
        """Give what is known of ids that are called former."""
        today = self._surroundings.today
        return LazyFormerIds(
            self._loaded.portfolio,
            self.timelines,
            lambda: history_of(self._loaded, self._surroundings),
            today,
        )

    def former_years(self) -> Mapping[str, Collection[int]]:
        """Give the agenda years that main asked for before."""
        return former_years(self._loaded.portfolio, self.timelines, self._surroundings.today)

    def status_days(self) -> Mapping[str, date]:
        """Give the day since which main has the status of what runs or is on hold."""
        return status_days(self._loaded.portfolio, self.timelines, self._surroundings.today)

    def plan_changes(self) -> Mapping[str, Mapping[str, date]]:
        """Give the day on which a plan changed to what it is now, by quantity."""
        if not trusts_history(self._loaded.portfolio, self._surroundings.today):
            return {}
        from icteregie.workspace.plan_changes import plan_changes  # noqa: PLC0415 - rarely asked

        return plan_changes(self._loaded, self.timelines, self._surroundings)

    def baseline_changes(self) -> Mapping[str, BaselineChange]:
        """Say how baselines differ from what main had first."""
        if not trusts_history(self._loaded.portfolio, self._surroundings.today):
            return {}
        from icteregie.workspace.baseline_changes import baseline_changes  # noqa: PLC0415 - rarely asked

        return baseline_changes(self._loaded, self.timelines, self._surroundings)


def history_of(loaded: Loaded, surroundings: Surroundings) -> History:
    """Ask git what it knows of a portfolio; the user's own cache remembers it."""
    # Until somebody asks for an arrival nothing of git is loaded.
    from icteregie.vcs.api import read_history, user_cache_dir  # noqa: PLC0415

    environment = surroundings.environment
    try:
        return read_history(
            loaded.root,
            environment,
            cache_dir=user_cache_dir(environment, surroundings.platform),
            today=surroundings.today,
        )
    except UnknownMainError as error:
        raise ProblemError("unknown-ref", ref=error.name) from None


def read_arrivals(loaded: Loaded, surroundings: Surroundings) -> Reading:
    """Read the arrivals of a portfolio, from git where its partnership trusts history."""
    portfolio = loaded.portfolio
    if portfolio.partnership_damage & {"*", "history"}:
        return Reading({})
    if not arrivals.uses_history(portfolio, surroundings.today):
        return Reading(arrivals.all_carried_over(portfolio))
    history = history_of(loaded, surroundings)
    by_id = arrivals.from_history(portfolio, history, surroundings.today)
    typed = tuple(name for name, arrival in by_id.items() if arrival.source == "submitted")
    return Reading(by_id, history.doubts, typed)


def doubt_notices(doubts: tuple[Doubt, ...]) -> tuple[Notice, ...]:
    """Say what makes days from git uncertain."""
    return tuple(Notice(f"vcs/{doubt.name}", {"reason": doubt.reason}) for doubt in doubts)


def arrival_notices(reading: Reading, loaded: Loaded, surroundings: Surroundings) -> tuple[Notice, ...]:
    """Say for whom the typed day counts, and why."""
    portfolio, typed = loaded.portfolio, reading.typed
    from_git = {arrival.arrived for arrival in reading.arrivals.values() if arrival.source == "git"}
    # Of what is carried over no commit tells the day.
    is_relevant = {"shallow": bool(typed), "clock": bool(from_git), "after-today": bool(from_git)}
    doubts = tuple(doubt for doubt in reading.doubts if is_relevant.get(doubt.name, True))
    notices = doubt_notices(doubts) if portfolio.initiatives else ()
    # Who is still typing need not hear it, as long as today would be in time as well.
    known = replace(portfolio, arrivals=reading.arrivals)
    # Of what was committed, lost history has to tell the day: that is no news for who is typing.
    typed = tuple(name for name in typed if reading.arrivals[name].span is None)
    typed = tuple(name for name in typed if arrivals.typed_date_matters(known, name, surroundings.today))
    if not typed or any(doubt.name in UNAVAILABLE for doubt in doubts):
        return notices
    more = len(typed) - MOST_NAMED
    values: dict[str, Value] = {"ids": typed[:MOST_NAMED], "more": more, "count": len(typed)}
    return (*notices, Notice("vcs/uncommitted-more" if more > 0 else "vcs/uncommitted", values))
