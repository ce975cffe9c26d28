"""Which decision a file still has to say: the newest, and only where carrying it out changes something."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, regie
from tests.rules.decided import NOVEMBER, OCTOBER, about, decided
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("decision-not-carried-out")
COSTS = "{one_off: {2027: 100}}"
BASELINE = "{adopted: 2026-10-08, start: 2027-Q1, end: 2027-Q2, one_off: 100}"
DAY = date(2026, 11, 27)
AGREED = "end: 2028-Q1, one_off: 640"


@pytest.mark.parametrize(
    ("decision", "before", "wording"),
    [
        ("adopt", {}, ""),
        ("adopt", {"status": "adopted"}, ""),
        ("reject", {"status": "advised"}, ""),
        ("park", {}, ""),
        ("defer, to: 2028", {}, ""),
        ("stop", {"status": "running"}, ""),
        ("continue", {"status": "on-hold"}, ""),
        (f"rebaseline, {AGREED}", {"status": "running"}, "rebaseline"),
    ],
)
def test_what_adopt_would_change_is_reported_until_it_did(
    tmp_path: Path, decision: str, before: dict[str, str], wording: str
) -> None:
    root = decided(tmp_path, {"api": initiative(costs=COSTS, **before)}, {OCTOBER: about("api", decision)})
    finding = RULE.finding(root, DAY)
    assert (finding.rule, finding.wording, finding.severity) == (RULE.name, wording, "warning")
    assert (finding.place.file, text_at(finding)) == (f"decisions/{OCTOBER}.yaml", "api")
    assert finding.values == {
        "id": "api",
        "decision": decision.partition(",")[0],
        "day": date(2026, 10, 8),
        "list": OCTOBER,
    }
    # What the advice says, typed.
    assert regie("adopt", OCTOBER, cwd=root).returncode == 0
    assert RULE.places(root, DAY) == []


@pytest.mark.parametrize(
    ("decision", "status"),
    [("adopt", "done"), ("adopt", "stopped"), ("reject", "running"), ("stop", "done"), ("park", "rejected")],
)
def test_what_is_further_is_fine(tmp_path: Path, decision: str, status: str) -> None:
    root = decided(tmp_path, {"api": initiative(status=status)}, {OCTOBER: about("api", decision)})
    assert RULE.places(root, DAY) == []


def test_a_newer_decision_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    text = initiative(status="adopted", costs=COSTS, baseline=BASELINE)
    lists = {OCTOBER: about("api", "defer, to: 2028"), NOVEMBER: about("api", "adopt")}
    assert RULE.places(decided(tmp_path, {"api": text}, lists), DAY) == []
    proposal = decided(tmp_path, {"api": initiative(costs=COSTS)}, lists)
    assert RULE.finding(proposal, DAY).place.file == f"decisions/{NOVEMBER}.yaml"


def test_each_new_agreement_is_asked_for_by_itself(tmp_path: Path) -> None:
    text = initiative(
        status="running",
        costs=COSTS,
        baseline=BASELINE,
        rebaselines="[{date: 2026-11-12, end: 2028-Q1, one_off: 640}]",
    )
    lists = {
        OCTOBER: f"{about('api', 'adopt')}, {about('api', f'rebaseline, {AGREED}')}",
        NOVEMBER: about("api", f"rebaseline, {AGREED}"),
    }
    finding = RULE.finding(decided(tmp_path, {"api": text}, lists), DAY)
    assert (finding.wording, finding.place.file) == ("rebaseline", f"decisions/{OCTOBER}.yaml")


def test_on_the_day_itself_it_is_to_be_carried_out_and_not_before(tmp_path: Path) -> None:
    root = decided(tmp_path, {"api": initiative(costs=COSTS)}, {OCTOBER: about("api", "adopt")})
    assert RULE.places(root, date(2026, 10, 7)) == []
    assert RULE.finding(root, date(2026, 10, 8)).values["id"] == "api"


def test_what_cannot_be_adopted_says_what_it_lacks(tmp_path: Path) -> None:
    root = decided(tmp_path, {"api": initiative()}, {OCTOBER: about("api", "adopt")})
    finding = RULE.finding(root, DAY)
    assert (finding.wording, finding.values["missing"]) == ("incomplete", ("costs",))


@pytest.mark.parametrize("decision", ["reject", "park"])
def test_what_was_turned_down_may_come_back_on_a_later_agenda(tmp_path: Path, decision: str) -> None:
    root = decided(tmp_path, {"api": initiative(agenda="2028")}, {OCTOBER: about("api", decision)})
    assert RULE.places(root, DAY) == []


def test_a_former_id_is_the_initiative_of_today(tmp_path: Path) -> None:
    root = decided(tmp_path, {"poort": initiative(formerly="[api]")}, {OCTOBER: about("api", "park")})
    assert RULE.finding(root, DAY).values["id"] == "poort"


@pytest.mark.parametrize("name", ["2026-11-13-directors", "2026-09-24-innovation-board"])
def test_a_list_that_does_not_count_is_silent_and_silences_what_it_names(tmp_path: Path, name: str) -> None:
    lists = {name: about("api", "adopt"), OCTOBER: about("api", "park")}
    assert RULE.places(decided(tmp_path, {"api": initiative(costs=COSTS)}, lists), DAY) == []


def test_a_list_that_cannot_be_read_may_hold_the_newest_decision(tmp_path: Path) -> None:
    lists = {OCTOBER: about("api", "park"), NOVEMBER: about("api", "besloten")}
    found = RULE.findings(decided(tmp_path, {"api": initiative()}, lists), DAY)
    assert [each.rule for each in found] == ["invalid-value"]
