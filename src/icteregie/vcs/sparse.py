"""The files that a sparse checkout leaves out: they are in the commit, and not on disk."""

from icteregie.portfolio.kinds import KINDS
from icteregie.vcs.repository import Repository, may_be_sparse


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
