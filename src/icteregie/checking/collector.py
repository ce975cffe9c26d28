"""The findings of a run, file by file: placed when all are known, so that each file is opened once.

A file shows its first fifty, errors before warnings; the others are counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from icteregie.diagnostics.limits import Crowd
from icteregie.diagnostics.types import Address, Diagnostic, Finding, Place, Severity, Value, reading_order
from icteregie.loading.sources import Sources

MOST_A_FILE = 50
"""More findings than this in one file are counted, not shown."""
MOST_RELATED = 1_000
"""Of more places that belong to one finding, the first are given."""


@dataclass(slots=True)
class _Pile:
    """What was found in one file: by the reader, by the rules, and how many more."""

    read: list[Diagnostic] = field(default_factory=list)
    found: list[tuple[str, Severity, Finding]] = field(default_factory=list)
    hidden: Counter[Severity] = field(default_factory=Counter)


class Gathering:
    """Gathers findings in any order, and gives them back in reading order."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._piles: dict[str, _Pile] = defaultdict(_Pile)
        self._crowd = Crowd()

    def add(self, diagnostic: Diagnostic) -> None:
        """Take what the reader found, which has its place already."""
        self._piles[diagnostic.place.file].read.append(diagnostic)

    def add_hidden(self, file: str, severity: Severity, number: int) -> None:
        """Count what the reader found and did not keep."""
        self._piles[file].hidden[severity] += number

    def find(self, rule: str, severity: Severity, finding: Finding) -> None:
        """Take what a rule found."""
        file = finding.at.file
        if self._crowd.keeps(file, rule, severity):
            self._piles[file].found.append((rule, severity, finding))
        else:
            self._piles[file].hidden[severity] += 1

    def diagnostics(self) -> list[Diagnostic]:
        """Give what is shown of every file, and the count of what is not."""
        kept = [shown for file, pile in sorted(self._piles.items()) for shown in self._shown(file, pile)]
        places = self._related(kept)
        return sorted(
            (
                replace(found, related=tuple(places[address] for address in related)) if related else found
                for found, related in kept
            ),
            key=reading_order,
        )

    def _shown(self, file: str, pile: _Pile) -> Iterator[tuple[Diagnostic, tuple[Address, ...]]]:
        placed: list[tuple[Diagnostic, tuple[Address, ...]]] = [(found, ()) for found in pile.read]
        for rule, severity, finding in pile.found:
            place = self._sources.place(finding.at)
            told = Diagnostic(rule, severity, place, finding.values, finding.wording)
            placed.append((told, finding.related[:MOST_RELATED]))
        hidden = pile.hidden
        if len(placed) + hidden.total() > MOST_A_FILE:
            placed.sort(key=lambda found: (found[0].severity, reading_order(found[0])))
            hidden += Counter(found.severity for found, _ in placed[MOST_A_FILE:])
        yield from placed[:MOST_A_FILE]
        if hidden.total():
            yield _more(file, hidden), ()

    def _related(self, kept: Iterable[tuple[Diagnostic, tuple[Address, ...]]]) -> Mapping[Address, Place]:
        """Place what belongs to findings, file by file."""
        wanted = {address for _, related in kept for address in related}
        in_order = sorted(wanted, key=lambda address: address.file)
        return {address: self._sources.place(address) for address in in_order}


def _more(file: str, hidden: Counter[Severity]) -> Diagnostic:
    """Count the findings of a file that are not shown."""
    errors, warnings = hidden["error"], hidden["warning"]
    counts: dict[str, Value] = {"count": errors + warnings, "errors": errors, "warnings": warnings}
    return Diagnostic("more-findings", "error" if errors else "warning", Place(file), counts)
