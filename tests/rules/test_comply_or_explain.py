"""Standards that GEMMA makes mandatory for a component: named, or explained."""

import re
from pathlib import Path

import pytest

from icteregie.portfolio.gemma import gemma_components
from tests.desk import PARTNERSHIP, ROOT, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("comply-or-explain")
AI = "d348b488-026d-4d71-8216-dd6d0fb48c63"
WITH_AI = PARTNERSHIP.replace("domain: access}", f"domain: access, gemma: {AI}}}")
LARGE = "{one_off: {2027: 50000}}"


def number(tmp_path: Path, partnership: str = WITH_AI, **changes: str) -> int:
    text = initiative(**{"costs": LARGE, "components": "[letters, identity]", **changes})
    return len(RULE.findings(portfolio(tmp_path, {"access": text}, partnership)))


def test_it_points_at_the_component_and_names_the_standard(tmp_path: Path) -> None:
    text = initiative(costs=LARGE, components="[letters, identity]")
    finding = RULE.finding(portfolio(tmp_path, {"access": text}, WITH_AI))
    assert (finding.place.line, text_at(finding)) == (11, "identity")
    assert finding.values == {
        "id": "access",
        "component": "Identiteit",
        "gemma": "AI-component",
        "standards": ("AI-verordening",),
        "typed": "AI-verordening",
        "count": 1,
    }


def test_named_or_explained_is_right(tmp_path: Path) -> None:
    assert number(tmp_path, standards="[ai-verordening, SCIM]") == 0
    assert number(tmp_path, explain="Nog geen aanbieder voldoet.") == 0
    assert number(tmp_path, explain="'Vul in: waarom niet'") == 1


@pytest.mark.parametrize(
    ("costs", "found"),
    [
        ("{one_off: {2027: 49999}}", 0),
        ("{one_off: {2027: 25000, 2028: 25000}}", 1),
        ("{recurring: {2028: 25000, 2029: 25000}}", 0),
        ("{recurring: {2028: 50000}}", 1),
        ("{as_of: 2026-05-01}", 0),
    ],
)
def test_the_amount_itself_counts_and_an_unknown_one_does_not(tmp_path: Path, costs: str, found: int) -> None:
    assert number(tmp_path, costs=costs) == found


def test_the_amount_can_be_set(tmp_path: Path) -> None:
    assert number(tmp_path, f"{WITH_AI}thresholds: {{comply_or_explain: 50001}}\n") == 0


def test_a_component_that_gemma_does_not_know_asks_nothing(tmp_path: Path) -> None:
    assert number(tmp_path, PARTNERSHIP) == 0
    assert number(tmp_path, WITH_AI.replace(AI, "00000000-0000-0000-0000-000000000000")) == 0


def test_what_was_decided_is_left_alone(tmp_path: Path) -> None:
    assert number(tmp_path, status="adopted") == 0


def test_a_standard_with_a_comma_can_be_typed_as_the_advice_says(tmp_path: Path) -> None:
    commas = {c: known for c, known in gemma_components().items() if "," in "".join(known.standards)}
    code, known = next(iter(commas.items()))
    partnership = WITH_AI.replace(AI, code)
    bare = {"costs": LARGE, "components": "[identity]"}
    typed = RULE.finding(portfolio(tmp_path, {"access": initiative(**bare)}, partnership)).values["typed"]
    assert str(typed).count("'") == 2 * sum("," in each for each in known.standards)
    assert number(tmp_path, partnership, standards=f"[{typed}]") == 0


def test_the_table_is_that_of_gemma_and_says_whose_it_is() -> None:
    text = (ROOT / "src/icteregie/portfolio/gemma_components.csv").read_text("utf-8")
    assert text.startswith("# GEMMA reference components")
    assert "Source: GEMMA, VNG Realisatie, https://www.gemmaonline.nl. Licence: EUPL." in text
    assert len(gemma_components()) == 171
    assert gemma_components()[AI].level == 2
    assert not [c for c in gemma_components().values() if c.level not in (1, 2, None)]
    assert all(re.fullmatch(r"[0-9a-f-]{36}", key) for key in gemma_components())
