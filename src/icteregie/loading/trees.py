"""The tree of every file, and what is wrong with it, as far as the limits admit.

Each file is bounded by itself, but thousands of files that are each allowed can together take
hours. What lies beyond the quota is not read, and that is an error which says so.
"""

import errno
import os
import re
import stat
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from icteregie.diagnostics.ceilings import MOST_FILES, MOST_MEGABYTES, MOST_VALUES, Limits
from icteregie.diagnostics.system_reasons import system_reason
from icteregie.diagnostics.types import Address, Finding, Severity, Value
from icteregie.loading import reader
from icteregie.loading.discovery import TOO_LARGE, file_issue
from icteregie.loading.events import Tree
from icteregie.loading.faults import Fault
from icteregie.portfolio.kinds import (
    AMBITION,
    LANDSCAPE,
    PARTNERSHIP,
    PARTNERSHIP_FILE,
    PLAN,
    USUAL_BOUNDS,
    FileKind,
)
from icteregie.portfolio.partnership import FORMAT
from icteregie.portfolio.portfolio import EVERYTHING

_FLAGS = ("O_RDONLY", "O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
_READ_ONLY = sum(getattr(os, flag, 0) for flag in _FLAGS)  # no system has all of them
_SIGNS = (b",", b"\n", b"[", b"{")
"""A value begins after one of these; counting them takes a fraction of the time of reading."""

WARNINGS = ("misplaced-file", "lost-text")
"""The rules of the reader that are no errors."""

_OF_KIND = {
    PARTNERSHIP.name: {
        "empty-file": "empty-file-of-partnership",
        "second-document": "second-document-of-partnership",
        "too-large": "too-large-of-partnership",
        "too-many-values": "too-many-values-of-partnership",
    },
    AMBITION.name: {
        "empty-file": "empty-file-of-member",
        "second-document": "second-document-of-member",
        "too-large": "too-large-of-ambitions",
        "too-many-values": "too-many-values-of-ambitions",
    },
    LANDSCAPE.name: {
        "empty-file": "empty-file-of-member",
        "second-document": "second-document-of-member",
        "too-large": "too-large-of-landscape",
        "too-many-values": "too-many-values-of-landscape",
    },
    PLAN.name: {
        "empty-file": "empty-file-of-plan",
        "second-document": "second-document-of-plan",
        "too-large": "too-large-of-plan",
        "too-many-values": "too-many-values-of-plan",
    },
}
"""Wordings whose advice is about an initiative, and those that stand for them in files of another kind."""


class NotLoadedError(Exception):
    """Why nothing of a portfolio can be judged here; ``name`` is the wording, ``values`` fill it in."""

    def __init__(self, name: str, **values: Value) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


def severity_of(rule: str) -> Severity:
    """Give how severe a rule of the reader is by itself."""
    return "warning" if rule in WARNINGS else "error"


def read_bytes(path: str, kilobytes: int = USUAL_BOUNDS.kilobytes) -> bytes | Finding:
    """Read a regular file, at most one byte more than ``kilobytes`` KiB, without waiting on anything.

    A link is never followed: those that may be have been resolved when they were found, and
    what has become one since then is none of ours.
    """
    try:
        handle = os.open(path, _READ_ONLY)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return file_issue(path, "unreadable-file", "not-a-file")
            most = kilobytes * 1024 + 1
            return _drain(handle, min(status.st_size + 1, most), most)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return file_issue(path, "unreadable-file", "became-a-link")
        return file_issue(path, "unreadable-file", "", {"reason": system_reason(error)})


def _drain(handle: int, expected: int, most: int) -> bytes:
    data = os.read(handle, expected)
    # One byte less than asked for is the usual end; anything else is a file that changes.
    while data and expected - 1 != len(data) < most:
        more = os.read(handle, most - len(data))
        if not more:
            break
        data += more
    return data


class Quota:
    """Counts down while files are read; the same files in the same order give the same end."""

    def __init__(self) -> None:
        self.exceeded = ""
        self._most = {"files": MOST_FILES, "bytes": MOST_MEGABYTES, "values": MOST_VALUES}
        self._left = {**self._most, "bytes": MOST_MEGABYTES * 1024 * 1024}
        self._of_kind: Counter[str] = Counter()

    def admit(self, kind: FileKind, data: bytes) -> bool:
        """Count one more file, and say whether it may be read; after the first that may not, none may."""
        # A bound of so many initiatives takes so many: the file of the partnership is no one of them.
        sizes = {"files": 0 if kind.path else 1, "bytes": len(data), "values": sum(map(data.count, _SIGNS))}
        for name, size in sizes.items():
            self._left[name] -= size
            if self._left[name] < 0 and not self.exceeded:
                self.exceeded = name
        self._of_kind[kind.name] += 1
        if kind.ceiling is not None and self._of_kind[kind.name] > kind.ceiling and not self.exceeded:
            self.exceeded, self._most["files"] = "files", kind.ceiling
        return not self.exceeded

    def admit_text(self, data: bytes) -> bool:
        """Count a text beside a record by its size alone, and say whether it may be read."""
        self._left["bytes"] -= len(data)
        if self._left["bytes"] < 0 and not self.exceeded:
            self.exceeded = "bytes"
        return not self.exceeded

    def finding(self, read: int, unread: int) -> Finding:
        """Say which bound was met, and how many files were not read for that reason."""
        values = {"most": self._most[self.exceeded], "read": read, "count": unread}
        return Finding(Address(PARTNERSHIP_FILE), values, self.exceeded, rule=TOO_LARGE)


class Trees:
    """Reads every file at most once. ``targets`` has the file itself of links that may be followed.

    ``contents`` has the bytes of the files of records, ``texts`` those of what lies beside them.
    """

    def __init__(self, root: Path, targets: Mapping[str, str]) -> None:
        self.root = root
        self.targets = targets
        self.limits = Limits()
        self.quota = Quota()
        self.contents: dict[str, bytes] = {}
        self.texts: dict[str, bytes] = {}
        self.unreadable: dict[str, frozenset[str]] = {}
        self.faults: dict[str, list[Fault]] = {}
        self.findings: list[Finding] = []

    def lose(self, path: str, keys: Collection[str]) -> None:
        """Note that keys of a file can't be read."""
        if keys:
            self.unreadable[path] = self.unreadable.get(path, frozenset()).union(keys)

    def mapping(self, kind: FileKind, path: str) -> dict[str, Tree] | None:
        """Read a file that must hold keys with values; None when it doesn't."""
        tree = self.tree(kind, path)
        if tree is not None and not isinstance(tree, dict):
            wording = "not-a-mapping" if tree else "empty-file"
            self.report(Finding(Address(path), {}, _wording(kind, wording), rule="syntax"))
        if isinstance(tree, dict):
            _refuse_newer(kind, tree)
            return tree
        if not self.quota.exceeded:
            self.unreadable[path] = EVERYTHING
        return None

    def tree(self, kind: FileKind, path: str) -> Tree | None:
        """Read a file's tree, and note the keys at its top whose value can't be trusted."""
        where = self.targets.get(path) or os.path.join(self.root, path)
        data = read_bytes(where, kind.bounds.kilobytes)
        if isinstance(data, Finding):
            self.report(replace(data, at=Address(path)))
            return None
        if not self.quota.admit(kind, data):
            return None
        self.contents[path] = data
        tree, faults = reader.read(data, kind.bounds)
        self.add_faults(path, (replace(fault, wording=_wording(kind, fault.wording)) for fault in faults))
        self.lose(path, {fault.within for fault in faults if fault.within})
        return tree

    def text(self, path: str) -> bytes | None:
        """Read a text that lies beside a record; None when it can't be read."""
        data = read_bytes(self.targets.get(path) or os.path.join(self.root, path))
        if isinstance(data, Finding):
            self.report(replace(data, at=Address(path)))
            return None
        if not self.quota.admit_text(data):
            return None
        self.texts[path] = data
        return data

    def add_faults(self, path: str, faults: Iterable[Fault]) -> None:
        """Keep what is wrong with the text of a file, as far as the limits admit."""
        for fault in faults:
            if self.limits.admit(path, fault.rule, severity_of(fault.rule)):
                self.faults.setdefault(path, []).append(fault)

    def report(self, finding: Finding) -> None:
        """Keep a finding, as far as the limits admit."""
        if self.limits.admit(finding.at.file, finding.rule, severity_of(finding.rule)):
            self.findings.append(finding)


def _wording(kind: FileKind, wording: str) -> str:
    """Give the wording that says what to do in a file of this kind."""
    return _OF_KIND.get(kind.name, {}).get(wording, wording)


def _refuse_newer(kind: FileKind, tree: Mapping[str, Tree]) -> None:
    """Raise NotLoadedError when a partnership says that it is in a format that comes after this one."""
    written = tree.get("format") if kind is PARTNERSHIP else None
    if isinstance(written, str) and re.fullmatch(r"[1-9][0-9]{0,8}", written) and int(written) > int(FORMAT):
        raise NotLoadedError("newer-format", format=int(written), known=int(FORMAT))
