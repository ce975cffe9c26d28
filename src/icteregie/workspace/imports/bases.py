"""What the last import wrote: each application as it was when ``imported`` got its day, as git has it."""

from collections.abc import Mapping

from icteregie.analysis.imports.merge import Application
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.kinds import LANDSCAPE
from icteregie.portfolio.landscape import member_of
from icteregie.vcs.every_version import every_version
from icteregie.vcs.refs import tips
from icteregie.vcs.repository import open_repository
from icteregie.vcs.types import GitError, UnknownMainError
from icteregie.workspace.open import Workspace


def last_imported(
    workspace: Workspace, member: str, applications: Mapping[str, Application]
) -> dict[str, Application]:
    """Find each application as the last import wrote it, by id; those that git doesn't know are left out.

    ``applications`` are those that a member has now. What counts is the first commit, in the history of the
    current one and in any file of the member, in which an application has the day of import that it has now.
    """
    days = {name: str(each["imported"]) for name, each in applications.items() if each.get("imported")}
    try:
        repository = open_repository(workspace.root, workspace.surroundings.environment)
        here = tips(repository) if repository else None
        if repository is None or here is None:
            return {}
        bases: dict[str, Application] = {}
        uncertain: set[str] = set()
        for version in every_version(repository, here.head, lambda path: _is_of(path, member)):
            if version.text is None:
                uncertain |= days.keys() - bases.keys()
                break
            seen = _with_days(version.text, {name: days[name] for name in days.keys() - bases.keys()})
            bases |= seen
            uncertain |= seen.keys() if version.is_cut else set()
    except (GitError, UnknownMainError):
        return {}
    return {name: base for name, base in bases.items() if name not in uncertain}


def _is_of(path: str, member: str) -> bool:
    key = LANDSCAPE.key(path)
    return key is not None and member_of(key) == member


def _with_days(data: bytes, days: Mapping[str, str]) -> dict[str, Application]:
    """Give the applications of a text that have these days of import."""
    # Most texts are of before any of these days, and reading one takes a while.
    if not any(day.encode() in data for day in set(days.values())):
        return {}
    tree, _ = reader.read(data, LANDSCAPE.bounds)
    return {
        name: application
        for name, application in applications_of(tree).items()
        if name in days and application.get("imported") == days[name]
    }


def applications_of(tree: Tree | None) -> dict[str, Application]:
    """Give the applications that the tree of a file holds."""
    listed = tree.get("applications") if isinstance(tree, dict) else None
    items = listed.items() if isinstance(listed, dict) else ()
    return {name: application for name, application in items if isinstance(application, dict)}
