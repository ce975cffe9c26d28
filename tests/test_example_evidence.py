"""The example shows evidence: its dossiers are complete, but for what it shows on purpose."""

import json
from typing import Any

import pytest

from tests.desk import EXAMPLE, regie

DAY = ("--today", "2026-09-24")


@pytest.fixture(scope="module")
def found() -> list[dict[str, Any]]:
    said = regie("validate", "-C", EXAMPLE, *DAY, "--lang", "nl", "--format", "json")
    return list(json.loads(said.stdout)["findings"])


EVIDENCE = {
    "missing-evidence": ("initiatives/output/brieven-saas.yaml", 7),
    "comply-or-explain": ("initiatives/services/klantcontact-den-haag.yaml", 28),
    "business-case-of-experiment": ("initiatives/information/woo-lakassistent.md", 3),
}


@pytest.mark.parametrize("rule", EVIDENCE)
def test_each_gap_in_the_evidence_is_there_on_purpose(found: list[dict[str, Any]], rule: str) -> None:
    places = [(each["file"], each["line"]) for each in found if each["rule"] == rule]
    assert places == [EVIDENCE[rule]]


@pytest.mark.parametrize(
    "rule", ["long-without-steps", "endless-experiment", "nothing-learned", "placeholder-left"]
)
def test_other_evidence_is_in_order(found: list[dict[str, Any]], rule: str) -> None:
    assert [each["file"] for each in found if each["rule"] == rule] == []


def test_the_service_that_lacks_an_exit_says_from_which_principle_it_deviates() -> None:
    shown = regie("show", "brieven-saas", "-C", EXAMPLE, *DAY, "--lang", "nl").stdout
    assert "Wijkt af van: Gegevens van inwoners blijven op een platform dat wij zelf beheren" in shown
    assert "Onderbouwing ontbreekt nog" in shown


def test_an_experiment_that_ended_says_what_it_taught() -> None:
    shown = regie("show", "besluit-op-een-blad", "-C", EXAMPLE, *DAY, "--lang", "nl").stdout
    assert "een derde minder telefoontjes" in " ".join(shown.split())
