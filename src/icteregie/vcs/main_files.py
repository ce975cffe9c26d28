"""Which blob main had of each file from which day on, from the cached history; no text is read here."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

from icteregie.diagnostics.ceilings import HISTORY_BATCH_BYTES, HISTORY_FILE_BYTES
from icteregie.portfolio.kinds import INITIATIVE
from icteregie.vcs.blobs import ObjectInfo, object_infos, read_blobs
from icteregie.vcs.branch import branch_files
from icteregie.vcs.dates import FIRST_DAY, Days, days
from icteregie.vcs.lineage import Lineage
from icteregie.vcs.main_history import MainHistory, read_main_history
from icteregie.vcs.refs import Tips, tips
from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class FileVersion:
    """What main had of a file from a day on: the object id of its text, "" where it was removed.

    ``path`` is the one that it had then, relative to the portfolio's root; of a removed one its last.
    ``step`` is the number of the step of main that brought it. It came between ``earliest`` and ``on``,
    both inclusive; None means exactly ``on``.
    """

    on: date
    path: str
    blob: str
    step: int
    earliest: date | None = None


@dataclass(frozen=True, slots=True)
class FileVersions:
    """All versions of one file, oldest first.

    ``is_shallow`` says that a shallow clone begins at the first: it can be older than its day.
    """

    versions: tuple[FileVersion, ...]
    is_shallow: bool


@dataclass(frozen=True, slots=True)
class MainFiles:
    """The files of one portfolio along main; paths are relative to the portfolio's root."""

    repository: Repository
    tips: Tips
    history: MainHistory
    days: Days

    def of(self, paths: Iterable[str]) -> dict[str, FileVersions]:
        """Find every path of the current commit that main has or had: as the current branch renamed it too.

        No git process where the current commit is main's, else four. Raises GitError.
        """
        index, prefix = self.history.index, self.repository.prefix
        on_branch = (
            {} if self.tips.head == self.tips.main else branch_files(self.repository, self.tips, index)
        )
        by_path: dict[str, FileVersions] = {}
        for path in paths:
            full_path = prefix + path
            branch_file = on_branch.get(full_path)
            current = branch_file.lineage if branch_file else index.present.get(full_path)
            if lineage := current or index.former(full_path):
                by_path[path] = self._versions(lineage)
        return by_path

    def removed(self) -> dict[str, FileVersions]:
        """Find every file of the portfolio that main had and no longer has, by its last path, sorted.

        A file that goes by another id now is not one of them.
        """
        prefix = self.repository.prefix
        return {
            path.removeprefix(prefix): self._versions(lineage)
            for path, lineage in sorted(self.history.index.by_path.items())
            if not lineage.is_present and path == lineage.changes[-1][1] and path.startswith(prefix)
        }

    def present(self, folder: str) -> dict[str, str]:
        """Give the blobs of the YAML files that main has in a folder, by path, sorted."""
        start, prefix = self.repository.prefix + folder, self.repository.prefix
        return {
            path.removeprefix(prefix): lineage.changes[-1][2]
            for path, lineage in sorted(self.history.index.present.items())
            if path.startswith(start)
        }

    def last_blobs(self, ids: Collection[str]) -> dict[str, str]:
        """Give the last blob that main had under each of these ids, in any folder.

        What main never had is not in it.
        """
        prefix = self.repository.prefix
        latest: dict[str, tuple[int, str]] = {}
        for full_path, lineage in self.history.index.by_path.items():
            name = INITIATIVE.key(full_path.removeprefix(prefix)) if full_path.startswith(prefix) else None
            if name is not None and name in ids:
                own = [(step, blob) for step, path, blob in lineage.changes if path == full_path]
                latest[name] = max([*own, latest.get(name, (-1, ""))])
        return {name: blob for name, (_, blob) in latest.items()}

    def texts(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Read blobs in the given order; missing ones are left out, and what is no file is empty.

        The versions of one file are best asked together: git stores each as its difference with the next.
        One git process, and one for every HISTORY_BATCH_BYTES of text. Raises GitError.
        """
        infos = object_infos(self.repository, blobs)
        for batch in _batches(infos):
            texts = read_blobs(self.repository, (name for name in batch if _is_readable(infos[name])))
            for name in batch:
                yield name, texts.get(name, b"")

    def _versions(self, lineage: Lineage) -> FileVersions:
        ends = [(end, "", "") for _, end in lineage.presence if end >= 0]
        changes = sorted([*lineage.changes, *ends], key=itemgetter(0))
        versions: list[FileVersion] = []
        last_path = ""
        for step, path, blob in changes:
            last_path = path.removeprefix(self.repository.prefix) or last_path
            versions.append(
                FileVersion(self.days[step], last_path, blob, step, self._earliest(lineage, step))
            )
        return FileVersions(tuple(versions), self.history.is_shallow and changes[0][0] == 0)

    def _earliest(self, lineage: Lineage, step: int) -> date | None:
        """Return the first day on which a version may have come, None when its day is certain."""
        if self.history.is_shallow and step == 0:
            return FIRST_DAY
        if lineage.earliest is None or step != lineage.presence[0][0]:
            return None
        is_cut = self.history.is_shallow and lineage.earliest == 0
        return FIRST_DAY if is_cut else self.days[lineage.earliest]


def main_files(repository: Repository, cache_dir: Path | None) -> MainFiles | None:
    """Read the files of main; None where nothing was committed. Raises GitError and UnknownMainError."""
    commits = tips(repository)
    if commits is None:
        return None
    history = read_main_history(repository, commits, cache_dir)
    return MainFiles(repository, commits, history, days(history.times))


def _is_readable(info: ObjectInfo) -> bool:
    return info.kind == "blob" and info.size <= HISTORY_FILE_BYTES


def _batches(infos: Mapping[str, ObjectInfo]) -> Iterator[Sequence[str]]:
    """Group objects whose texts together stay below HISTORY_BATCH_BYTES."""
    names = list(infos)
    starts, size = [0], 0
    for place, name in enumerate(names):
        size += infos[name].size if _is_readable(infos[name]) else 0
        if size > HISTORY_BATCH_BYTES:
            starts.append(place)
            size = infos[name].size
    yield from (names[start:end] for start, end in pairwise([*starts, len(names)]))
