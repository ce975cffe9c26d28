"""What the last import wrote: each application as it stood when ``imported`` got its day, as git has it."""

from collections.abc import Iterator, Mapping

from icteregie.analysis.imports.merge import Application
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.kinds import bounds_of
from icteregie.vcs.blobs import read_blobs
from icteregie.vcs.dates import days
from icteregie.vcs.main_files import MainFiles
from icteregie.vcs.main_history import read_anew
from icteregie.vcs.refs import Tips, tips
from icteregie.vcs.repository import Repository, open_repository
from icteregie.vcs.types import GitError, UnknownMainError
from icteregie.workspace.open import Workspace


def last_imported(
    workspace: Workspace, applications: Mapping[str, Mapping[str, Application]]
) -> dict[str, Application]:
    """Find each application as the last import wrote it, by id; those that git doesn't know are left out.

    ``applications`` are those that lie there now, by file and id. The history is that of the current
    commit, because an import can be on a branch.
    """
    bases: dict[str, Application] = {}
    try:
        repository = open_repository(workspace.root, workspace.surroundings.environment)
        here = tips(repository) if repository else None
        if repository is not None and here is not None:
            own = Tips(here.ref, here.head, here.head)
            for path, wanted in applications.items():
                bases |= _of_file(repository, own, path, wanted)
    except (GitError, UnknownMainError):
        return {}
    return bases


def _of_file(
    repository: Repository, own: Tips, path: str, wanted: Mapping[str, Application]
) -> dict[str, Application]:
    """Walk back while an application has the day of import that it has now; the oldest of these counts."""
    bases: dict[str, Application] = {}
    waiting = {name for name, application in wanted.items() if application.get("imported")}
    for version in _versions(repository, own, path):
        waiting = {
            name
            for name in waiting
            if name in version and version[name].get("imported") == wanted[name].get("imported")
        }
        if not waiting:
            break
        bases |= {name: version[name] for name in waiting}
    return bases


def _versions(repository: Repository, own: Tips, path: str) -> Iterator[dict[str, Application]]:
    """Give the applications of each version of a file, the newest first, read one by one."""
    history = read_anew(repository, own)
    files = MainFiles(repository, own, history, days(history.times, None))
    file_versions = files.of([path]).get(path)
    for version in reversed(file_versions.versions if file_versions else ()):
        data = read_blobs(repository, [version.blob]).get(version.blob) if version.blob else None
        tree = reader.read(data, bounds_of(path))[0] if data is not None else None
        yield applications_of(tree)


def applications_of(tree: Tree | None) -> dict[str, Application]:
    """Give the applications that the tree of a file holds."""
    listed = tree.get("applications") if isinstance(tree, dict) else None
    items = listed.items() if isinstance(listed, dict) else ()
    return {name: application for name, application in items if isinstance(application, dict)}
