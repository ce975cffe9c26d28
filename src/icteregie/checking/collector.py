"""The findings of a run, placed file by file: each file is opened once, when all findings are known.

A file shows its first fifty, errors before warnings; the others are counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from icteregie.diagnostics.ceilings import MOST_A_FILE, MOST_RELATED, Limits
from icteregie.diagnostics.types import Address, Diagnostic, Finding, Place, Severity, Value, reading_order
from icteregie.loading.faults import Fault
from icteregie.loading.reader import Source, Sources

Placed: TypeAlias = tuple[Diagnostic, tuple[Address, ...]]
"""A finding at its place, and the addresses of the places that belong to it."""


@dataclass(slots=True)
class _Bucket:
    """What belongs to one file: what is wrong with it, which values others point at, how many more."""

    placed: list[Diagnostic] = field(default_factory=list)
    faults: list[tuple[Severity, Fault]] = field(default_factory=list)
    findings: list[tuple[str, Severity, Finding]] = field(default_factory=list)
    related: set[Address] = field(default_factory=set)
    hidden: Counter[Severity] = field(default_factory=Counter)

    @property
    def needs_values(self) -> bool:
        """Whether it must be known where the values of the file are."""
        return bool(self.findings or self.related or any(fault.first for _, fault in self.faults))


class Collector:
    """Collects findings in any order, and gives them back in reading order."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._buckets: dict[str, _Bucket] = defaultdict(_Bucket)
        self._limits = Limits()

    def add_placed(self, diagnostic: Diagnostic) -> None:
        """Take what has its place already."""
        self._buckets[diagnostic.place.file].placed.append(diagnostic)

    def add_fault(self, file: str, severity: Severity, fault: Fault) -> None:
        """Take what the reader refuses in the text of a file."""
        self._buckets[file].faults.append((severity, fault))

    def add_read(self, severity: Severity, finding: Finding) -> None:
        """Take what the reader found wrong with a value; it has kept to the limits."""
        self._buckets[finding.at.file].findings.append((finding.rule, severity, finding))

    def add_hidden(self, file: str, severity: Severity, number: int) -> None:
        """Count what the reader found and did not keep."""
        self._buckets[file].hidden[severity] += number

    def add(self, rule: str, severity: Severity, finding: Finding) -> None:
        """Take what a rule found, as far as the limits admit."""
        file = finding.at.file
        if not self._limits.admit(file, rule, severity):
            self._buckets[file].hidden[severity] += 1
            return
        self._buckets[file].findings.append((rule, severity, finding))
        for address in finding.related[:MOST_RELATED]:
            self._buckets[address.file].related.add(address)

    def diagnostics(self, *, most: int | None = MOST_A_FILE) -> list[Diagnostic]:
        """Give what is shown of every file, and the count of what is not; with None everything."""
        kept: list[Placed] = []
        related: dict[Address, Place] = {}
        for file, bucket in sorted(self._buckets.items()):
            source = self._sources.open(file, with_values=bucket.needs_values)
            kept += _shown(file, bucket, list(_placed(source, bucket)), most)
            related |= {at: source.place(at.keys, on_key=at.on_key) for at in bucket.related}
        return sorted((_with_related(placed, related) for placed in kept), key=reading_order)


def _placed(source: Source, bucket: _Bucket) -> Iterator[Placed]:
    """Find the line and column of everything that is wrong with a file."""
    yield from ((diagnostic, ()) for diagnostic in bucket.placed)
    for severity, fault in bucket.faults:
        values = source.values(fault)
        yield Diagnostic(fault.rule, severity, source.shown(fault.span), values, fault.wording), ()
    for rule, severity, finding in bucket.findings:
        place = source.place(finding.at.keys, on_key=finding.at.on_key)
        diagnostic = Diagnostic(rule, severity, place, finding.values, finding.wording)
        yield diagnostic, finding.related[:MOST_RELATED]


def _shown(file: str, bucket: _Bucket, placed: list[Placed], most: int | None) -> Iterable[Placed]:
    """Keep the first of a file, errors before warnings, and count the others."""
    hidden = bucket.hidden.copy()
    if most is None:
        return placed
    if len(placed) + hidden.total() > most:
        placed.sort(key=lambda pair: (pair[0].severity, reading_order(pair[0])))
        hidden += Counter(diagnostic.severity for diagnostic, _ in placed[most:])
    more: list[Placed] = [(_more(file, hidden), ())] if hidden.total() else []
    return [*placed[:most], *more]


def _with_related(placed: Placed, places: dict[Address, Place]) -> Diagnostic:
    diagnostic, related = placed
    return replace(diagnostic, related=tuple(places[at] for at in related)) if related else diagnostic


def _more(file: str, hidden: Counter[Severity]) -> Diagnostic:
    """Count the findings of a file that are not shown."""
    errors, warnings = hidden["error"], hidden["warning"]
    counts: dict[str, Value] = {"count": errors + warnings, "errors": errors, "warnings": warnings}
    return Diagnostic("more-findings", "error" if errors else "warning", Place(file), counts)
