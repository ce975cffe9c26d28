"""How much of a whole portfolio is read: more than any partnership has, less than harms.

Each file is bounded by itself, but thousands of files that are each allowed can together take
hours. What lies beyond is not read, and that is an error which says so.
"""

from icteregie.diagnostics.types import Value
from icteregie.loading.discovery import TOO_LARGE, Oddity
from icteregie.portfolio.portfolio import PARTNERSHIP_FILE

MOST_FILES = 20_000
MOST_MEGABYTES = 64
MOST_VALUES = 2_000_000

_SIGNS = (b",", b"\n", b"[", b"{")
"""A value begins after one of these; counting them takes a fraction of the time of reading."""


class Allowance:
    """Counts down while files are read; the same files in the same order give the same end."""

    def __init__(self) -> None:
        self.spent = ""
        self._left = {"files": MOST_FILES, "bytes": MOST_MEGABYTES * 1024 * 1024, "values": MOST_VALUES}

    def takes(self, data: bytes) -> bool:
        """Whether one more file may be read; after the first that may not, none may."""
        wanted = {"files": 1, "bytes": len(data), "values": sum(map(data.count, _SIGNS))}
        for name, size in wanted.items():
            self._left[name] -= size
            if self._left[name] < 0 and not self.spent:
                self.spent = name
        return not self.spent

    def oddity(self, read: int, unread: int) -> Oddity:
        """Say which bound was met, and how many files were not read for that reason."""
        most = {"files": MOST_FILES, "bytes": MOST_MEGABYTES, "values": MOST_VALUES}[self.spent]
        told: dict[str, Value] = {"most": most, "read": read, "count": unread}
        return Oddity(PARTNERSHIP_FILE, TOO_LARGE, self.spent, told)
