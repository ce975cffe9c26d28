"""A coherence map for programs: JSON with the file's own words, without sentences."""

from dataclasses import asdict

from icteregie.analysis.dependency_map import CoherenceMap
from icteregie.escape.json import json_document

VERSION = 1


def render(graph: CoherenceMap) -> str:
    """Write the data map; ``version`` rises when a key changes its meaning."""
    data = {
        "version": VERSION,
        "year": graph.year,
        "nodes": [asdict(node) for node in graph.nodes],
        "lines": [asdict(line) for line in graph.lines],
    }
    return json_document(data)
