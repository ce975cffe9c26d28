"""How complete the dossiers of a portfolio are, and the versions on main that tell it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from icteregie.analysis import arrivals
from icteregie.analysis.completeness import Completion, absent_keys, completions
from icteregie.analysis.timeline import Timeline
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import open_repository
from icteregie.vcs.types import UNAVAILABLE, GitError
from icteregie.vcs.versions import FileHistory, file_histories
from icteregie.workspace.notices import Notice
from icteregie.workspace.open import Workspace


@dataclass(frozen=True, slots=True)
class Completeness:
    """Every initiative's completion and what main said of it, by id, and what git can't say of it.

    The timelines are also those of files that main no longer has; without git there are none.
    """

    completions: Mapping[str, Completion]
    timelines: Mapping[str, Timeline] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class MainVersions:
    """The versions of one initiative on main, None when git has none, and what git can't say of them."""

    history: FileHistory | None = None
    notices: tuple[Notice, ...] = field(default_factory=tuple)


def completeness(workspace: Workspace, only: str | None = None) -> Completeness:
    """Judge every initiative, or only one."""
    portfolio = workspace.portfolio
    files = portfolio.files if only is None else {only: portfolio.files[only]}
    missing = _MissingKeys(workspace, files)
    reading = workspace.arrivals.reading
    unknown = Notice("commands/arrivals/complete-unknown")
    has_history = not any(doubt.name in UNAVAILABLE for doubt in reading.doubts)
    if arrivals.uses_history(portfolio, workspace.today) and has_history:
        # A clone can know the commits, and so the arrivals, without holding the texts.
        timelines = workspace.timelines.of(files)
        if workspace.timelines.error is None:
            removed = workspace.timelines.removed() if only is None else {}
            is_lost = any(version.is_missing for each in timelines.values() for version in each.versions)
            notices = (unknown,) if is_lost else ()
            by_id = completions(portfolio, missing, timelines)
            return Completeness(by_id, {**removed, **timelines}, notices)
    return Completeness(completions(portfolio, missing, None), notices=(unknown,))


class _MissingKeys(Mapping[str, tuple[str, ...]]):
    """The keys that files on disk lack, by id: read only where main doesn't tell, when somebody asks."""

    def __init__(self, workspace: Workspace, files: Mapping[str, str]) -> None:
        self.workspace = workspace
        self.files = files

    def __getitem__(self, name: str) -> tuple[str, ...]:
        loaded, file = self.workspace.loaded, self.files[name]
        data = loaded.sources.contents.get(file, b"")
        is_sound = file not in self._faulty and file in loaded.sources.contents
        absent = absent_keys(loaded.portfolio.initiatives[name], data) if is_sound else None
        return self.workspace.timelines.state(data, name).missing if absent is None else absent

    @cached_property
    def _faulty(self) -> frozenset[str]:
        """The files of which more is said than that they are read, be it only a warning."""
        loaded = self.workspace.loaded
        files = {finding.at.file for finding in loaded.findings}
        files.update(diagnostic.place.file for diagnostic in loaded.diagnostics)
        return frozenset(files.union(loaded.faults, loaded.portfolio.unreadable))

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


def main_versions(workspace: Workspace, name: str) -> MainVersions:
    """Read the versions of one initiative on main."""
    try:
        return MainVersions(next((history for _, history in _histories(workspace, name)), None))
    except GitError as error:
        return MainVersions(None, (Notice(f"vcs/{error.name}", {"reason": error.reason}),))


def _histories(workspace: Workspace, only: str | None) -> Iterator[tuple[str, FileHistory]]:
    repo = open_repository(workspace.root, workspace.surroundings.environment)
    main = tips(repo) if repo else None
    if repo and main:
        files = workspace.portfolio.files
        yield from file_histories(repo, main, [files[only]] if only else files.values(), workspace.today)
