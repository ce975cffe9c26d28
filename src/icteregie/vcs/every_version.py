"""Every text that some files had in the history of a commit, on all branches that were merged into it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from icteregie.vcs.blobs import read_blobs
from icteregie.vcs.commits import commits, raw_changes
from icteregie.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class CommittedText:
    """A text as a commit brought it; None where this clone doesn't hold it.

    ``is_cut`` says that the history of a shallow clone begins with that commit: the text can be older.
    """

    text: bytes | None
    is_cut: bool


def every_version(
    repository: Repository, tip: str, is_wanted: Callable[[str], bool]
) -> Iterator[CommittedText]:
    """Give the texts of the files whose path in the portfolio is wanted, those of earlier commits first.

    Two git processes, and one for each text. Raises GitError.
    """
    history = commits(repository, tip)
    changes = raw_changes(repository, ((name, each.first_parent) for name, each in history.items()))
    for name in history:
        for change in changes.get(name, ()):
            path = change.path.removeprefix(repository.prefix)
            if change.kind != "D" and change.path == repository.prefix + path and is_wanted(path):
                text = read_blobs(repository, [change.blob]).get(change.blob)
                yield CommittedText(text, name in repository.shallow_boundary)
