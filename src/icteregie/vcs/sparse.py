"""The files that a sparse checkout leaves out: they are in the commit, and not on disk."""

from icteregie.vcs.repository import Repository, may_be_sparse


def left_out(repository: Repository) -> tuple[str, ...]:
    """List the YAML files of the portfolio that a sparse checkout leaves out, by path from its root.

    They are in the current commit, so that they are not on disk is no removal. Takes one git process
    where git's configuration allows such a checkout, none elsewhere. Raises GitError.
    """
    if not may_be_sparse(repository):
        return ()
    start = (repository.prefix,) if repository.prefix else ()
    output = repository.git.run("ls-files", "-t", "-z", "--", *start)
    entries = output.decode("utf-8", "surrogateescape").split("\0")
    paths = (entry.removeprefix("S ") for entry in entries if entry.startswith("S "))
    return tuple(path.removeprefix(repository.prefix) for path in paths if path.endswith(".yaml"))
