"""A sum over files of which some can't be read is a least, and never new."""

import json
from pathlib import Path

from tests.desk import TODAY, initiative, portfolio, regie
from tests.diff.two import repository

DEAR = {
    "dear": initiative(costs="{one_off: {2027: 7000000}}"),
    "other": initiative(title="Iets anders", costs="{one_off: {2027: 1000}}"),
}
BROKEN = {**DEAR, "other": initiative(title="Iets anders", costs="{one_off: {2027: 1.000}}")}


def over_budget(root: Path, *words: str) -> list[dict[str, object]]:
    done = regie("validate", "-C", root, "--format", "json", "--today", str(TODAY), *words)
    return [found for found in json.loads(done.stdout)["findings"] if found["rule"] == "over-budget"]


def test_all_that_can_be_read_is_the_sum(tmp_path: Path) -> None:
    (found,) = over_budget(portfolio(tmp_path, DEAR), "--lang", "en")
    assert "asks € 7,001,000 in one-off" in str(found["message"])


def test_what_can_not_be_read_makes_it_a_least(tmp_path: Path) -> None:
    (found,) = over_budget(portfolio(tmp_path, BROKEN), "--lang", "nl")
    assert "vraagt ten minste € 7.000.000 aan incidentele kosten" in str(found["message"])
    assert found["values"]["asked"] == 7_000_000  # type: ignore[index]


def test_hours_are_a_least_too(tmp_path: Path) -> None:
    files = {
        "busy": initiative(effort="{platform: {2027-Q1: 3000}}"),
        "other": initiative(title="Iets anders", effort="{platform: {2027-Q1: 1.000}}"),
    }
    done = regie("validate", "-C", portfolio(tmp_path, files), "--today", str(TODAY), "--lang", "en")
    assert "At least 3,000 hours are asked of" in done.stdout


def test_a_least_is_never_new(tmp_path: Path) -> None:
    desk = repository(tmp_path, {"other": DEAR["other"]})
    portfolio(desk.folder, BROKEN)
    assert over_budget(desk.folder, "--since", "HEAD") == []
    portfolio(desk.folder, DEAR)
    assert len(over_budget(desk.folder, "--since", "HEAD")) == 1
