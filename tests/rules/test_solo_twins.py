"""Plans that members make each for themselves."""

from pathlib import Path

import pytest

from icteregie.messages.catalogue import word
from icteregie.portfolio.partnership import Language
from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("solo-twins")


def solo(member: str, one_off: int, **changes: str | None) -> str:
    """Write a plan that one member makes for itself."""
    costs = f"{{one_off: {{2027: {one_off}}}}}"
    return initiative(participants=f"[{member}]", period=None, costs=costs, **changes)


def test_solo_plans_for_one_component_are_told_with_both_sums(tmp_path: Path) -> None:
    files = {
        "hague": solo("den-haag", 120_000, components="[letters]"),
        "utrecht": solo("utrecht", 90_000, components="[identity, letters]", submitted="2026-06-02"),
    }
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording, finding.place.file) == (
        "solo-twins",
        "components",
        "initiatives/utrecht.yaml",
    )
    assert text_at(finding) == "letters"
    assert finding.values == {
        "ids": ("hague", "utrecht"),
        "members": ("den-haag", "utrecht"),
        "on": "letters",
        "apart": 210_000,
        "together": 120_000,
        "saved": 90_000,
        "shares": ("Den Haag 83636", "Utrecht 36364"),
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "; als het duurste plan voor allen wordt gemaakt, is dat € 120.000."),
        ("en", "; if the most expensive plan is made for all, € 120,000."),
    ],
)
def test_the_sum_says_that_it_is_the_dearest_plan(tmp_path: Path, language: Language, said: str) -> None:
    files = {
        "hague": solo("den-haag", 120_000, components="[letters]"),
        "utrecht": solo("utrecht", 90_000, components="[letters]"),
    }
    assert word(RULE.finding(portfolio(tmp_path, files)), language).text.endswith(said)


def test_solo_plans_in_one_domain_are_told(tmp_path: Path) -> None:
    files = {"hague": solo("den-haag", 10, domain="income"), "utrecht": solo("utrecht", 20, domain="income")}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording, finding.values["on"]) == ("solo-twins", "domain", "income")


def test_the_same_group_is_told_once_by_its_component(tmp_path: Path) -> None:
    shared: dict[str, str | None] = {"components": "[identity, letters]", "domain": "income"}
    files = {"hague": solo("den-haag", 10, **shared), "utrecht": solo("utrecht", 20, **shared)}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.wording, finding.values["on"]) == ("components", "identity")


def test_two_solo_plans_of_one_member_are_no_twins(tmp_path: Path) -> None:
    files = {"one": solo("utrecht", 10, domain="income"), "two": solo("utrecht", 20, domain="income")}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_without_cost_twins_are_told_without_sums(tmp_path: Path) -> None:
    files = {"hague": solo("den-haag", 0, domain="income"), "utrecht": solo("utrecht", 0, domain="income")}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.wording) == ("solo-twins", "domain-without-cost")


def test_twins_whose_cost_nobody_can_share_are_told_without_sums(tmp_path: Path) -> None:
    files = {
        "hague": solo("den-haag", 10, components="[letters]"),
        "utrecht": solo("utrecht", 20, components="[letters]"),
    }
    partnership = PARTNERSHIP.replace("den-haag: 23, utrecht: 10}", "den-haag: 0, utrecht: 0}")
    finding = RULE.finding(portfolio(tmp_path, files, partnership))
    assert (finding.rule, finding.wording) == ("solo-twins", "components-without-cost")
    assert finding.values["shares"] == ()
