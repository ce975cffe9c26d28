"""The way in to what git knows of every initiative: the day it was opened, and the day it arrived."""

from collections.abc import Mapping
from pathlib import Path

from icteregie.vcs.errors import GitError
from icteregie.vcs.repository import open_repository
from icteregie.vcs.types import Doubt, History


def read_history(
    root: Path, environment: Mapping[str, str], *, main: str | None = None, cache_dir: Path | None = None
) -> History:
    """Read what git knows of the portfolio at ``root``; never raises on what a repository holds.

    ``environment`` is that of the command, of which git gets only what it needs. ``main`` names
    the main branch; without it the usual names are tried. ``cache`` is the folder in which the
    past is kept. Raises LookupError when there is no commit called ``main``.
    """
    try:
        repository_found = open_repository(root, environment)
        if repository_found is None:
            return History(doubts=(Doubt("no-repository"),))
        # Outside a repository nothing of this is even loaded.
        from icteregie.vcs.arrival_dates import read_dates  # noqa: PLC0415

        return read_dates(repository_found, main, cache_dir)
    except GitError as wrong:
        return History(doubts=(Doubt(wrong.name, wrong.reason),))
