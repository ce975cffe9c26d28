"""Who decides an initiative, by each rule and at its edges."""

from pathlib import Path

import pytest

from icteregie.analysis.direction.deciders import Decider, deciders
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio

ACCESS = "  access: {name: Toegang, director: partnership, supplier: cooperative}\n"
DOMAIN = (
    "{name: Toegang, director: utrecht, supplier: cooperative, mandate: {one_off: 50000, recurring: 10000}}"
)
WITHIN = "{one_off: {2027: 30000, 2028: 20000}, recurring: {2028: 10000, 2029: 9000}}"
DIRECTORS = "directors"
TRIAL = "{learning_goal: leren, time_box: 2027-Q2, budget_cap: 40000, stop_when: nee"


def decided(root: Path, as_domain: str = DOMAIN, other: str | None = None, **keys: str | None) -> Decider:
    text = initiative(**{"domain": "access", "costs": WITHIN, **keys})
    files = {"scim": text} | ({"other": other} if other else {})
    wanted = PARTNERSHIP.replace(ACCESS, f"  access: {as_domain}\n").replace(
        "bodies:\n", "bodies:\n  lab: {name: Proeftuin, role: decides}\n"
    )
    made = loaded(portfolio(root, files, wanted)).portfolio
    return deciders(made, made.initiatives.values())["scim"]


def test_both_amounts_themselves_are_within_the_mandate(tmp_path: Path) -> None:
    assert decided(tmp_path) == Decider("within-mandate", "", "utrecht", "access")


@pytest.mark.parametrize(
    "costs",
    [
        "{one_off: {2027: 30000, 2028: 20001}, recurring: {2028: 10000}}",
        "{one_off: {2027: 50000}, recurring: {2028: 1, 2029: 10001}}",
    ],
)
def test_one_euro_above_either_is_for_the_directors(tmp_path: Path, costs: str) -> None:
    assert decided(tmp_path, costs=costs) == Decider("above-mandate", DIRECTORS)


@pytest.mark.parametrize("obliged", ["statutory", "contractual", "choice"])
def test_an_obligation_changes_not_who_decides(tmp_path: Path, obliged: str) -> None:
    found = decided(tmp_path, obligation=f"{{kind: {obliged}, basis: Wmebv, deadline: 2028-01-01}}")
    assert found.is_by_mandate


def test_what_is_transformational_is_for_the_directors_whatever_it_costs(tmp_path: Path) -> None:
    assert decided(tmp_path, steering="transformational") == Decider("transformational", DIRECTORS)


def test_an_experiment_is_decided_by_the_body_that_it_names(tmp_path: Path) -> None:
    found = decided(tmp_path, steering="experimental", experiment=f"{TRIAL}, decides: lab}}")
    assert found == Decider("experiment", "lab")


@pytest.mark.parametrize("body", ["innovation-board", "nergens"])
def test_a_body_that_only_advises_decides_no_experiment(tmp_path: Path, body: str) -> None:
    found = decided(tmp_path, steering="experimental", experiment=f"{TRIAL}, decides: {body}}}")
    assert found.rule == "within-mandate"


def test_an_experiment_has_no_recurring_cost_and_its_cap_is_what_it_costs(tmp_path: Path) -> None:
    assert decided(tmp_path, steering="experimental", experiment=f"{TRIAL}}}", costs=None).is_by_mandate


@pytest.mark.parametrize(
    ("domain", "keys", "missing"),
    [
        (DOMAIN, {"domain": None}, "domain"),
        (DOMAIN, {"domain": "nergens"}, "domain"),
        ("{name: Toegang, mandate: {one_off: 1, recurring: 1}}", {}, "director"),
        (DOMAIN.replace("utrecht", "cooperative"), {}, "director"),
        (DOMAIN.replace("utrecht", "innovation-board"), {}, "director"),
        ("{name: Toegang, director: utrecht}", {}, "mandate"),
        (DOMAIN, {"participants": "[amsterdam, rotterdam]"}, "takes-no-part"),
        (DOMAIN, {"costs": None}, "cost"),
        (DOMAIN, {"costs": "{one_off: {2027: 5}}"}, "recurring"),
        (DOMAIN, {"costs": "{recurring: {2027: 5}}"}, "one-off"),
    ],
)
def test_what_is_missing_is_named_and_the_directors_decide(
    tmp_path: Path, domain: str, keys: dict[str, str | None], missing: str
) -> None:
    found = decided(tmp_path, domain, **keys)
    assert (found.rule, found.body, found.missing) == ("unknown", DIRECTORS, missing)


def test_a_given_0_is_no_unknown_cost(tmp_path: Path) -> None:
    assert decided(tmp_path, costs="{one_off: {2027: 5}, recurring: {2028: 0}}").is_by_mandate


def test_all_together_may_have_a_mandate(tmp_path: Path) -> None:
    found = decided(tmp_path, DOMAIN.replace("utrecht", "partnership"))
    assert (found.rule, found.director) == ("within-mandate", "partnership")


def test_a_choice_between_alternatives_is_for_the_directors(tmp_path: Path) -> None:
    other = initiative(alternative_to="[scim]")
    assert decided(tmp_path, other=other) == Decider("choice", DIRECTORS)


def test_an_alternative_that_asks_nothing_makes_no_choice(tmp_path: Path) -> None:
    other = initiative(alternative_to="[scim]", status="idea", agenda=None)
    assert decided(tmp_path, other=other).is_by_mandate
