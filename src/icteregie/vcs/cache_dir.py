"""Where the user's system keeps what can be made again."""

import os
from collections.abc import Mapping
from pathlib import Path


def user_cache_dir(environment: Mapping[str, str], platform: str) -> Path | None:
    """Give the user's cache folder for ``sys.platform``; None when they have none.

    By hand, because the environment is an argument here, as everywhere below the command line.
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
