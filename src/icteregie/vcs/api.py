"""The way in to what git knows of every initiative: the day it was opened, and the day it arrived."""

from collections.abc import Mapping
from pathlib import Path

from icteregie.vcs.errors import GitError
from icteregie.vcs.repository import repository
from icteregie.vcs.types import Doubt, History


def look(
    root: Path, environment: Mapping[str, str], *, main: str | None = None, cache: Path | None = None
) -> History:
    """Read what git knows of the portfolio at ``root``; never raises on what a repository holds.

    ``environment`` is that of the command, of which git gets only what it needs. ``main`` names
    the main branch; without it the usual names are tried. ``cache`` is the folder in which the
    past is kept. Raises LookupError when there is no commit called ``main``.
    """
    try:
        found = repository(root, environment)
        if found is None:
            return History(doubts=(Doubt("no-repository"),))
        # Outside a repository nothing of this is even loaded.
        from icteregie.vcs.arrival_dates import told  # noqa: PLC0415

        return told(found, main, cache)
    except GitError as wrong:
        return History(doubts=(Doubt(wrong.trouble, wrong.said),))
