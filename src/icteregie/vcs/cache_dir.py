"""Where the user's system keeps what can be made again."""

import os
from collections.abc import Mapping
from pathlib import Path


def folder(environment: Mapping[str, str], system: str) -> Path | None:
    """Give the user's cache folder for ``sys.platform``; None when they have none.

    By hand, because the environment is an argument here, as everywhere below the command line.
    """
    home = environment.get("HOME", "")
    way: tuple[str, ...]
    if system == "win32":
        way = (environment.get("LOCALAPPDATA", ""), "icteregie", "Cache")
    elif system == "darwin":
        way = (home, "Library", "Caches", "icteregie")
    else:
        way = (environment.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "icteregie", "")
    return Path(*way) if os.path.isabs(way[0]) else None
