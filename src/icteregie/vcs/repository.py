"""The repository that contains a portfolio, found without running git."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from icteregie.diagnostics.ceilings import GIT_POINTER_BYTES

if TYPE_CHECKING:
    from icteregie.vcs.process import Git
from icteregie.portfolio.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, seen from a portfolio in it; the names are those of ``git rev-parse``.

    ``prefix`` is the path from ``toplevel`` to the portfolio: "" or ``path/to/it/``.
    ``common_dir`` is the folder that all worktrees share. ``shallow_boundary`` are the commits
    below which a shallow clone has nothing. ``is_partial`` says that a clone may lack the contents
    of old files, as one made with ``--filter`` does. ``main`` is the branch that was named as main,
    ``target`` the one into which CI says that this will be merged; "" without.
    """

    git: "Git"
    toplevel: Path
    prefix: str
    common_dir: Path
    shallow_boundary: frozenset[str]
    is_partial: bool = False
    main: str = ""
    target: str = ""


def toplevel(folder: Path) -> Path | None:
    """Find the folder that holds ``.git``: a folder, or a file in worktrees and submodules."""
    resolved = folder.resolve()
    return next((path for path in (resolved, *resolved.parents) if os.path.lexists(path / ".git")), None)


def prefix_of(root: Path) -> str:
    """Return the path from the top level of the repository to a folder, as ``a/b/``; "" for itself."""
    top = toplevel(root)
    relative = root.resolve().relative_to(top).as_posix() if top else "."
    return "" if relative == "." else f"{relative}/"


def open_repository(root: Path, environment: Mapping[str, str]) -> Repository | None:
    """Find the repository that contains a portfolio; None when no folder above has ``.git``.

    Raises GitError when there is no git program. Whether git agrees to read the repository shows
    at the first run.
    """
    top = toplevel(root)
    if top is None:
        return None
    # Outside a repository, nothing that starts programs is loaded.
    from icteregie.vcs.process import find_git  # noqa: PLC0415

    common_dir = _common_dir(top / ".git")
    return Repository(
        find_git(top, environment),
        top,
        prefix_of(root),
        common_dir,
        _shallow_boundary(common_dir),
        _is_partial(common_dir),
        environment.get("REGIE_MAIN", ""),
        _target(environment),
    )


def _common_dir(entry: Path) -> Path:
    """Resolve the ``.git`` of a worktree or a submodule to the folder that holds its objects."""
    git_dir = entry
    if not entry.is_dir():
        git_dir = entry.parent / _line(entry).removeprefix("gitdir:").strip()
    common = _line(git_dir / "commondir")
    return Path(os.path.normpath(git_dir / common if common else git_dir))


def _shallow_boundary(store: Path) -> frozenset[str]:
    return frozenset(_read(store / "shallow").split())


def _target(environment: Mapping[str, str]) -> str:
    """Return the branch into which CI would merge this, as GitHub and GitLab name it.

    Of a merge request from a fork on GitLab, the repository at hand is the fork: the branch of that
    name there is the submitter's own.
    """
    if environment.get("CI_MERGE_REQUEST_IID"):
        name = environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "")
        project = environment.get("CI_MERGE_REQUEST_PROJECT_ID", "")
        is_fork = project and project != environment.get("CI_PROJECT_ID", "")
        place = environment.get("CI_MERGE_REQUEST_PROJECT_PATH", "") or project
        return f"{place}:{name}" if is_fork else name
    return environment.get("GITHUB_BASE_REF", "")


def _is_partial(common_dir: Path) -> bool:
    """Recognise a partial clone by what git itself writes in its configuration."""
    text = _read(common_dir / "config").lower()
    return "promisor" in text or "partialclone" in text


def may_be_sparse(root: Path) -> bool:
    """Whether git's configuration lets a checkout leave out files, so that git has to be asked which."""
    top = toplevel(root)
    text = _read(_common_dir(top / ".git") / "config").lower() if top else ""
    return "sparsecheckout" in text or "worktreeconfig" in text


def _line(path: Path) -> str:
    return _read(path).partition("\n")[0].strip()


def _read(path: Path) -> str:
    """Read a small file of git's own; "" when it doesn't exist."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return file.read(GIT_POINTER_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def left_out(repository: Repository) -> tuple[str, ...]:
    """List the files of the portfolio that a sparse checkout leaves out, by path from its root.

    They are in the current commit, so that they are not on disk is no removal. Takes one git process
    where git's configuration allows such a checkout, none elsewhere. Raises GitError.
    """
    if not may_be_sparse(repository.toplevel):
        return ()
    start = (repository.prefix,) if repository.prefix else ()
    output = repository.git.run("ls-files", "-t", "-z", "--", *start)
    entries = output.decode("utf-8", "surrogateescape").split("\0")
    full_paths = (entry.removeprefix("S ") for entry in entries if entry.startswith("S "))
    paths = (path.removeprefix(repository.prefix) for path in full_paths)
    return tuple(path for path in paths if any(kind.key(path) is not None for kind in KINDS))
