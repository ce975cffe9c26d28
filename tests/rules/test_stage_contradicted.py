"""Stages against contract, users and support, on the day and a day beside it; and contracts by themselves."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.desk import TODAY, initiative, portfolio
from tests.rules.single import SingleRule, text_at

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
BECAUSE = "because: Het archief is over"
UTRECHT = "landscape/utrecht.yaml"


def reported(tmp_path: Path, rule: str, *keys: str) -> list[tuple[str, int, str]]:
    """Give wording, line and marked text of what is found about one application; a line a key."""
    rows = "".join(f"    {key}\n" for key in ("product: Zaakwijs", "components: []", *keys))
    text = f"as_of: 2026-09-01\napplications:\n  zaaksysteem:\n{rows}"
    findings = SingleRule(rule).findings(portfolio(tmp_path, {UTRECHT: text, "access": initiative()}))
    assert {f.rule for f in findings} <= {rule}
    assert all(f.values["id"] == "utrecht/zaaksysteem" for f in findings)
    return [(f.wording, f.place.line, text_at(f)) for f in findings]


@pytest.mark.parametrize(
    ("contract", "found"),
    [
        (f"end: {TODAY}", [("", 7, str(TODAY))]),
        (f"end: {YESTERDAY}", []),
        (f"end: {TOMORROW}, decided: end, {BECAUSE}", []),
        (f"end: {YESTERDAY}, decided: renew, {BECAUSE}", [("gone-renewed", 7, "renew")]),
        (f"end: {TOMORROW}, decided: renew, {BECAUSE}", [("gone-renewed", 7, "renew")]),
        (f"end: {YESTERDAY}, renews: 1 year", [("gone-renews", 7, "1 year")]),
        (f"end: 2025-12-31, renews: 1 year, last: {TODAY}", [("gone-renews", 7, "1 year")]),
        (f"end: 2025-12-31, renews: 1 year, last: {YESTERDAY}", []),
        (f"end: {YESTERDAY}, renews: 1 year, decided: end, {BECAUSE}", []),
    ],
)
def test_gone_with_a_contract(tmp_path: Path, contract: str, found: list[tuple[str, int, str]]) -> None:
    keys = ("stage: gone", f"contract: {{{contract}}}")
    assert reported(tmp_path, "stage-contradicted", *keys) == found


def test_gone_keeps_its_users_and_cost(tmp_path: Path) -> None:
    keys = ("stage: gone", "users: 1200", "yearly: 480000", "support_until: 2020-01-01")
    assert reported(tmp_path, "stage-contradicted", *keys) == []


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("users: 0", []),
        ("users: 1", [("planned-users", 7, "1")]),
        (f"contract: {{end: {TODAY}}}", []),
        (f"contract: {{end: {YESTERDAY}}}", [("planned-contract", 7, str(YESTERDAY))]),
        (f"contract: {{end: {YESTERDAY}, renews: 1 year}}", []),
        (f"support_until: {TODAY}", []),
        (f"support_until: {YESTERDAY}", [("planned-support", 7, str(YESTERDAY))]),
    ],
)
def test_planned(tmp_path: Path, key: str, found: list[tuple[str, int, str]]) -> None:
    assert reported(tmp_path, "stage-contradicted", "stage: planned", key) == found


@pytest.mark.parametrize(
    ("stage", "found"), [("in-use", [("decided-to-end", 6, "in-use")]), ("ending", []), ("planned", [])]
)
def test_what_is_let_go_is_ending(tmp_path: Path, stage: str, found: list[tuple[str, int, str]]) -> None:
    contract = f"contract: {{end: {TOMORROW}, decided: end, {BECAUSE}}}"
    assert reported(tmp_path, "stage-contradicted", f"stage: {stage}", contract) == found


def test_in_use_without_support_is_a_deadline_of_its_own(tmp_path: Path) -> None:
    keys = ("stage: in-use", f"support_until: {YESTERDAY}")
    assert reported(tmp_path, "stage-contradicted", *keys) == []


def test_ending_without_initiative_is_for_the_list(tmp_path: Path) -> None:
    assert reported(tmp_path, "stage-contradicted", "stage: ending") == []


@pytest.mark.parametrize(
    ("contract", "found"),
    [
        ("end: 2028-12-31, notice: 1 year, renews: 1 year", []),
        ("end: 2028-12-31, notice: 12 months, renews: 1 year", []),
        ("end: 2028-12-31, notice: 13 months, renews: 1 year", [("", 7, "13 months")]),
        ("end: 2028-11-30, notice: 3 months, renews: 3 months", []),
        ("end: 2028-12-31, notice: 2 weeks, renews: 14 days", []),
        ("end: 2028-12-31, notice: 15 days, renews: 2 weeks", [("", 7, "15 days")]),
        ("end: 2028-12-31, notice: 365 days, renews: 1 year", []),
        ("end: 2028-12-31, notice: 366 days, renews: 1 year", [("", 7, "366 days")]),
        ("end: 2028-12-31, notice: 2 years", []),
        (
            f"end: 2028-12-31, last: 2028-12-31, decided: renew, {BECAUSE}",
            [("renewed-past-last", 7, "renew")],
        ),
        (f"end: 2028-12-31, last: 2029-01-01, decided: renew, {BECAUSE}", []),
        (f"end: 2025-12-31, last: {YESTERDAY}, renews: 1 month", []),
        (f"end: 2025-12-31, last: {YESTERDAY}", []),
    ],
)
def test_a_contract_by_itself(tmp_path: Path, contract: str, found: list[tuple[str, int, str]]) -> None:
    keys = ("stage: in-use", f"contract: {{{contract}}}")
    assert reported(tmp_path, "contract-contradicted", *keys) == found


def test_what_is_gone_has_no_contract_to_judge(tmp_path: Path) -> None:
    keys = ("stage: gone", "contract: {end: 2028-12-31, notice: 2 years, renews: 1 year}")
    assert reported(tmp_path, "contract-contradicted", *keys) == []
