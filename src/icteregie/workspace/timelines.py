"""What main said of initiatives over time, read from git when somebody first asks, and each blob once."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from icteregie.analysis import arrivals
from icteregie.analysis.asked import Circumstances, by_arrival, request
from icteregie.analysis.completeness import state_of
from icteregie.analysis.standing.statuses import is_asking, names_agenda
from icteregie.analysis.timeline import BoardDecision, DatedState, State, Timeline
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.loading.load import Loaded
from icteregie.portfolio.kinds import INITIATIVE
from icteregie.portfolio.portfolio import Arrival, Portfolio, Request
from icteregie.portfolio.readers import day as read_day
from icteregie.portfolio.readers import year as read_year
from icteregie.vcs.types import GitError
from icteregie.workspace.surroundings import Surroundings

if TYPE_CHECKING:
    from icteregie.vcs.refs import Tips
    from icteregie.vcs.repository import Repository
    from icteregie.vcs.versions import FileHistory, Version

DECISIONS = "decisions/"


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One decision in a decisions file: the ids that it names, and the year to which it defers."""

    on: date
    ids: frozenset[str]
    defers_to: int | None = None


class Timelines:
    """The timelines of the files of one repository, by path from the portfolio's root.

    ``error`` says why git gave none, None when it did.
    """

    def __init__(self, loaded: Loaded, surroundings: Surroundings) -> None:
        self._loaded = loaded
        self._surroundings = surroundings
        self._known: dict[str, Timeline] = {}
        self._read: set[str] = set()
        self._states: dict[str, State] = {}
        self._decisions: tuple[DecisionEntry, ...] | None = None
        self.error: GitError | None = None

    def of(self, files: Mapping[str, str]) -> dict[str, Timeline]:
        """Give the timelines of initiatives: ``files`` has the path of each, by id."""
        new = {path: name for name, path in files.items() if path not in self._read}
        self._read |= new.keys()
        if new and self.error is None:
            try:
                self._known |= self._read_timelines(new)
            except GitError as error:
                self.error = error
        return {name: self._known[path] for name, path in files.items() if path in self._known}

    def removed(self) -> dict[str, Timeline]:
        """Give the timelines of the files that main had and no longer has, by id."""
        # Nothing of git is loaded until somebody asks.
        from icteregie.vcs.versions import removed_histories  # noqa: PLC0415

        try:
            repo, main = self._main()
            found = list(removed_histories(repo, main)) if repo and main else []
        except GitError as error:
            self.error = error
            return {}
        pattern = INITIATIVE.pattern
        names = {path: match["key"] for path, _ in found if (match := pattern.fullmatch(path))}
        return {names[path]: self._timeline(names[path], history) for path, history in found if path in names}

    def last_states(self, ids: Collection[str]) -> dict[str, State]:
        """Read the last version that main had under each of these ids; without one, it never had it."""
        # Nothing of git is loaded until somebody asks.
        from icteregie.vcs.versions import last_texts  # noqa: PLC0415

        try:
            repo, main = self._main() if ids else (None, None)
            texts = last_texts(repo, main, ids) if repo and main else {}
        except GitError as error:
            self.error = error
            return {}
        return {name: self.state(text, name) for name, text in texts.items()}

    def state(self, data: bytes, name: str) -> State:
        """Read what one version says; the same bytes are read once."""
        blob = blob_id(data)
        if blob not in self._states:
            self._states[blob] = state_of(data, name)
        return self._states[blob]

    def _main(self) -> "tuple[Repository, Tips] | tuple[None, None]":
        """Find main, and read its decisions."""
        # Nothing of git is loaded until somebody asks.
        from icteregie.vcs.refs import tips  # noqa: PLC0415
        from icteregie.vcs.repository import open_repository  # noqa: PLC0415

        repo = open_repository(self._loaded.root, self._surroundings.environment)
        main = tips(repo) if repo else None
        if repo is None or main is None:
            return None, None
        if self._decisions is None:
            self._decisions = self._read_decisions(repo, main.main)
        return repo, main

    def _read_timelines(self, names: Mapping[str, str]) -> dict[str, Timeline]:
        from icteregie.vcs.versions import file_histories  # noqa: PLC0415

        repo, main = self._main()
        if repo is None or main is None:
            return {}
        histories = file_histories(repo, main, names)
        return {path: self._timeline(names[path], history) for path, history in histories}

    def _timeline(self, name: str, history: "FileHistory") -> Timeline:
        versions = tuple(self._dated(version, name) for version in history.versions)
        # A decision names the id that the initiative had at the time.
        ids = {name, *(PurePosixPath(version.path).stem for version in history.versions)}
        timeline = Timeline(versions, tuple(self._about(ids)), history.is_shallow)
        # What happened after the day for which it is asked is not known on that day.
        return timeline.until(self._surroundings.today)

    def _dated(self, version: "Version", name: str) -> DatedState:
        is_held = version.text is not None and not version.is_missing
        state = self.state(version.text or b"", name) if is_held else None
        return DatedState(version.on, state, version.is_missing, version.earliest)

    def _read_decisions(self, repo: "Repository", commit: str) -> tuple[DecisionEntry, ...]:
        """Read the decisions that main has; where none lie here either, git is not asked."""
        if not any(path.startswith(DECISIONS) for path in self._loaded.sources.contents):
            return ()
        from icteregie.vcs.tree import folder_texts  # noqa: PLC0415

        return tuple(decision_entries(folder_texts(repo, commit, DECISIONS)))

    def _about(self, ids: Collection[str]) -> Iterator[BoardDecision]:
        for entry in self._decisions or ():
            if not entry.ids.isdisjoint(ids):
                yield BoardDecision(entry.on, entry.defers_to)


def blob_id(data: bytes) -> str:
    """Give the name under which git knows these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def decision_entries(texts: Mapping[str, bytes]) -> Iterator[DecisionEntry]:
    """Read decisions files, by path; the day is in their name, such as ``2026-10-08-directors.yaml``."""
    for path, text in sorted(texts.items()):
        stem = path.removeprefix(DECISIONS).removesuffix(".yaml")
        try:
            on = read_day(stem[:10])
        except ValueError:
            continue
        tree, _ = reader.read(text)
        if stem[10:11] == "-" and tree is not None:
            yield from _entries(on, tree)


def _entries(on: date, tree: Tree) -> Iterator[DecisionEntry]:
    listed = tree.get("decisions") if isinstance(tree, dict) else None
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            yield DecisionEntry(on, frozenset(scalars(entry.get("initiatives", ""))), _defers_to(entry))
    if not isinstance(listed, list):
        yield DecisionEntry(on, frozenset(scalars(tree)))


def _defers_to(entry: Mapping[str, Tree]) -> int | None:
    if entry.get("decision") != "defer":
        return None
    try:
        return read_year(entry.get("to"))
    except ValueError:
        return None


def scalars(tree: Tree) -> Iterator[str]:
    """Give every text in a tree, keys included."""
    if isinstance(tree, str):
        yield tree
        return
    if isinstance(tree, dict):
        yield from tree
    for value in tree.values() if isinstance(tree, dict) else tree:
        yield from scalars(value)


class LazyFormerYears(Mapping[str, Collection[int]]):
    """The agenda years that main asked for before, by id; git is asked when something first asks for one."""

    def __init__(self, portfolio: Portfolio, timelines: Timelines, today: date) -> None:
        self._portfolio = portfolio
        self._timelines = timelines
        self._today = today

    def __getitem__(self, name: str) -> Collection[int]:
        return self._years[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._years)

    def __len__(self) -> int:
        return len(self._years)

    @cached_property
    def _years(self) -> dict[str, Collection[int]]:
        portfolio = self._portfolio
        if portfolio.partnership_damage & {"*", "history"}:
            return {}
        if not arrivals.uses_history(portfolio, self._today):
            return {}
        sound = portfolio.without_damage(("agenda",)).initiatives
        found = self._timelines.of({name: portfolio.files[name] for name in sound})
        return {
            name: tuple(year for year in timeline.years() if not names_agenda(sound[name], year))
            for name, timeline in found.items()
        }


class LazyRequests(Mapping[str, Request]):
    """The requests of a portfolio by id, read when something first asks for one.

    What still asks to be decided on is read first, and the others only when one of those is asked for.
    """

    def __init__(
        self,
        loaded: Loaded,
        arrivals_by_id: Mapping[str, Arrival],
        timelines: Timelines,
        surroundings: Surroundings,
        paths: Mapping[str, str] | None = None,
    ) -> None:
        """Ask on behalf of one portfolio; ``paths`` says where git knows a file by another path, by id."""
        self._loaded = loaded
        self._paths = paths or {}
        self._arrivals = arrivals_by_id
        self._timelines = timelines
        self._today = surroundings.today
        self._requests: dict[bool, dict[str, Request]] = {}

    @property
    def _portfolio(self) -> Portfolio:
        return self._loaded.portfolio

    def __getitem__(self, name: str) -> Request:
        initiative = self._portfolio.initiatives[name]
        # Of what can't be read nobody says whether it asks.
        if name not in self._arrivals or "status" in self._portfolio.damage.get(name, ()):
            raise KeyError(name)
        return self._group(is_asked=is_asking(initiative))[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._group(is_asked=True), **self._group(is_asked=False)})

    def __len__(self) -> int:
        return len(self._group(is_asked=True)) + len(self._group(is_asked=False))

    def _group(self, *, is_asked: bool) -> dict[str, Request]:
        if is_asked not in self._requests:
            self._requests[is_asked] = dict(self._read(is_asked=is_asked))
        return self._requests[is_asked]

    def _read(self, *, is_asked: bool) -> Iterator[tuple[str, Request]]:
        portfolio = replace(self._portfolio, arrivals=self._arrivals)
        if "agendas" in portfolio.partnership_damage:
            return
        sound = portfolio.without_damage(("agenda", "status", "submitted")).initiatives.values()
        listed = [i for i in sound if names_agenda(i) and is_asking(i) == is_asked and i.id in self._arrivals]
        if not listed or not arrivals.uses_history(portfolio, self._today):
            return
        paths = {i.id: self._paths.get(i.id, portfolio.files[i.id]) for i in listed}
        timelines = self._timelines.of(paths)
        contents = self._loaded.sources.contents
        missing = {
            i.id: self._timelines.state(contents.get(portfolio.files[i.id], b""), i.id).missing
            for i in listed
            if i.id in timelines or self._arrivals[i.id].source == "today"
        }
        circumstances = Circumstances(self._today, portfolio.partnership.history.since, missing)
        for i in listed:
            timeline, arrival = timelines.get(i.id), self._arrivals[i.id]
            # Without a span the day was typed because the file was not committed.
            is_typed = arrival.source == "submitted" and arrival.span is None
            is_unknown = timeline is None and arrival.source != "today"
            if is_typed or is_unknown or arrival.is_elsewhere:
                yield i.id, by_arrival(portfolio, i, arrival)
                continue
            yield i.id, request(portfolio, i, timeline or Timeline(), circumstances)
