"""Findings as SARIF 2.1.0, for code scanning and for editors."""

from typing import Any
from urllib.parse import quote

from icteregie import __version__
from icteregie.diagnostics import Place
from icteregie.render.escape import json_document
from icteregie.render.report import Report, Told
from icteregie.rules.catalogue import RULES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report) -> str:
    """Write one run with its rules and results."""
    used = {told.diagnostic.rule for told in report.told}
    rules = [rule for rule in RULES if rule.name in used]
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    driver = {
        "name": "regie",
        "version": __version__,
        "rules": [
            {
                "id": rule.name,
                "properties": {"family": rule.family},
                "defaultConfiguration": {"level": rule.level},
            }
            for rule in rules
        ],
    }
    results = [_result(told, numbers[told.diagnostic.rule]) for told in report.told]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": report.name}}},
        "results": results,
    }
    return json_document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(told: Told, rule_index: int) -> dict[str, Any]:
    found = told.diagnostic
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": rule_index,
        "level": found.severity,
        "message": {"text": f"{told.wording.text} {told.wording.help}".strip()},
        "locations": [{"physicalLocation": _location(found.place)}],
    }
    if found.related:
        result["relatedLocations"] = [{"physicalLocation": _location(place)} for place in found.related]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {
            "uri": quote(place.file.encode("utf-8", "surrogateescape")),
            "uriBaseId": "ROOT",
        },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
