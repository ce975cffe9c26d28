"""Findings as SARIF 2.1.0, for code scanning and for editors.

Paths run from the top of the git repository, the only ones that code scanning knows.
"""

from typing import Any

from icteregie import __version__
from icteregie.diagnostics.types import Place, reading_order
from icteregie.escape.json import json_document
from icteregie.escape.sarif import sarif_message, sarif_uri
from icteregie.portfolio.partnership import Language
from icteregie.render.findings.report import FindingsReport, WordedFinding
from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import page
from icteregie.rules.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: FindingsReport) -> str:
    """Write one run with its rules and results."""
    worded = sorted((*report.findings, *report.notes), key=lambda each: reading_order(each.diagnostic))
    used = {each.diagnostic.rule for each in worded}
    rules = [rule for rule in RULES if rule.name in used]
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    driver = {
        "name": "regie",
        "version": __version__,
        "rules": [_rule(rule, report.language) for rule in rules],
    }
    results = [_result(each, numbers[each.diagnostic.rule], report.above) for each in worded]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": sarif_message(report.name)}}},
        "results": results,
    }
    return json_document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    """Describe a rule by its page: what it says in a line, and all sections as help."""
    written = page(rule)
    sections = (f"{section.heading}\n{section.text}" for section in written.sections[language])
    return {
        "id": rule.name,
        "shortDescription": {"text": sarif_message(written.summary(language))},
        "help": {"text": sarif_message("\n\n".join(sections))},
        "properties": {"family": rule.family},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(worded: WordedFinding, rule_index: int, above: str) -> dict[str, Any]:
    finding = worded.diagnostic
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": finding.severity,
        "message": {"text": sarif_message(f"{worded.wording.text} {worded.wording.help}".strip())},
        "locations": [{"physicalLocation": _location(finding.place, above)}],
    }
    if finding.related:
        related = [{"physicalLocation": _location(place, above)} for place in finding.related]
        result["relatedLocations"] = related
    return result


def _location(place: Place, above: str) -> dict[str, Any]:
    return {
        "artifactLocation": {
            "uri": sarif_uri(f"{above}{place.file}"),
            "uriBaseId": "ROOT",
        },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
