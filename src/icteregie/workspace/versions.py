"""The versions of one initiative on main, each read by itself, and the decisions files that name it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from icteregie.loading import reader, single
from icteregie.loading.events import Tree
from icteregie.loading.load import Loaded
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.readers import day as read_day
from icteregie.vcs.versions import FileHistory as MainHistory
from icteregie.vcs.versions import Version

Presence: TypeAlias = Literal["readable", "unreadable", "gone", "lost"]
"""Whether main had the file and it can be read; ``lost`` is what this clone doesn't hold."""
_DECISIONS = "decisions/"


@dataclass(frozen=True, slots=True)
class InitiativeVersion:
    """An initiative from a day on, as one commit of main left it.

    ``path`` leads from the portfolio's root, ``subject`` is the commit's own first line.
    ``initiative`` is None unless the version is readable as a whole: what is absent from a part
    would seem to be taken away.
    """

    commit: str
    on: date
    path: str
    subject: str
    presence: Presence
    initiative: Initiative | None = None


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """A decisions file that names the initiative: the day and the body in its name."""

    on: date
    body: str
    path: str


@dataclass(frozen=True, slots=True)
class FileHistory:
    """All versions of one initiative, oldest first.

    ``is_cut`` says that the first is where a shallow clone begins: it can be older than its day.
    """

    versions: tuple[InitiativeVersion, ...] = ()
    is_cut: bool = False
    decision_files: tuple[DecisionFile, ...] = ()


def file_history(
    loaded: Loaded, name: str, history: MainHistory | None, former: frozenset[str] = frozenset()
) -> FileHistory:
    """Read what git knows of an initiative; without a history there are no versions.

    Decisions count that name it, or one of the ids that it had before: ``former``.
    """
    versions = tuple(_read(version, name) for version in history.versions) if history else ()
    decision_files = tuple(_decision_files({name, *former}, loaded.sources.contents))
    return FileHistory(versions, history.is_shallow if history else False, decision_files)


def _read(version: Version, name: str) -> InitiativeVersion:
    presence: Presence = "lost" if version.is_missing else "gone"
    initiative = None
    if version.text is not None:
        read = single.initiative(version.text, name)
        initiative = read.initiative if read and not read.unreadable else None
        presence = presence if version.is_missing else "readable" if initiative else "unreadable"
    return InitiativeVersion(version.commit, version.on, version.path, version.subject, presence, initiative)


def _decision_files(names: set[str], contents: Mapping[str, bytes]) -> Iterator[DecisionFile]:
    """List the decisions files that name an initiative by one of its ids, by path."""
    for path in sorted(contents):
        stem = path.removeprefix(_DECISIONS).removesuffix(".yaml")
        if not path.startswith(_DECISIONS) or stem[10:11] != "-":
            continue
        try:
            on = read_day(stem[:10])
        except ValueError:
            continue
        tree, _ = reader.read(contents[path])
        if tree is not None and not names.isdisjoint(_scalars(tree)):
            yield DecisionFile(on, stem[11:], path)


def _scalars(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        yield from tree
        for value in tree.values():
            yield from _scalars(value)
    else:
        for value in tree:
            yield from _scalars(value)
