"""A whole portfolio from disk: every file read, whatever is wrong with the others."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias, cast

from icteregie.diagnostics.types import Address, Diagnostic, Finding, Severity
from icteregie.loading.discovery import Discovery, discover
from icteregie.loading.dossiers import beside, read_dossiers
from icteregie.loading.events import Parser, Tree
from icteregie.loading.faults import Fault
from icteregie.loading.fields import Filled, fill
from icteregie.loading.reader import Sources
from icteregie.loading.trees import NotLoadedError, Trees
from icteregie.portfolio import kinds
from icteregie.portfolio.kinds import PARTNERSHIP_FILE, FileKind
from icteregie.portfolio.landscape import application_id, member_of
from icteregie.portfolio.portfolio import EVERYTHING, Portfolio

Parts: TypeAlias = dict[str, tuple[str, ...]]
"""The keys at the top of each file that a record is made from."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A portfolio, what its files do wrong, and the sources to find places in.

    ``faults`` are by file and have their span; ``findings`` have an address and name their rule.
    ``diagnostics`` have been placed before, in a version of a file that this portfolio doesn't
    have. ``hidden`` counts what more is wrong, by file, rule and severity.
    """

    root: Path
    portfolio: Portfolio
    sources: Sources
    faults: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    hidden: Mapping[tuple[str, str, Severity], int] = field(default_factory=dict)


def load(root: Path) -> Loaded:
    """Read every file of the portfolio at ``root``, whatever the files hold.

    Raises NotLoadedError without libyaml, and for a portfolio in a newer format than this one.
    """
    if Parser is None:
        raise NotLoadedError("no-libyaml")
    with without_collecting():
        return _Loader(root, discover(root)).load()


def without_file(loaded: Loaded, file: str) -> Loaded:
    """Leave out what is wrong with one file, and the count of what is hidden."""
    return replace(
        loaded,
        faults={path: faults for path, faults in loaded.faults.items() if path != file},
        findings=tuple(finding for finding in loaded.findings if finding.at.file != file),
        diagnostics=tuple(diagnostic for diagnostic in loaded.diagnostics if diagnostic.place.file != file),
        hidden={},
    )


@contextmanager
def without_collecting() -> Iterator[None]:
    """Keep the garbage collector from walking through what is still being built."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Loader:
    """Makes the records of all kinds from the trees of their files."""

    def __init__(self, root: Path, discovery: Discovery) -> None:
        self.root = root
        self.discovery = discovery
        self.trees = Trees(root, discovery.targets)

    def load(self) -> Loaded:
        for issue in self.discovery.issues:
            self.trees.report(issue)
        portfolio = self._portfolio()
        self._report_unread()
        self._report_empty()
        return Loaded(
            self.root,
            portfolio,
            Sources({**self.trees.contents, **self.trees.texts}),
            {file: tuple(faults) for file, faults in self.trees.faults.items()},
            self._advised(portfolio),
            hidden=self.trees.limits.hidden,
        )

    def _advised(self, portfolio: Portfolio) -> tuple[Finding, ...]:
        """Give the findings, with the names that the portfolio knows in what they offer to write."""
        if not any("parts" in finding.values for finding in self.trees.findings):
            return tuple(self.trees.findings)
        from icteregie.loading.known_names import with_known_names  # noqa: PLC0415 - only mistakes need it

        return tuple(with_known_names(self.trees.findings, portfolio))

    def _portfolio(self) -> Portfolio:
        """Read all kinds in the order of their table."""
        records: dict[str, dict[str, Any]] = {}
        paths: dict[str, dict[str, str]] = {}
        parts: dict[str, dict[str, Parts]] = {}
        for kind in kinds.KINDS:
            if kind.record is None:
                self._read_untyped(kind)
                continue
            paths[kind.name] = self._paths(kind)
            parts[kind.name] = {}
            records[kind.name] = dict(self._records(kind, paths[kind.name], parts[kind.name]))
        landscapes = records[kinds.LANDSCAPE.name]
        for finding in _duplicate_applications(landscapes, paths[kinds.LANDSCAPE.name]):
            self.trees.report(finding)
        side_files = {name: beside(self.trees, self.discovery.files[name], paths[name]) for name in records}
        dossiers = read_dossiers(self.trees, side_files[kinds.INITIATIVE.name])
        return Portfolio(records, paths, self.trees.unreadable, side_files, parts, dossiers)

    def _read_untyped(self, kind: FileKind) -> None:
        """Read files without a type, only for what is wrong with their YAML."""
        for path in sorted(
            path for paths in self.discovery.files[kind.name].paths.values() for path in paths
        ):
            if not self.trees.quota.exceeded:
                self.trees.tree(kind, path)

    def _paths(self, kind: FileKind) -> dict[str, str]:
        """Give the first file of every record by key, sorted; of those that are not read as well."""
        files = self.discovery.files[kind.name]
        first_paths = {key: paths[0] for key, paths in files.paths.items()}
        missing = {"": kind.path} if kind.is_required else {}
        return dict(sorted({**missing, **files.refused, **first_paths}.items()))

    def _records(
        self, kind: FileKind, paths: Mapping[str, str], parts: dict[str, Parts]
    ) -> Iterator[tuple[str, Any]]:
        """Read the records of a kind; when the quota is exceeded, none of the others."""
        files = self.discovery.files[kind.name]
        for key, path in paths.items():
            record = None
            if key in files.refused and key not in files.paths:
                self.trees.unreadable[path] = EVERYTHING
            elif not self.trees.quota.exceeded:
                record = self._record(kind, key, files.paths.get(key, [path]), parts)
            if record is None and kind.stand_in:
                self.trees.unreadable[path] = EVERYTHING
                record = fill(cast("type", kind.record), dict(kind.stand_in)).record
            if record is not None:
                yield key, record

    def _record(
        self, kind: FileKind, key: str, paths: Sequence[str], parts: dict[str, Parts]
    ) -> object | None:
        """Read the files of one record; None when nothing of it can be trusted."""
        mappings = {path: self.trees.mapping(kind, path) for path in paths}
        if kind.is_split:
            parts[key] = {path: tuple(mapping or ()) for path, mapping in mappings.items()}
        if self.trees.quota.exceeded or None in mappings.values():
            return None
        files = {path: cast("dict[str, Tree]", mapping) for path, mapping in mappings.items()}
        owners = self._owners(files)
        tree = {name: files[path][name] for name, path in owners.items()}
        return self._filled(kind, key, tree, owners, paths[0])

    def _owners(self, files: Mapping[str, dict[str, Tree]]) -> dict[str, str]:
        """Name for every key at the top the file that has it; one that two files have can't be trusted."""
        owners: dict[str, str] = {}
        for path, mapping in files.items():
            for name in mapping:
                if owners.setdefault(name, path) != path:
                    values = {"id": name, "first": owners[name]}
                    self.trees.report(
                        Finding(Address(path, (name,), on_key=True), values, rule="duplicate-id")
                    )
                    self.trees.lose(path, {name})
        return owners

    def _filled(
        self, kind: FileKind, key: str, tree: dict[str, Tree], owners: Mapping[str, str], path: str
    ) -> object:
        """Fill a record as far as it can be, and report what its type refuses."""
        field_name = kind.key_field
        if field_name:
            if tree.pop(field_name, None) is not None:
                at = Address(owners[field_name], (field_name,), on_key=True)
                self.trees.report(Finding(at, {"key": field_name}, "id", rule="unknown-key"))
            tree = {**tree, field_name: key}
        filled: Filled[Any] = fill(cast("type", kind.record), tree, path)
        for finding in filled.findings:
            self.trees.report(_in_file(finding, owners))
        lost: dict[str, set[str]] = {}
        for name in filled.unreadable:
            lost.setdefault(owners.get(name, path), set()).add(name)
        for file, names in lost.items():
            self.trees.lose(file, names)
        return filled.record

    def _report_unread(self) -> None:
        if self.trees.quota.exceeded:
            # The file that went over the bound was opened, but not looked into.
            read = len(self.trees.contents)
            numbers = (
                max(sum(map(len, self.discovery.files[kind.name].paths.values())), kind.is_required)
                for kind in kinds.KINDS
            )
            self.trees.report(self.trees.quota.finding(read, sum(numbers) - read))

    def _report_empty(self) -> None:
        for kind in kinds.KINDS:
            is_empty = not (self.discovery.files[kind.name].paths or self.discovery.is_cut)
            if kind.empty_rule and is_empty:
                self.trees.report(Finding(Address(PARTNERSHIP_FILE), rule=kind.empty_rule))


def _duplicate_applications(landscapes: Mapping[str, Any], paths: Mapping[str, str]) -> Iterator[Finding]:
    """Report an application of which another file of its member, earlier by name, has the id already.

    ``landscapes`` and ``paths`` are by the key of the file, in their order.
    """
    first: dict[str, str] = {}
    for key, landscape in landscapes.items():
        for name in getattr(landscape, "applications", ()):
            owner = first.setdefault(application_id(member_of(key), name), paths[key])
            if owner != paths[key]:
                at = Address(paths[key], ("applications", name), on_key=True)
                yield Finding(at, {"id": name, "first": owner}, "application", rule="duplicate-id")


def _in_file(finding: Finding, owners: Mapping[str, str]) -> Finding:
    """Point at the file that has the key, of a record that is made from several files."""
    file = owners.get(str(finding.at.keys[0])) if finding.at.keys else None
    if not file or file == finding.at.file:
        return finding
    return replace(finding, at=replace(finding.at, file=file))
