"""All rules together, over the example portfolio and the examples of all pages: none hinders another."""

from pathlib import Path

import pytest

from icteregie.checking.runner import check
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import load
from icteregie.messages.catalogue import LANGUAGES, word
from icteregie.portfolio.partnership import Language
from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import page
from icteregie.rules.rule import Rule
from tests import desk
from tests.rules.single import SingleRule
from tests.test_rule_pages import each_rule_with_an_example, written

SOUND = ("money", "progress")
EXAMPLES = ["wrong", "right"]


def of(rule: Rule, findings: list[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in findings if finding.rule == rule.name]


@pytest.mark.parametrize("example", EXAMPLES)
@each_rule_with_an_example
def test_a_rule_finds_the_same_among_all_others(tmp_path: Path, rule: Rule, example: str) -> None:
    root = written(tmp_path, dict(getattr(page(rule), example).files))
    alone = of(rule, SingleRule(rule.name).findings(root))
    assert of(rule, check(load(root), desk.TODAY)) == alone
    assert bool(alone) == (example == "wrong")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", [r for r in RULES if r.family in SOUND], ids=lambda rule: rule.name)
def test_no_rule_finds_anything_in_a_right_example_on_money_or_progress(
    tmp_path: Path, rule: Rule, language: Language
) -> None:
    root = written(tmp_path, dict(page(rule).right.files), language)
    findings = [one for one in check(load(root), desk.TODAY) if one.rule != "missing-evidence"]
    assert [(one.rule, one.place.line) for one in findings] == []


def test_on_the_example_portfolio_too() -> None:
    example = load(desk.EXAMPLE)
    together = check(example, desk.TODAY)
    assert {found.severity for found in together} == {"warning"}
    for rule in RULES:
        assert of(rule, together) == of(rule, check(example, desk.TODAY, (rule,)))


@pytest.mark.parametrize("example", EXAMPLES)
@each_rule_with_an_example
def test_whatever_they_find_stands_in_a_file_and_has_words(tmp_path: Path, rule: Rule, example: str) -> None:
    root = written(tmp_path, dict(getattr(page(rule), example).files))
    for finding in check(load(root), desk.TODAY):
        assert finding.rule != "rule-failed"
        lines = (root / finding.place.file).read_bytes().count(b"\n")
        assert 1 <= finding.place.line <= max(lines, 1)
        assert all(word(finding, language).text for language in LANGUAGES)
