"""What main said of initiatives over time, read from git when somebody first asks, and each blob once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from icteregie.analysis import arrivals
from icteregie.analysis.asked import Circumstances, by_arrival, request
from icteregie.analysis.standing.statuses import is_asking, is_done, is_on_hold, is_running, names_agenda
from icteregie.analysis.timeline import BoardDecision, DatedState, State, Timeline, status_since
from icteregie.loading.load import Loaded
from icteregie.portfolio.arrivals import Arrival, Request
from icteregie.portfolio.kinds import INITIATIVE
from icteregie.portfolio.portfolio import Portfolio
from icteregie.vcs.types import GitError
from icteregie.workspace.surroundings import Surroundings

if TYPE_CHECKING:
    from icteregie.vcs.main_files import FileVersions, MainFiles
    from icteregie.workspace.blob_states import BlobStates
    from icteregie.workspace.decision_entries import DecisionEntry


class Timelines:
    """The timelines of the files of one repository, by path from the portfolio's root.

    ``error`` says why git gave none, None when it did.
    """

    def __init__(self, loaded: Loaded, surroundings: Surroundings) -> None:
        self._loaded = loaded
        self._surroundings = surroundings
        self._known: dict[str, Timeline] = {}
        self._read: set[str] = set()
        self.error: GitError | None = None

    def of(self, files: Mapping[str, str]) -> dict[str, Timeline]:
        """Give the timelines of initiatives: ``files`` has the path of each, by id."""
        new = {path: name for name, path in files.items() if path not in self._read}
        self._read |= new.keys()
        if new and self.error is None:
            try:
                versions = self._main.of(new) if self._main else {}
                self._known |= self._timelines(versions, new)
            except GitError as error:
                self.error = error
        return {name: self._known[path] for name, path in files.items() if path in self._known}

    def removed(self) -> dict[str, Timeline]:
        """Give the timelines of the files that main had and no longer has, by id."""
        pattern = INITIATIVE.pattern
        try:
            versions = self._main.removed() if self._main else {}
            names = {path: match["key"] for path in versions if (match := pattern.fullmatch(path))}
            timelines = self._timelines({path: versions[path] for path in names}, names)
        except GitError as error:
            self.error = error
            return {}
        return {names[path]: timeline for path, timeline in timelines.items()}

    def versions(self, files: Mapping[str, str]) -> "dict[str, FileVersions]":
        """Give which blob main had of initiatives, and from when: ``files`` has the path of each, by id."""
        try:
            versions = self._main.of(files.values()) if files and self._main else {}
        except GitError as error:
            self.error = error
            return {}
        return {name: versions[path] for name, path in files.items() if path in versions}

    def texts(self, blobs: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Read the text of blobs, in their order; what this clone doesn't hold is left out."""
        try:
            yield from self._main.texts(blobs) if blobs and self._main else ()
        except GitError as error:
            self.error = error

    def last_states(self, ids: Collection[str]) -> dict[str, State]:
        """Read the last version that main had under each of these ids; without one, it never had it."""
        try:
            blobs = self._main.last_blobs(ids) if ids and self._main else {}
            if self._main and blobs:
                self._states.read(self._main, {blob: name for name, blob in blobs.items() if blob})
        except GitError as error:
            self.error = error
            return {}
        # Of a text that this clone doesn't hold, main had it and no more is known.
        return {name: self._states.known(blob) or self.state(b"", name) for name, blob in blobs.items()}

    def state(self, data: bytes, name: str) -> State:
        """Read what one version says; the same bytes are read once."""
        return self._states.of_text(data, name)

    @cached_property
    def _states(self) -> "BlobStates":
        from icteregie.workspace.blob_states import BlobStates  # noqa: PLC0415

        return BlobStates(self._loaded, self._surroundings)

    @cached_property
    def _decisions(self) -> "tuple[DecisionEntry, ...]":
        """The decisions that main has. Raises GitError."""
        from icteregie.workspace.decision_entries import decision_entries  # noqa: PLC0415

        return decision_entries(self._loaded, self._surroundings, self._main) if self._main else ()

    @cached_property
    def _main(self) -> "MainFiles | None":
        """The files of main, which are looked up once."""
        # Nothing of git is loaded until somebody asks.
        from icteregie.vcs.api import user_cache_dir  # noqa: PLC0415
        from icteregie.vcs.main_files import main_files  # noqa: PLC0415
        from icteregie.vcs.repository import open_repository  # noqa: PLC0415

        environment = self._surroundings.environment
        repo = open_repository(self._loaded.root, environment)
        return main_files(repo, user_cache_dir(environment, self._surroundings.platform)) if repo else None

    def _timelines(
        self, versions: "Mapping[str, FileVersions]", names: Mapping[str, str]
    ) -> dict[str, Timeline]:
        """Read the versions of files that are not known yet, file by file, and put them in order."""
        if self._main is None or not versions:
            return {}
        blobs = {v.blob: names[path] for path, each in versions.items() for v in each.versions if v.blob}
        self._states.read(self._main, blobs)
        return {path: self._timeline(names[path], each) for path, each in versions.items()}

    def _timeline(self, name: str, file_versions: "FileVersions") -> Timeline:
        versions = []
        for version in file_versions.versions:
            state = self._states.known(version.blob) if version.blob else None
            is_missing = bool(version.blob) and state is None
            versions.append(DatedState(version.on, state, is_missing, version.earliest))
        # A decision names the id that the initiative had at the time.
        ids = {name, *(PurePosixPath(version.path).stem for version in file_versions.versions)}
        timeline = Timeline(tuple(versions), tuple(self._about(ids)), file_versions.is_shallow)
        # What happened after the day for which it is asked is not known on that day.
        return timeline.until(self._surroundings.today)

    def _about(self, ids: Collection[str]) -> Iterator[BoardDecision]:
        for entry in self._decisions:
            if not entry.ids.isdisjoint(ids):
                yield BoardDecision(entry.on, entry.defers_to)


def former_years(portfolio: Portfolio, timelines: Timelines, today: date) -> dict[str, Collection[int]]:
    """Give the agenda years that main asked for before, by id."""
    if not trusts_history(portfolio, today):
        return {}
    sound = portfolio.without_damage(("agenda",)).initiatives
    by_id = timelines.of({name: portfolio.files[name] for name in sound})
    return {
        name: tuple(year for year in timeline.years() if not names_agenda(sound[name], year))
        for name, timeline in by_id.items()
    }


def status_days(portfolio: Portfolio, timelines: Timelines, today: date) -> dict[str, date]:
    """Give the day since which main has the status of what runs, is on hold or is done, by id."""
    if not trusts_history(portfolio, today):
        return {}
    sound = portfolio.without_damage(("status",)).initiatives
    begun = {name: i for name, i in sound.items() if is_running(i) or is_on_hold(i) or is_done(i)}
    by_id = timelines.of({name: portfolio.files[name] for name in begun})
    days = ((name, status_since(timeline, begun[name])) for name, timeline in by_id.items())
    return {name: day for name, day in days if day is not None}


def trusts_history(portfolio: Portfolio, today: date) -> bool:
    """Whether git's history counts, by what the partnership says of it and as far as that can be read."""
    return not portfolio.partnership_damage & {"*", "history"} and arrivals.uses_history(portfolio, today)


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
        if name not in self._arrivals or "status" in self._portfolio.lost_keys.get(name, ()):
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
