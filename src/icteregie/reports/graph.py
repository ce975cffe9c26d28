"""The dependency map of what was selected."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from icteregie.analysis.dependency_map import CoherenceMap, coherence_map
from icteregie.diagnostics.types import Diagnostic
from icteregie.reports.basis import Basis


@dataclass(frozen=True, slots=True)
class GraphReport:
    """The map of some initiatives, or of the agenda of one year."""

    basis: Basis
    graph: CoherenceMap


def graph_report(
    basis: Basis, findings: Iterable[Diagnostic], year: int | None, ids: Collection[str]
) -> GraphReport:
    """Draw up the map of the initiatives with these ids; the marks come from the findings."""
    return GraphReport(basis, coherence_map(basis.portfolio, findings, year, set(ids)))
