"""A member has a period in which it can be named; what was decided before stays as it was."""

import json
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, found, initiative, loaded, portfolio, regie

LEFT = PARTNERSHIP.replace("code: GM0344}", "code: GM0344, until: 2026-12-31}")
LAST_DAY = PARTNERSHIP.replace("code: GM0344}", "code: GM0344, until: 2027-01-01}")
JOINS = PARTNERSHIP.replace("code: GM0344}", "code: GM0344, from: 2027-01-02}")
COSTS = "{one_off: {2026: 400, 2027: 400}}"


def told(root: Path) -> list[tuple[str, str, str, int]]:
    return [
        (f.wording, f.severity, f.place.file, f.place.line) for f in found(root) if f.rule == "unknown-member"
    ]


@pytest.mark.parametrize("status", ["adopted", "running", "done", "stopped", "rejected", "parked"])
def test_an_old_file_goes_on_naming_who_left(tmp_path: Path, status: str) -> None:
    old = initiative(status=status, participants="[amsterdam, utrecht]")
    root = portfolio(tmp_path, {"old": old, "new": initiative(submitter="amsterdam")}, LEFT)
    assert told(root) == []
    assert regie("agenda", "-C", root).returncode == 0


@pytest.mark.parametrize("partnership", [LEFT, JOINS])
def test_what_asks_now_is_warned_and_the_agenda_can_be_made(tmp_path: Path, partnership: str) -> None:
    asks = initiative(submitter="amsterdam", participants="[amsterdam, utrecht]")
    root = portfolio(tmp_path, {"asks": asks}, partnership)
    assert told(root) == [("at-that-time", "warning", "initiatives/asks.yaml", 7)]
    assert regie("agenda", "-C", root).returncode == 0


def test_the_last_day_counts(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"asks": initiative(participants="[amsterdam, utrecht]")}, LAST_DAY)
    assert told(root) == []


@pytest.mark.parametrize("partnership", [LEFT, JOINS])
def test_all_are_the_members_of_the_first_of_january_of_the_agenda(tmp_path: Path, partnership: str) -> None:
    made = loaded(portfolio(tmp_path, {"asks": initiative()}, partnership)).portfolio
    assert made.participants(made.initiatives["asks"]) == ("amsterdam", "rotterdam", "den-haag")


def test_the_cost_of_a_year_is_shared_by_who_is_a_member_in_it(tmp_path: Path) -> None:
    old = initiative(
        agenda="2026", status="running", participants="[amsterdam, utrecht]", cost_key="equal", costs=COSTS
    )
    root = portfolio(tmp_path, {"old": old}, LEFT)
    for year, shares in ((2026, (200, 200)), (2027, (400, 0))):
        words = ("costs", "-C", root, "--year", str(year), "--by", "initiative", "--format", "json")
        (row,) = json.loads(regie(*words).stdout)["rows"]
        assert (row["amsterdam"], row["utrecht"]) == shares


def test_a_member_that_joins_pays_nothing_of_what_it_takes_no_part_in(tmp_path: Path) -> None:
    root = portfolio(
        tmp_path, {"asks": initiative(submitter="amsterdam", costs=COSTS, cost_key="equal")}, JOINS
    )
    made = json.loads(regie("costs", "-C", root, "--by", "initiative", "--format", "json").stdout)
    assert made["rows"][0]["utrecht"] == 0


def test_who_is_left_and_has_no_weight_is_told_before_an_agenda_is_made(tmp_path: Path) -> None:
    partnership = LEFT.replace("rotterdam: 33", "rotterdam: 0")
    old = initiative(agenda="2026", status="running", participants="[rotterdam, utrecht]", costs=COSTS)
    root = portfolio(tmp_path, {"old": old, "new": initiative(submitter="amsterdam")}, partnership)
    assert ("incomplete-cost-key", "nobody-pays") in [(f.rule, f.wording) for f in found(root)]
