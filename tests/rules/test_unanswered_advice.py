"""What is advised about a contract or about support is typed, and then nothing is left to report."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.messages.catalogue import LANGUAGES, word
from icteregie.portfolio.partnership import Language
from tests.desk import found, initiative
from tests.landscape import application, landscape, landscapes
from tests.rules.single import SingleRule

RULE = SingleRule("unanswered-deadline")
TODAY = date(2026, 6, 1)
NOTICE = "notice: 6 months"
PLAN = {"period": "{start: 2027-Q3, end: 2028-Q2}", "submitted": "2026-05-18"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    own = landscape(own=application(contract=f"{{end: 2028-12-31, {NOTICE}}}", components="[letters]"))
    return landscapes(tmp_path, {"utrecht": own, "plan": initiative(**PLAN)})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decided", ["decided: renew", "decided: end"])
def test_a_decision_is_typed_with_the_contract(root: Path, language: Language, decided: str) -> None:
    advice = word(RULE.finding(root, TODAY), language).help
    assert decided in advice
    assert "because" in advice
    path = root / "landscape/utrecht.yaml"
    text = path.read_text("utf-8").replace(NOTICE, f"{NOTICE}, {decided}, because: Het voldoet")
    path.write_text(text, "utf-8")
    before = {one.rule for one in found(root, TODAY)}
    assert RULE.places(root, TODAY) == []
    assert "invalid-value" not in before


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_application_is_named_in_an_initiative(root: Path, language: Language) -> None:
    advice = word(RULE.finding(root, TODAY), language).help
    assert "«utrecht/own»" in advice
    assert "retires" in advice
    path = root / "initiatives/plan.yaml"
    path.write_text(path.read_text("utf-8") + "retires: [utrecht/own]\n", "utf-8")
    assert RULE.places(root, TODAY) == []
