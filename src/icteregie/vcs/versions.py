"""Every version of initiatives that main has had, under all names they went by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from icteregie.vcs.blobs import ObjectInfo, object_infos, read_blobs
from icteregie.vcs.branch import branch_files
from icteregie.vcs.dates import local_day, monotonic_times
from icteregie.vcs.lineage import Lineage, identity_key
from icteregie.vcs.main_history import MainHistory, read_anew
from icteregie.vcs.refs import Tips
from icteregie.vcs.repository import Repository

MAX_BYTES = 256 * 1024
"""A larger file is no initiative, and is not read."""
MAX_BATCH_BYTES = 32 * 1024 * 1024
"""So many bytes are held at a time, however long the history is."""


@dataclass(frozen=True, slots=True)
class Version:
    """An initiative's file from a day on; ``text`` is None where main took it away.

    ``commit`` is the step of main that brought this version, ``path`` leads from the portfolio's
    root, ``subject`` is the commit's own first line, as its author wrote it. ``is_lost`` says
    that this clone doesn't hold the text. Of what is too large, or no file, the text is empty.
    """

    commit: str
    on: date
    path: str
    subject: str
    text: bytes | None
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class FileHistory:
    """All versions of one initiative, oldest first.

    ``is_cut`` says that the first is where a shallow clone begins: it can be older than its day.
    """

    versions: tuple[Version, ...]
    is_shallow: bool


def versions(repository: Repository, tips: Tips, path: str) -> tuple[Version, ...]:
    """List the versions of a file on main, oldest first; none when main never had it.

    ``path`` leads from the portfolio's root. The past is read anew. Raises GitError.
    """
    for _, history in file_histories(repository, tips, (path,)):
        return history.versions
    return ()


def file_histories(
    repository: Repository, tips: Tips, paths: Iterable[str]
) -> Iterator[tuple[str, FileHistory]]:
    """Give the course of every path of the present commit that main has or had.

    Paths lead from the portfolio's root, and come in the order in which they are given. The past
    is read anew, once for all of them: in four questions to git, four more for a present commit
    that is not main's, and one for every 32 MiB of text. Raises GitError.
    """
    main_history = read_anew(repository, tips)
    days = [local_day(moment) for moment in monotonic_times(main_history.times)]
    lineages = _lineages(repository, tips, main_history, paths)
    marks = {path: _path_changes(line) for path, line in lineages.items()}
    names = [f"{main_history.steps[at].name}:{place}" for own in marks.values() for at, place in own if place]
    infos = object_infos(repository, names)
    reader = _VersionReader(main_history, days, infos, repository.prefix)
    for batch in _batches(marks, main_history, infos):
        object_names = {
            one.name
            for name in _object_names(batch, marks, main_history)
            if (one := infos.get(name)) and _is_readable(one)
        }
        texts = read_blobs(repository, sorted(object_names))
        for path in batch:
            file_versions = tuple(reader.versions(marks[path], texts))
            yield path, FileHistory(file_versions, main_history.is_shallow and marks[path][0][0] == 0)


def _lineages(
    repository: Repository, tips: Tips, main_history: MainHistory, paths: Iterable[str]
) -> dict[str, Lineage]:
    """Recognise each path: as main has it, as the present branch renamed it, or as main once had it."""
    index, prefix = main_history.index, repository.prefix
    on_branch = {} if tips.head == tips.main else branch_files(repository, tips, index)
    lineages: dict[str, Lineage] = {}
    for path in paths:
        full_path = prefix + path
        branch_file = on_branch.get(full_path)
        lineage = (branch_file.lineage if branch_file else index.present.get(full_path)) or index.by_path.get(
            full_path
        )
        if lineage := lineage or index.removed.get(identity_key(full_path)):
            lineages[path] = lineage
    return lineages


def _path_changes(lineage: Lineage) -> list[tuple[int, str]]:
    """Give the steps at which it changed, with its path from then on, "" where it was taken away."""
    ends = [(end, "") for _, end in lineage.presence if end >= 0]
    return sorted([*lineage.changes, *ends], key=lambda mark: mark[0])


def _object_names(
    paths: Iterable[str], marks: Mapping[str, list[tuple[int, str]]], main_history: MainHistory
) -> Iterator[str]:
    for path in paths:
        for at, path_then in marks[path]:
            if path_then:
                yield f"{main_history.steps[at].name}:{path_then}"


def _is_readable(info: ObjectInfo) -> bool:
    return info.kind == "blob" and info.size <= MAX_BYTES


def _batches(
    marks: Mapping[str, list[tuple[int, str]]], main_history: MainHistory, infos: Mapping[str, ObjectInfo]
) -> Iterator[list[str]]:
    """Put paths together that can be read at once."""
    batch: list[str] = []
    bytes_so_far = 0
    for path in marks:
        batch_infos = (infos.get(name) for name in _object_names((path,), marks, main_history))
        size = sum(one.size for one in batch_infos if one and _is_readable(one))
        if batch and bytes_so_far + size > MAX_BATCH_BYTES:
            yield batch
            batch, bytes_so_far = [], 0
        batch.append(path)
        bytes_so_far += size
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _VersionReader:
    """What all versions are made from: main's steps with their days, and what git holds of each."""

    main_history: MainHistory
    days: list[date]
    infos: Mapping[str, ObjectInfo]
    prefix: str

    def versions(self, path_changes: list[tuple[int, str]], texts: Mapping[str, bytes]) -> Iterator[Version]:
        last_path = ""
        for step, path in path_changes:
            commit, last_path = self.main_history.steps[step], path or last_path
            info = self.infos.get(f"{commit.name}:{path}")
            text = (texts.get(info.name, b"") if info else b"") if path else None
            shown_path = last_path.removeprefix(self.prefix)
            yield Version(
                commit.name,
                self.days[step],
                shown_path,
                commit.subject,
                text,
                is_missing=bool(path) and info is None,
            )
