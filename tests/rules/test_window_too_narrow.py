"""A window that fits exactly, one that is a day too small at either end, and milestones."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("window-too-narrow")


def moved(root: Path, earliest: str, latest: str, **keys: str) -> Path:
    """Write what runs from 2027-Q1 to 2027-Q2, with the room to move it."""
    window = f"{{earliest: {earliest}, latest: {latest}}}"
    return portfolio(root, {"access": initiative(window=window, **keys)})


@pytest.mark.parametrize(
    ("earliest", "latest"), [("2027-Q1", "2027-Q2"), ("2027-01-01", "2027-06-30"), ("2026-Q4", "2028-Q1")]
)
def test_a_window_in_which_it_fits_is_fine(tmp_path: Path, earliest: str, latest: str) -> None:
    assert RULE.places(moved(tmp_path, earliest, latest)) == []


@pytest.mark.parametrize(
    ("earliest", "latest", "wording", "at"),
    [("2027-01-02", "2027-Q3", "", "2027-01-02"), ("2026-Q4", "2027-06-29", "end", "2027-06-29")],
)
def test_a_day_too_small_is_reported_where_it_is_typed(
    tmp_path: Path, earliest: str, latest: str, wording: str, at: str
) -> None:
    finding = RULE.finding(moved(tmp_path, earliest, latest))
    assert (finding.wording, text_at(finding), finding.values["limit"]) == (wording, at, at)


def test_the_advice_leads_to_a_right_file(tmp_path: Path) -> None:
    values = [finding.values["asked"] for finding in RULE.findings(moved(tmp_path, "2027-02", "2027-05"))]
    assert values == ["2027-Q1", "2027-Q2"]
    assert RULE.places(moved(tmp_path, *map(str, values))) == []


@pytest.mark.parametrize(("latest", "count"), [("2027-06-30", 0), ("2027-06-29", 1)])
def test_a_milestone_fits_where_its_end_does(tmp_path: Path, latest: str, count: int) -> None:
    root = moved(tmp_path, "2027-06-01", latest, period="{end: 2027-06-30}")
    assert len(RULE.places(root)) == count


def test_a_milestone_before_its_window_is_reported(tmp_path: Path) -> None:
    finding = RULE.finding(moved(tmp_path, "2027-07-01", "2027-Q4", period="{end: 2027-06-30}"))
    assert (finding.wording, finding.values["asked"]) == ("", "2027-06-30")


@pytest.mark.parametrize("keys", [{"status": "done"}, {"status": "parked"}])
def test_what_is_over_is_not_reported(tmp_path: Path, keys: dict[str, str]) -> None:
    assert RULE.places(moved(tmp_path, "2027-Q2", "2027-Q2", **keys)) == []
