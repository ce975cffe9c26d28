"""The entry point of ``vcs``: the dates that git knows of every initiative."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from icteregie.vcs.repository import open_repository
from icteregie.vcs.types import Doubt, GitError, History


def read_history(
    root: Path,
    environment: Mapping[str, str],
    *,
    main: str | None = None,
    cache_dir: Path | None = None,
    today: date | None = None,
) -> History:
    """Read from git when each file of the portfolio at ``root`` was opened and arrived.

    ``environment`` is that of the command; git gets only what it needs of it. ``main`` names the
    main branch; without it the usual names are tried. ``cache_dir`` is the folder in which the
    history of main is cached; None caches nothing. What main's clocks say after ``today`` counts
    today. What git can't answer becomes a doubt of the
    result, whatever the repository holds. Raises LookupError when there is no commit ``main``.
    """
    try:
        repository = open_repository(root, environment)
        if repository is None:
            return History(doubts=(Doubt("no-repository"),))
        # Outside a repository none of this is loaded.
        from icteregie.vcs.arrival_dates import read_dates  # noqa: PLC0415

        return read_dates(repository, main, cache_dir, today)
    except GitError as error:
        return History(doubts=(Doubt(error.name, error.reason),))


def user_cache_dir(environment: Mapping[str, str], platform: str) -> Path | None:
    """Return the user's cache folder for icteregie; None when the environment names none.

    ``platform`` is ``sys.platform``. Source: the XDG Base Directory Specification, and the usual
    folders of Windows and macOS. Written by hand, because the environment is an argument here.
    """
    home = environment.get("HOME", "")
    parts: tuple[str, ...]
    if platform == "win32":
        parts = (environment.get("LOCALAPPDATA", ""), "icteregie", "Cache")
    elif platform == "darwin":
        parts = (home, "Library", "Caches", "icteregie")
    else:
        parts = (environment.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "icteregie", "")
    return Path(*parts) if os.path.isabs(parts[0]) else None
