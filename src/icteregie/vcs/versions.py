"""Every version of initiatives that main has had, under all their paths."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from icteregie.diagnostics.ceilings import HISTORY_BATCH_BYTES, HISTORY_FILE_BYTES
from icteregie.portfolio.kinds import INITIATIVE
from icteregie.vcs.blobs import ObjectInfo, object_infos, read_blobs
from icteregie.vcs.branch import branch_files
from icteregie.vcs.dates import FIRST_DAY, Days, days
from icteregie.vcs.lineage import Lineage
from icteregie.vcs.main_history import MainHistory, read_anew
from icteregie.vcs.refs import Tips
from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class Version:
    """An initiative's file from a day on; ``text`` is None where it was removed from main.

    ``commit`` is the step of main that brought this version, ``path`` is relative to the
    portfolio's root, ``subject`` is the commit's first line. ``is_missing`` says that this clone
    doesn't hold the text. The text of what is too large, or no file, is empty. ``blob`` is the
    object id of the text, "" where it was removed or is not known. The version came between
    ``earliest`` and ``on``, both inclusive; None means exactly ``on``.
    """

    commit: str
    on: date
    path: str
    subject: str
    text: bytes | None
    is_missing: bool = False
    blob: str = ""
    earliest: date | None = None


@dataclass(frozen=True, slots=True)
class FileHistory:
    """All versions of one initiative, oldest first.

    ``is_shallow`` says that a shallow clone begins at the first: it can be older than its day.
    """

    versions: tuple[Version, ...]
    is_shallow: bool


def file_histories(
    repository: Repository, tips: Tips, paths: Iterable[str], today: date | None = None
) -> Iterator[tuple[str, FileHistory]]:
    """Read the history of every path of the current commit that main has or had.

    Paths are relative to the portfolio's root, and keep their order. What main's clocks say after
    ``today`` counts today. The history of main is read
    anew, once for all paths: four git processes, four more for a current commit that is not
    main's, and one for every 32 MiB of text. Raises GitError.
    """
    main_history = read_anew(repository, tips)
    lineages = _lineages(repository, tips, main_history, paths)
    yield from _read_histories(repository, main_history, lineages, today)


def removed_histories(
    repository: Repository, tips: Tips, today: date | None = None
) -> Iterator[tuple[str, FileHistory]]:
    """Read the history of every file of the portfolio that main had and no longer has.

    By the last path, relative to the portfolio's root, sorted. A file that goes by another id now
    is not one of them. Raises GitError.
    """
    main_history = read_anew(repository, tips)
    lineages: dict[str, Lineage] = {}
    for full_path, lineage in sorted(main_history.index.by_path.items()):
        last_path = lineage.changes[-1][1]
        if not lineage.is_present and full_path == last_path and full_path.startswith(repository.prefix):
            lineages[full_path.removeprefix(repository.prefix)] = lineage
    yield from _read_histories(repository, main_history, lineages, today)


def last_texts(repository: Repository, tips: Tips, ids: Collection[str]) -> dict[str, bytes]:
    """Read the last text that main had under each of these ids, in any folder; b"" where it isn't here.

    What main never had is not in it. Raises GitError.
    """
    index, prefix = read_anew(repository, tips).index, repository.prefix
    blobs: dict[str, tuple[int, str]] = {}
    for full_path, lineage in index.by_path.items():
        name = INITIATIVE.key(full_path.removeprefix(prefix)) if full_path.startswith(prefix) else None
        if name is not None and name in ids:
            own = [(step, blob) for step, path, blob in lineage.changes if path == full_path]
            blobs[name] = max([*own, blobs.get(name, (-1, ""))])
    infos = object_infos(repository, [blob for _, blob in blobs.values() if blob])
    readable = [info.name for info in infos.values() if _is_readable(info)]
    texts = read_blobs(repository, sorted(readable))
    found = {name: infos.get(blob) for name, (_, blob) in blobs.items()}
    return {name: texts.get(info.name, b"") if info else b"" for name, info in found.items()}


def _read_histories(
    repository: Repository,
    main_history: MainHistory,
    lineages: Mapping[str, Lineage],
    today: date | None,
) -> Iterator[tuple[str, FileHistory]]:
    main_days = days(main_history.times, today)
    changes = {path: _path_changes(lineage) for path, lineage in lineages.items()}
    infos = object_infos(repository, _blobs(changes, changes))
    reader = _VersionReader(main_history, main_days, infos, repository.prefix)
    for batch in _batches(changes, infos):
        batch_infos = (infos.get(name) for name in _blobs(batch, changes))
        hashes = {info.name for info in batch_infos if info and _is_readable(info)}
        texts = read_blobs(repository, sorted(hashes))
        for path in batch:
            file_versions = tuple(reader.versions(lineages[path], changes[path], texts))
            yield path, FileHistory(file_versions, main_history.is_shallow and changes[path][0].step == 0)


def _lineages(
    repository: Repository, tips: Tips, main_history: MainHistory, paths: Iterable[str]
) -> dict[str, Lineage]:
    """Match each path: as main has it, as the current branch renamed it, or as main once had it."""
    index, prefix = main_history.index, repository.prefix
    on_branch = {} if tips.head == tips.main else branch_files(repository, tips, index)
    lineages: dict[str, Lineage] = {}
    for path in paths:
        full_path = prefix + path
        branch_file = on_branch.get(full_path)
        current = branch_file.lineage if branch_file else index.present.get(full_path)
        if lineage := current or index.former(full_path):
            lineages[path] = lineage
    return lineages


class _Change(NamedTuple):
    """A step that changed a file: its path and blob from then on, "" where it was removed."""

    step: int
    path: str
    blob: str


def _path_changes(lineage: Lineage) -> list[_Change]:
    """List the steps that changed it."""
    ends = [(end, "", "") for _, end in lineage.presence if end >= 0]
    return [_Change(*each) for each in sorted([*lineage.changes, *ends], key=itemgetter(0))]


def _blobs(paths: Iterable[str], changes: Mapping[str, list[_Change]]) -> Iterator[str]:
    for path in paths:
        yield from (change.blob for change in changes[path] if change.blob)


def _is_readable(info: ObjectInfo) -> bool:
    return info.kind == "blob" and info.size <= HISTORY_FILE_BYTES


def _batches(changes: Mapping[str, list[_Change]], infos: Mapping[str, ObjectInfo]) -> Iterator[list[str]]:
    """Group paths whose texts together stay below HISTORY_BATCH_BYTES."""
    batch: list[str] = []
    bytes_so_far = 0
    for path in changes:
        batch_infos = (infos.get(name) for name in _blobs((path,), changes))
        size = sum(info.size for info in batch_infos if info and _is_readable(info))
        if batch and bytes_so_far + size > HISTORY_BATCH_BYTES:
            yield batch
            batch, bytes_so_far = [], 0
        batch.append(path)
        bytes_so_far += size
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _VersionReader:
    """Builds versions from main's steps, their days and the objects that git holds."""

    main_history: MainHistory
    days: Days
    infos: Mapping[str, ObjectInfo]
    prefix: str

    def versions(
        self, lineage: Lineage, path_changes: list[_Change], texts: Mapping[str, bytes]
    ) -> Iterator[Version]:
        last_path = ""
        for step, path, blob in path_changes:
            commit, last_path = self.main_history.steps[step], path or last_path
            info = self.infos.get(blob)
            text = (texts.get(info.name, b"") if info else b"") if path else None
            shown_path = last_path.removeprefix(self.prefix)
            yield Version(
                commit.name,
                self.days[step],
                shown_path,
                commit.subject,
                text,
                is_missing=bool(path) and info is None,
                blob=blob,
                earliest=self._earliest(lineage, step),
            )

    def _earliest(self, lineage: Lineage, step: int) -> date | None:
        """Return the first day on which a version may have come, None when its day is certain."""
        if self.main_history.is_shallow and step == 0:
            return FIRST_DAY
        if lineage.earliest is None or step != lineage.presence[0][0]:
            return None
        is_cut = self.main_history.is_shallow and lineage.earliest == 0
        return FIRST_DAY if is_cut else self.days[lineage.earliest]
