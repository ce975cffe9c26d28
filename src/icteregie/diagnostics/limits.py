"""How many findings are kept: all that anyone will read, and never more than fit in memory.

A file shows fifty, so hundreds are enough to choose the first fifty of. Of an attack with
millions only a few of each file are kept. What is not kept is counted, so that the numbers of
errors and warnings stay right.
"""

from collections import Counter

from icteregie.diagnostics.ceilings import MOST_OF_A_FILE
from icteregie.diagnostics.types import Severity


class Limits:
    """Decides of every finding whether it is kept. ``hidden`` counts the others."""

    def __init__(self) -> None:
        self._kept: Counter[tuple[str, Severity]] = Counter()
        self._all = 0
        self.hidden: Counter[tuple[str, str, Severity]] = Counter()

    def admit(self, file: str, rule: str, severity: Severity) -> bool:
        """Count one finding, by its file, rule and severity; True when there is room for it."""
        most = next((each for all_, each in MOST_OF_A_FILE if self._all < all_), 1)
        if self._kept[file, severity] >= most:
            self.hidden[file, rule, severity] += 1
            return False
        self._kept[file, severity] += 1
        self._all += 1
        return True
