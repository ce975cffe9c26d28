"""The repository that a portfolio lies in, found without git itself."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icteregie.vcs.process import Git

_MOST_READ = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, seen from a portfolio in it.

    ``within`` leads from the top to the portfolio: "" or ``way/to/it/``. ``store`` is the folder
    that all worktrees share. ``boundary`` are the commits below which a shallow clone has nothing.
    """

    git: "Git"
    top: Path
    within: str
    store: Path
    boundary: frozenset[str]


def top(folder: Path) -> Path | None:
    """Walk up to the folder that holds ``.git``: a folder, or a file in worktrees and submodules."""
    whole = folder.resolve()
    return next((one for one in (whole, *whole.parents) if os.path.lexists(one / ".git")), None)


def above(root: Path) -> str:
    """Give the way from the top of the repository to a folder, as ``a/b/``; "" when it is the top."""
    found = top(root)
    way = root.resolve().relative_to(found).as_posix() if found else "."
    return "" if way == "." else f"{way}/"


def repository(root: Path, environment: Mapping[str, str]) -> Repository | None:
    """Find the repository that a portfolio lies in; None when no folder above has ``.git``.

    Raises GitError when there is no git program. Whether git wants to read it shows at the
    first question.
    """
    found = top(root)
    if found is None:
        return None
    # Outside a repository nothing that starts programs is even loaded.
    from icteregie.vcs.process import git  # noqa: PLC0415

    store = _store(found / ".git")
    return Repository(git(found, environment), found, above(root), store, _boundary(store))


def _store(entry: Path) -> Path:
    """Follow a worktree or a submodule to the folder that holds its objects."""
    folder = entry
    if not entry.is_dir():
        folder = entry.parent / _line(entry).removeprefix("gitdir:").strip()
    shared = _line(folder / "commondir")
    return Path(os.path.normpath(folder / shared if shared else folder))


def _boundary(store: Path) -> frozenset[str]:
    return frozenset(_read(store / "shallow").split())


def _line(path: Path) -> str:
    return _read(path).partition("\n")[0].strip()


def _read(path: Path) -> str:
    """Read a small file of git's own; "" when it is not there."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return file.read(_MOST_READ).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""
