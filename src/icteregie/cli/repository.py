"""Where the git repository begins that a portfolio lies in, found without git itself."""

import os
from pathlib import Path


def top(folder: Path) -> Path | None:
    """Walk up to the folder that holds ``.git``: a folder, or a file in worktrees and submodules."""
    whole = folder.resolve()
    return next((one for one in (whole, *whole.parents) if os.path.lexists(one / ".git")), None)


def above(root: Path) -> str:
    """Give the way from the top of the repository to a folder, as ``a/b/``; "" when it is the top."""
    found = top(root)
    way = root.resolve().relative_to(found).as_posix() if found else "."
    return "" if way == "." else f"{way}/"
