"""The files of one folder as a commit has them."""

from icteregie.diagnostics.ceilings import FOLDER_FILES
from icteregie.vcs.blobs import read_blobs
from icteregie.vcs.repository import Repository, may_be_sparse


def folder_texts(repository: Repository, commit: str, folder: str) -> dict[str, bytes]:
    """Read the YAML files of a folder of the portfolio at a commit, by path from its root.

    ``folder`` is relative to the portfolio's root. Takes two git processes, one for a folder without
    files. Raises GitError.
    """
    start = f"{repository.prefix}{folder}"
    output = repository.git.run("ls-tree", "-r", "-z", "--full-tree", "--", commit, start)
    blobs: dict[str, str] = {}
    for entry in output.decode("utf-8", "surrogateescape").split("\0")[:FOLDER_FILES]:
        kinds, _, path = entry.partition("\t")
        if path.endswith(".yaml") and kinds.startswith("100"):
            blobs[path.removeprefix(repository.prefix)] = kinds.split(" ")[2]
    texts = read_blobs(repository, blobs.values())
    return {path: texts[blob] for path, blob in blobs.items() if blob in texts}


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
