"""What is laid down and can't be: who takes part, how many, from which quarter; the last start is fine."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("impossible-pin")
MOVES = {"period": "{start: 2027-Q1, end: 2027-Q2}", "window": "{earliest: 2027-Q1, latest: 2027-Q3}"}
FILE = "plans/2027.yaml"


def places(root: Path, plan: str, **keys: str) -> list[tuple[str, str, str, int, int]]:
    return RULE.places(portfolio(root, {"access": initiative(**keys), FILE: plan}))


def test_the_last_start_that_fits_is_fine(tmp_path: Path) -> None:
    assert places(tmp_path, "pins:\n  access: {not_before: 2027-Q2}\n", **MOVES) == []


def test_a_quarter_later_is_reported_with_the_last_start(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, {"access": initiative(**MOVES), FILE: "pins:\n  access: {not_before: 2027-Q3}\n"}
    )
    finding = RULE.finding(root)
    assert (finding.wording, finding.place.line, finding.place.column) == ("too-late", 2, 24)
    assert finding.values == {"id": "access", "quarter": "2027-Q3", "last": "2027-Q2"}


def test_without_a_window_it_starts_when_it_asks_to(tmp_path: Path) -> None:
    plan = "pins:\n  access: {not_before: 2027-Q2}\n"
    assert places(tmp_path, plan, period=MOVES["period"]) == [
        ("impossible-pin", "too-late", FILE, 2, 24),
    ]


def test_a_window_past_the_years_with_a_budget_has_no_start(tmp_path: Path) -> None:
    window = {"period": "{start: 2029-Q1, end: 2029-Q2}", "window": "{earliest: 2029-Q1, latest: 2029-Q4}"}
    plan = "pins:\n  access: {not_before: 2027-Q2}\n"
    assert places(tmp_path, plan, **window) == [("impossible-pin", "no-start", FILE, 2, 24)]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("[amsterdam, utrecht]", []),
        ("[amsterdam, utrecht, rotterdam]", [("impossible-pin", "members", FILE, 2, 42)]),
        ("[amsterdam]", [("impossible-pin", "too-few", FILE, 2, 21)]),
    ],
)
def test_who_is_pinned_is_a_participant(
    tmp_path: Path, members: str, expected: list[tuple[str, str, str, int, int]]
) -> None:
    keys = {"participants": "[amsterdam, den-haag, utrecht]", "minimum_participants": "2"}
    assert places(tmp_path, f"pins:\n  access: {{members: {members}}}\n", **keys) == expected


def test_a_pin_of_what_asks_for_no_place_changes_nothing(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative(status="idea"), FILE: "pins:\n  access: {in: true}\n"})
    finding = RULE.finding(root)
    assert (finding.wording, finding.severity, finding.place.line) == ("not-asking", "warning", 2)


def test_a_ceiling_before_the_years_of_the_plan_changes_nothing(tmp_path: Path) -> None:
    dates = "intake_closes: 2025-07-01, dossier_closes: 2025-08-27, advice: 2025-09-24, decision: 2025-10-08"
    text = PARTNERSHIP.replace("agendas:\n", f"agendas:\n  2026: {{{dates}}}\n", 1)
    files = {"access": initiative(), FILE: "ceilings:\n  2026: {utrecht: 5}\n"}
    assert RULE.places(portfolio(tmp_path, files, text)) == [("impossible-pin", "ceiling", FILE, 2, 9)]
