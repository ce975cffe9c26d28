"""Decisions by mandate about what somebody else decides, at the amounts decided on."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.domains import directed
from tests.rules.single import SingleRule

RULE = SingleRule("outside-mandate")

MANDATE = "name: Toegang, director: utrecht, supplier: cloud, mandate: {one_off: 50000, recurring: 10000}"
DEARER = "{one_off: {2027: 90000}, recurring: {2028: 10000}}"
WITHIN = "{one_off: {2027: 50000}, recurring: {2028: 10000}}"
ADOPT = "agenda: 2027\ndecisions:\n  - {initiatives: [scim], decision: adopt}\n"


def found(
    root: Path,
    text: str = ADOPT,
    name: str = "2026-09-10-mandate-access",
    access: str = MANDATE,
    keys: dict[str, str | None] | None = None,
) -> list[str]:
    written = initiative(**{"domain": "access", "costs": WITHIN, **(keys or {})})
    files = {"scim": written, f"decisions/{name}.yaml": text}
    return [each.wording for each in RULE.findings(portfolio(root, files, directed(access)))]


def test_within_both_amounts_it_is_silent(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("keys", "wording"),
    [
        ({"costs": "{one_off: {2027: 50001}, recurring: {2028: 1}}"}, ""),
        ({"costs": "{one_off: {2027: 1}, recurring: {2028: 10001}}"}, "above-recurring"),
        ({"costs": None}, "cost"),
        ({"costs": "{one_off: {2027: 1}}"}, "recurring"),
        ({"steering": "transformational"}, "transformational"),
        ({"domain": None}, "domain"),
        ({"participants": "[amsterdam, rotterdam]"}, "takes-no-part"),
    ],
)
def test_what_another_decides_is_reported(tmp_path: Path, keys: dict[str, str | None], wording: str) -> None:
    assert found(tmp_path, keys=keys) == [wording]


def test_it_is_reported_at_the_id_in_the_list(tmp_path: Path) -> None:
    text = "decisions:\n  - decision: adopt\n    initiatives:\n      - scim\n"
    files = {"scim": initiative(domain="access"), "decisions/2026-09-10-mandate-access.yaml": text}
    root = portfolio(tmp_path, files, directed(MANDATE))
    assert RULE.places(root) == [
        ("outside-mandate", "cost", "decisions/2026-09-10-mandate-access.yaml", 4, 9)
    ]


def test_a_new_agreement_counts_with_its_own_amounts(tmp_path: Path) -> None:
    text = "decisions:\n  - {initiatives: [scim], decision: rebaseline, end: 2027-Q4, one_off: 50001}\n"
    assert found(tmp_path, text) == [""]
    assert found(tmp_path / "within", text.replace("50001", "50000")) == []


@pytest.mark.parametrize(("day", "wanted"), [("2026-09-10", []), ("2026-09-11", [""])])
def test_what_was_adopted_that_day_counts_with_its_baseline(
    tmp_path: Path, day: str, wanted: list[str]
) -> None:
    baseline = f"{{adopted: {day}, end: 2027-Q2, one_off: 50000, recurring: 10000}}"
    assert found(tmp_path, keys={"baseline": baseline, "costs": DEARER, "status": "adopted"}) == wanted


@pytest.mark.parametrize(("day", "wanted"), [("2026-09-10", [""]), ("2026-09-11", [])])
def test_what_was_decided_before_the_direction_was_so_is_not_judged(
    tmp_path: Path, day: str, wanted: list[str]
) -> None:
    domain = f"{MANDATE}, as_of: {day}"
    assert found(tmp_path, access=domain, keys={"costs": DEARER}) == wanted


def test_who_decides_may_decide_what_is_within_a_mandate(tmp_path: Path) -> None:
    assert found(tmp_path, name="2026-10-08-directors") == []


def test_without_a_mandate_nobody_decides_by_it(tmp_path: Path) -> None:
    assert found(tmp_path, access="name: Toegang, director: utrecht, supplier: cloud") == ["mandate"]
