"""One rule by itself: what it and the reader report, whatever other rules there are."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import load
from icteregie.rules.catalogue import RULES
from tests.desk import TODAY


@dataclass(frozen=True, slots=True)
class SingleRule:
    """A rule of the catalogue, by its name, to check portfolios with."""

    name: str

    def findings(self, root: Path, today: date = TODAY) -> list[Diagnostic]:
        """Check a portfolio, and leave out what is only a consequence of another finding."""
        (rule,) = [rule for rule in RULES if rule.name == self.name]
        return [found for found in check(load(root), today, (rule,)) if found.rule != "not-judged"]

    def finding(self, root: Path, today: date = TODAY) -> Diagnostic:
        """Give the one finding that there is."""
        (finding,) = self.findings(root, today)
        return finding

    def places(self, root: Path, today: date = TODAY) -> list[tuple[str, str, str, int, int]]:
        """Give rule, wording, file, line and column of each finding."""
        return [
            (found.rule, found.wording, found.place.file, found.place.line, found.place.column)
            for found in self.findings(root, today)
        ]


def text_at(finding: Diagnostic) -> str:
    """Give the text that a finding points at."""
    return finding.place.excerpt[finding.place.column - 1 : finding.place.end_column - 1]
