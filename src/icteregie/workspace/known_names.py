"""The names that a portfolio knows, read quickly for a shell that completes words.

Nothing is judged, and nothing here raises for what is wrong with files: a name that can't be read is
not offered. Only what is asked for is read.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from icteregie.diagnostics.ceilings import (
    COMPLETION_FILES,
    COMPLETION_LANDSCAPES,
    COMPLETION_REFS,
    COMPLETION_SECONDS,
)
from icteregie.diagnostics.types import Finding
from icteregie.loading.discovery import Files, discover
from icteregie.loading.events import Tree
from icteregie.loading.reader import read
from icteregie.loading.trees import read_bytes
from icteregie.portfolio.kinds import DECISION, INITIATIVE, LANDSCAPE, PARTNERSHIP, FileKind
from icteregie.portfolio.landscape import application_id, member_of
from icteregie.portfolio.scalars import natural
from icteregie.vcs.repository import open_repository
from icteregie.workspace.surroundings import Surroundings, root_above


class KnownNames:
    """The names in the portfolio that a folder lies in; none outside one."""

    def __init__(self, folder: Path, surroundings: Surroundings) -> None:
        self._environment = surroundings.environment
        self._folder = surroundings.folder / folder
        with suppress(OSError, RuntimeError):
            self._root = root_above(folder, surroundings)

    _root: Path | None = None

    @cached_property
    def initiatives(self) -> dict[str, str]:
        """The path of every initiative by id, in natural order."""
        return dict(sorted(self._files(INITIATIVE).items(), key=lambda pair: natural(pair[0])))

    @property
    def decision_lists(self) -> list[str]:
        """The names of the lists of decisions, by day."""
        return sorted(self._files(DECISION))

    @cached_property
    def refs(self) -> list[str]:
        """The branches and tags of git, by their short names; those that can't be printed are left out."""
        from icteregie.vcs.types import GitError  # noqa: PLC0415 - only who asks for a commit pays for it

        with suppress(GitError, OSError, RuntimeError):
            repository = open_repository(self._folder, self._environment)
            if repository is not None:
                asked = ("for-each-ref", f"--count={COMPLETION_REFS}", "--format=%(refname:short)")
                where = ("refs/heads", "refs/remotes", "refs/tags")
                printed = repository.git.run(*asked, *where, timeout=COMPLETION_SECONDS)
                names = printed.decode("utf-8", "replace")
                return [name for name in names.splitlines() if name.isprintable()]
        return []

    def of(self, key: str) -> dict[str, str]:
        """Give the names below a key of ``regie.yaml``, each with what it is called there, or ""."""
        group = self._partnership.get(key)
        if not isinstance(group, dict):
            return {}
        return {str(name): _text(value, "name") or _text(value, "label") for name, value in group.items()}

    @property
    def meetings(self) -> list[str]:
        """The day and body of every meeting, as its list of decisions would be called."""
        meetings = self._partnership.get("meetings")
        rows = [row for row in meetings if isinstance(row, dict)] if isinstance(meetings, list) else []
        return sorted(f"{row.get('date')}-{row.get('body')}" for row in rows)

    def title(self, name: str) -> str:
        """Give the title of an initiative; "" where it can't be read, or where there are too many."""
        return _text(self._trees.get(name), "title")

    @property
    def tags(self) -> list[str]:
        """The tags that initiatives have."""
        return sorted({tag for tree in self._trees.values() for tag in _tags(tree)})

    @cached_property
    def applications(self) -> dict[str, str]:
        """The product of every application by id, of the files that are read."""
        products: dict[str, str] = {}
        for key, row in self._rows:
            products.setdefault(application_id(member_of(key), row[0]), _text(row[1], "product"))
        return dict(sorted(products.items(), key=lambda pair: natural(pair[0])))

    @property
    def suppliers(self) -> list[str]:
        """The suppliers of applications, as they are written, and those of domains."""
        named = {_text(tree, "supplier") for _, (_, tree) in self._rows}
        domains = self._partnership.get("domains")
        for domain in domains.values() if isinstance(domains, dict) else ():
            named.add(_text(domain, "supplier"))
        return sorted(named - {""}, key=natural)

    @cached_property
    def _rows(self) -> list[tuple[str, tuple[str, Tree]]]:
        """Read the applications of the first files, by file."""
        files = sorted(self._files(LANDSCAPE).items())[:COMPLETION_LANDSCAPES]
        groups = ((key, self._tree(path, LANDSCAPE).get("applications")) for key, path in files)
        return [(key, row) for key, group in groups if isinstance(group, dict) for row in group.items()]

    @cached_property
    def _trees(self) -> dict[str, Mapping[str, Tree]]:
        if len(self.initiatives) > COMPLETION_FILES:
            return {}
        return {name: self._tree(path, INITIATIVE) for name, path in self.initiatives.items()}

    @cached_property
    def _partnership(self) -> Mapping[str, Tree]:
        return self._tree(PARTNERSHIP.path, PARTNERSHIP)

    def _files(self, kind: FileKind) -> dict[str, str]:
        files = self._discovered.get(kind.name)
        if files is None:
            return {}
        return {**files.refused, **{key: paths[0] for key, paths in files.paths.items()}}

    @cached_property
    def _discovered(self) -> Mapping[str, Files]:
        with suppress(OSError, RuntimeError):
            if self._root is not None:
                return discover(self._root).files
        return {}

    def _tree(self, path: str, kind: FileKind) -> Mapping[str, Tree]:
        if self._root is None:
            return {}
        data = read_bytes(str(self._root / path), kind.bounds.kilobytes)
        tree = None if isinstance(data, Finding) else read(data, kind.bounds)[0]
        return tree if isinstance(tree, dict) else {}


def _text(tree: object, key: str) -> str:
    value = tree.get(key) if isinstance(tree, Mapping) else None
    return value if isinstance(value, str) else ""


def _tags(tree: Mapping[str, Tree]) -> Iterator[str]:
    tags = tree.get("tags")
    if isinstance(tags, list):
        yield from (tag for tag in tags if isinstance(tag, str))
