"""What the advice of a contradiction says, when typed, leads to a file without one."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.checking.runner import check
from icteregie.loading.load import load
from icteregie.rules.catalogue import RULES
from tests.desk import initiative, portfolio

FAMILY = [rule for rule in RULES if rule.family == "contradictions"]
BASELINE = "{adopted: 2026-10-08, start: 2027-Q1, end: 2027-Q2, one_off: 5}"
EXPERIMENT = "{learning_goal: a, time_box: 2027-Q2, budget_cap: 5, stop_when: b}"
CASES: list[tuple[str, dict[str, str | None], dict[str, str | None]]] = [
    ("steering-contradicted", {"experiment": EXPERIMENT}, {"steering": "experimental"}),
    ("too-few-participants", {"minimum_participants": "5"}, {"minimum_participants": "4"}),
    ("adopted-before-decision", {"status": "adopted"}, {"status": "proposal"}),
    (
        "adopted-before-decision",
        {"status": "adopted", "baseline": BASELINE},
        {"status": "advised", "baseline": None},
    ),
    (
        "adopted-before-decision",
        {"status": "running", "baseline": BASELINE.replace("10-08", "10-07")},
        {"baseline": BASELINE},
    ),
    ("baseline-without-adoption", {"baseline": BASELINE}, {"baseline": None}),
    ("baseline-without-adoption", {"baseline": BASELINE}, {"status": "running"}),
    (
        "window-too-narrow",
        {"window": "{earliest: 2027-02, latest: 2027-Q2}"},
        {"window": "{earliest: 2027-Q1, latest: 2027-Q2}"},
    ),
    ("steps-contradicted", {"steps": "[{name: a, end: 2027-Q3}]"}, {"steps": "[{name: a, end: 2027-Q2}]"}),
    (
        "steps-contradicted",
        {"steps": "[{name: a, end: 2026-Q4}]"},
        {"period": "{start: 2026-Q4, end: 2027-Q2}"},
    ),
    (
        "outside-own-period",
        {"external": "[{what: DigiD, by: 2027-07-01}]"},
        {"external": "[{what: DigiD, by: 2027-06-30}]"},
    ),
    (
        "outside-own-period",
        {"effort": "{platform: {2028-Q1: 5}}"},
        {"period": "{start: 2027-Q1, end: 2028-Q1}"},
    ),
    ("outside-own-period", {"costs": "{recurring: {2026: 5}}"}, {"costs": "{recurring: {2027: 5}}"}),
    (
        "cover-of-non-participant",
        {"participants": "[utrecht]", "costs": "{cover: {rotterdam: reserve}}"},
        {"participants": "[utrecht, rotterdam]"},
    ),
    (
        "parts-above-one-off",
        {"costs": "{one_off: {2027: 5}, people: 7}"},
        {"costs": "{one_off: {2027: 7}, people: 7}"},
    ),
    ("wont-on-agenda", {"priority": "wont"}, {"priority": "could"}),
    ("wont-on-agenda", {"priority": "wont"}, {"status": "idea"}),
    (
        "dates-contradicted",
        {"status": "running", "baseline": BASELINE, "submitted": "2026-11-01"},
        {"submitted": "2026-05-01"},
    ),
    (
        "over-cap",
        {
            "steering": "experimental",
            "costs": "{one_off: {2027: 7}}",
            "experiment": EXPERIMENT,
        },
        {"experiment": EXPERIMENT.replace("5", "7")},
    ),
]


def rules(root: Path, **keys: str | None) -> list[str]:
    """Name the rules of the family that report an initiative, while its agenda is still to be decided on."""
    found = check(load(portfolio(root, {"access": initiative(**keys)})), date(2026, 9, 24), FAMILY)
    return [each.rule for each in found]


@pytest.mark.parametrize(("rule", "wrong", "typed"), CASES)
def test_the_advice_leads_to_a_right_file(
    tmp_path: Path, rule: str, wrong: dict[str, str | None], typed: dict[str, str | None]
) -> None:
    assert rules(tmp_path, **wrong) == [rule]
    assert rules(tmp_path, **wrong | typed) == []


def test_every_rule_of_one_file_has_a_case() -> None:
    of_more_files = {"done-before-predecessor", "impossible-pin", "stale-plan"}
    assert {rule.name for rule in FAMILY} - {case[0] for case in CASES} == of_more_files
