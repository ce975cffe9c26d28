"""Every version of initiatives that main has had, under all their paths."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from icteregie.vcs.dates import days
from icteregie.vcs.main_files import FileVersions, MainFiles
from icteregie.vcs.main_history import read_anew
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
    ``today`` counts today. The history of main is read anew, once for all paths, because the cache has
    no subjects: four git processes, four more for a current commit that is not main's, and for each
    path one, and one for every 32 MiB of text. Raises GitError.
    """
    history = read_anew(repository, tips)
    files = MainFiles(repository, tips, history, days(history.times, today))
    for path, file_versions in files.of(paths).items():
        yield path, FileHistory(tuple(_versions(files, file_versions)), file_versions.is_shallow)


def _versions(files: MainFiles, file_versions: FileVersions) -> Iterator[Version]:
    """Add to each version its text, and the commit that brought it."""
    texts = dict(files.texts(version.blob for version in file_versions.versions if version.blob))
    for version in file_versions.versions:
        commit = files.history.steps[version.step]
        yield Version(
            commit.name,
            version.on,
            version.path,
            commit.subject,
            texts.get(version.blob, b"") if version.blob else None,
            is_missing=bool(version.blob) and version.blob not in texts,
            blob=version.blob,
            earliest=version.earliest,
        )
