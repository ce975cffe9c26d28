"""The files of a portfolio that somebody names by their path."""

import os
from collections.abc import Iterable
from pathlib import Path

from icteregie.portfolio.kinds import KINDS, kind_of
from icteregie.workspace.notices import ProblemError
from icteregie.workspace.open import Workspace


def named_files(workspace: Workspace, paths: Iterable[Path]) -> frozenset[str]:
    """Give the paths from the root of files that are named by a path from the working folder.

    A text that lies beside a record, such as a dossier, stands for that record too. Raises ProblemError
    for what is not there, lies outside the portfolio, or is no file that is read.
    """
    return frozenset(file for path in paths for file in _named(workspace, path))


def _named(workspace: Workspace, path: Path) -> tuple[str, ...]:
    place = workspace.surroundings.folder / path
    if not os.path.lexists(place):
        raise ProblemError("no-such-file", file=str(path))
    # The file itself may be a link: only the way to it is followed.
    root = workspace.root.resolve()
    real = place.parent.resolve() / place.name if place.name else place.resolve()
    if not real.is_relative_to(root):
        raise ProblemError("file-outside", file=str(path), folder=str(workspace.root))
    file = real.relative_to(root).as_posix()
    if os.path.isdir(place):
        raise ProblemError("file-is-a-folder", file=str(path))
    beside = _records_beside(workspace, file)
    if not beside and kind_of(file, KINDS) is None and not _is_like_record(file):
        raise ProblemError("file-not-read", file=str(path))
    return (file, *beside)


def _records_beside(workspace: Workspace, file: str) -> tuple[str, ...]:
    """Give the files of the records that a text lies beside."""
    portfolio = workspace.portfolio
    return tuple(
        portfolio.paths[kind][key]
        for kind, texts in portfolio.side_files.items()
        for key, path in texts.items()
        if path == file and key in portfolio.paths[kind]
    )


def _is_like_record(file: str) -> bool:
    """Whether a name looks as if the file should be read: of such files it is reported why they are not."""
    return file.lower().endswith((".yaml", ".yml"))
