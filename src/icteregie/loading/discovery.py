"""Which files make up a portfolio, and which look as if they should but don't.

Only regular files inside the portfolio are read. Names are compared exactly: what lies
in the wrong place, or is called ``.yml``, gets a finding instead of silence.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from icteregie.diagnostics.ceilings import MOST_ENTRIES, MOST_FOLDER_DEPTH
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.diagnostics.types import Address, Finding, Value
from icteregie.portfolio import kinds
from icteregie.portfolio.kinds import PARTNERSHIP_FILE, RESERVED, FileKind, is_portable, kind_of, right_name

INITIATIVES = kinds.INITIATIVE.folder
TOO_LARGE = "too-large-portfolio"
_LEFT_OVER = re.compile(r"(?:\.(?:orig|bak|rej|old|tmp)|~)\Z", re.IGNORECASE)


@dataclass(slots=True)
class Files:
    """The files of one kind: paths by key, in the order of the paths.

    ``refused`` has the paths of records of which only the key is known, because their file is not
    read; ``side_files`` those of the texts that lie beside records, by what they are called.
    """

    paths: dict[str, list[str]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    side_files: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Discovery:
    """The files of each kind by its name, and what is wrong with the others.

    ``targets`` has the file itself of every link that may be followed. ``is_cut`` says that there
    is more than is looked through, so that nothing is known of any file.
    """

    files: Mapping[str, Files] = field(default_factory=lambda: {kind.name: Files() for kind in kinds.KINDS})
    issues: list[Finding] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)
    is_cut: bool = False

    def report(self, file: str, rule: str, wording: str, **values: Value) -> None:
        """Add what is wrong with a file or folder."""
        self.issues.append(file_issue(file, rule, wording, values))


def file_issue(file: str, rule: str, wording: str, values: Mapping[str, Value] | None = None) -> Finding:
    """Say what is wrong with a file or folder as a whole."""
    return Finding(Address(file), values or {}, wording, rule=rule)


def discover(root: Path) -> Discovery:
    """Look through the whole portfolio; hidden files and nested portfolios are passed over."""
    walk = _Walk(root, Discovery(), kinds.by_folder())
    files: list[tuple[str, os.DirEntry[str]]] = []
    waiting, seen = [""], 0
    while waiting:
        folder = waiting.pop()
        for entry in walk.entries(folder):
            seen += 1
            if seen > MOST_ENTRIES:
                return _cut()
            path = f"{folder}{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                if walk.matters(path, entry):
                    files.append((path, entry))
            elif walk.is_own(path, entry):
                waiting += [f"{path}/"] if walk.is_near(path) else []
    top = root.resolve()
    for path, entry in sorted(files, key=lambda file: file[0]):
        walk.sort_file(path, entry, top)
    return walk.discovery


def _cut() -> Discovery:
    """Give up: which files were met first depends on the disk, so none of them is read."""
    discovery = Discovery(is_cut=True)
    for kind in kinds.KINDS:
        discovery.files[kind.name].refused |= {"": kind.path} if kind.path else {}
    discovery.report(PARTNERSHIP_FILE, TOO_LARGE, "entries", most=MOST_ENTRIES)
    return discovery


def _is_like_yaml(name: str) -> bool:
    return ".yaml" in name or ".yml" in name


@dataclass(frozen=True, slots=True)
class _Walk:
    """Walks through the folders of a portfolio and sorts their files by kind."""

    root: Path
    discovery: Discovery
    kinds: Mapping[str, tuple[FileKind, ...]]

    def entries(self, folder: str) -> Iterator["os.DirEntry[str]"]:
        """Give what lies in a folder and is not hidden."""
        try:
            with os.scandir(self.root / folder) as entries:
                yield from (entry for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            self.discovery.report(
                folder.rstrip("/") or ".", "unreadable-file", "folder", reason=system_reason(error)
            )

    def is_own(self, path: str, entry: "os.DirEntry[str]") -> bool:
        """Whether a folder belongs to this portfolio; in one of a kind no other portfolio can hide files."""
        if path.partition("/")[0] not in self.kinds:
            return not os.path.lexists(os.path.join(entry.path, PARTNERSHIP_FILE))
        if entry.name == PARTNERSHIP_FILE:
            self.discovery.report(path, "file-name", "partnership", name=entry.name)
        elif not is_portable(entry.name):
            self.discovery.report(path, "file-name", "not-portable", name=entry.name)
        return True

    def is_near(self, path: str) -> bool:
        """Whether a folder may be looked into; one of a kind that lies too deep is reported."""
        if path.count("/") < MOST_FOLDER_DEPTH:
            return True
        if path.partition("/")[0] in self.kinds:
            self.discovery.report(path, TOO_LARGE, "depth", most=MOST_FOLDER_DEPTH)
        return False

    def matters(self, path: str, entry: "os.DirEntry[str]") -> bool:
        """Whether there may be something to do with, or to report about, what is no folder."""
        name = entry.name.lower()
        return _is_like_yaml(name) or (
            path.partition("/")[0] in self.kinds
            and (name.endswith(self._side_endings()) or entry.is_symlink())
        )

    def _side_endings(self) -> tuple[str, ...]:
        return tuple({kind.side_file for kind in kinds.KINDS if kind.side_file})

    def sort_file(self, path: str, entry: "os.DirEntry[str]", top: Path) -> None:
        """Put a file with its kind, or report what is wrong with where it lies or what it is."""
        folder, _, below = path.partition("/")
        candidates = self.kinds.get(folder if below else "", ())
        is_linked_folder = folder in self.kinds and entry.is_symlink() and os.path.isdir(entry.path)
        is_yaml = _is_like_yaml(entry.name.lower())
        if not (is_yaml or is_linked_folder):
            self._add_side_file(path, entry, top, candidates if below else ())
        elif is_yaml and self._is_left_over(path):
            self.discovery.report(path, "misplaced-file", "copy", name=entry.name)
        elif is_linked_folder and entry.name != PARTNERSHIP_FILE:
            self.discovery.issues.extend(filter(None, [self._type_issue(path, entry, top)]))
        elif not candidates or not (below or kind_of(path, candidates)):
            is_alike = entry.name.lower() in ("regie.yml", PARTNERSHIP_FILE)
            self.discovery.report(path, "misplaced-file", "lookalike" if is_alike else "")
        else:
            self._sort_named(path, entry, top, candidates)

    def _is_left_over(self, path: str) -> bool:
        """Whether a program left this copy beside the file itself."""
        original = _LEFT_OVER.sub("", path)
        return original != path and os.path.lexists(self.root / original)

    def _sort_named(
        self, path: str, entry: "os.DirEntry[str]", top: Path, candidates: tuple[FileKind, ...]
    ) -> None:
        """Add a file in a folder of its own kind, or report why it isn't read."""
        match = kind_of(path, candidates)
        issue, instead = None, ""
        if not match or (entry.name.removesuffix(".yaml") in RESERVED and path != PARTNERSHIP_FILE):
            from icteregie.loading.file_names import name_issue, name_to_use  # noqa: PLC0415 - few are wrong

            instead = name_to_use(self.root, path, candidates)
            issue = name_issue(path, match, instead)
        if issue := issue or self._type_issue(path, entry, top):
            self.discovery.issues.append(issue)
            self._refuse(path, (right_name(entry.name), instead), candidates)
        elif match:
            self._add(path, *match)

    def _add_side_file(
        self, path: str, entry: "os.DirEntry[str]", top: Path, candidates: tuple[FileKind, ...]
    ) -> None:
        for kind in candidates:
            if kind.side_file and entry.name.lower().endswith(kind.side_file):
                if issue := self._type_issue(path, entry, top):
                    self.discovery.issues.append(issue)
                    return
                name = entry.name[: -len(kind.side_file)]
                self.discovery.files[kind.name].side_files.setdefault(name, []).append(path)
                return

    def _refuse(self, path: str, names: tuple[str, ...], candidates: tuple[FileKind, ...]) -> None:
        """Keep the key of a file that is not read, so that what refers to it is not reported as unknown.

        ``names`` are those that the file was meant to have, the likeliest first.
        """
        folder = path.rpartition("/")[0]
        matches = (kind_of(f"{folder}/{name}".lstrip("/"), candidates) for name in names if name)
        if match := next(filter(None, matches), None):
            kind, key = match
            self.discovery.files[kind.name].refused.setdefault(key, path)

    def _add(self, path: str, kind: FileKind, key: str) -> None:
        paths = self.discovery.files[kind.name].paths.setdefault(key, [])
        if paths and kind.record and not kind.is_split:
            self.discovery.report(path, "duplicate-id", "", id=key, first=paths[0])
        else:
            paths.append(path)

    def _type_issue(self, path: str, entry: "os.DirEntry[str]", top: Path) -> Finding | None:
        """Report what is no regular file inside the portfolio."""
        if entry.is_symlink():
            target = _inside(entry.path, top)
            if target is None:
                return file_issue(path, "unreadable-file", "link-outside")
            if any(part.startswith(".") for part in target.relative_to(top).parts):
                return file_issue(path, "unreadable-file", "link-hidden")
            self.discovery.targets[path] = str(target)
        try:
            is_file = entry.is_file()
        except OSError as error:
            return file_issue(path, "unreadable-file", "", {"reason": system_reason(error)})
        return None if is_file else file_issue(path, "unreadable-file", "not-a-file")


def _inside(path: str, top: Path) -> Path | None:
    """Follow a link to the end; None when that lies outside the portfolio, or nowhere."""
    try:
        target = Path(path).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return target if target.is_relative_to(top) else None
