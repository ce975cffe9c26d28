"""How much of a whole portfolio is read: more than any partnership has, less than harms.

Each file is bounded by itself, but thousands of files that are each allowed can together take
hours. What lies beyond is not read, and that is an error which says so.
"""

from collections import Counter

from icteregie.diagnostics.ceilings import MOST_FILES, MOST_MEGABYTES, MOST_VALUES
from icteregie.diagnostics.types import Address, Finding
from icteregie.loading.discovery import TOO_LARGE
from icteregie.portfolio.kinds import PARTNERSHIP_FILE, FileKind

_SIGNS = (b",", b"\n", b"[", b"{")
"""A value begins after one of these; counting them takes a fraction of the time of reading."""


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

    def finding(self, read: int, unread: int) -> Finding:
        """Say which bound was met, and how many files were not read for that reason."""
        values = {"most": self._most[self.exceeded], "read": read, "count": unread}
        return Finding(Address(PARTNERSHIP_FILE), values, self.exceeded, rule=TOO_LARGE)
