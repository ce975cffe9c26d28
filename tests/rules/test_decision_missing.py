"""Who was forgotten: the day of decision, the late round, and the lists of the agenda."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative
from tests.rules.decided import NOVEMBER, OCTOBER, about, decided
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("decision-missing")
LATE = {"submitted": "2026-09-01", "late": "{unforeseen: x, unavoidable: x, not_postponable: x, route: now}"}
OTHERS = {OCTOBER: about("other", "park")}


def root_with(root: Path, lists: dict[str, str], **changes: str) -> Path:
    files = {"access": initiative(**changes), "other": initiative(status="parked", title="Iets anders")}
    return decided(root, files, lists)


@pytest.mark.parametrize("status", ["proposal", "advised"])
def test_who_still_asks_the_day_after_is_reported(tmp_path: Path, status: str) -> None:
    root = root_with(tmp_path, OTHERS, status=status)
    assert RULE.places(root, date(2026, 10, 8)) == []
    finding = RULE.finding(root, date(2026, 10, 9))
    assert (finding.rule, finding.place.file, text_at(finding)) == (
        RULE.name,
        "initiatives/access.yaml",
        "2027",
    )
    assert finding.values == {"id": "access", "year": 2027, "day": date(2026, 10, 8)}


def test_what_came_late_waits_for_the_final_decision(tmp_path: Path) -> None:
    root = root_with(tmp_path, OTHERS, **LATE)
    assert RULE.places(root, date(2026, 11, 12)) == []
    assert RULE.finding(root, date(2026, 11, 13)).values["day"] == date(2026, 11, 12)


def test_what_asks_for_another_route_is_not_forgotten(tmp_path: Path) -> None:
    elsewhere = LATE | {"late": LATE["late"].replace("now", "next-agenda")}
    assert RULE.places(root_with(tmp_path, OTHERS, **elsewhere), date(2026, 11, 27)) == []


@pytest.mark.parametrize("status", ["idea", "adopted", "parked", "done"])
def test_what_asks_for_nothing_is_fine(tmp_path: Path, status: str) -> None:
    assert RULE.places(root_with(tmp_path, OTHERS, status=status), date(2026, 11, 27)) == []


@pytest.mark.parametrize(
    "lists",
    [
        {},
        {OCTOBER: ""},
        {OCTOBER: about("access", "adopt")},
        {**OTHERS, NOVEMBER: about("access", "defer, to: 2028")},
        {**OTHERS, "2026-10-20-mandate-income": about("access", "park")},
        {**OTHERS, "2026-10-09-directors": about("access", "park")},
    ],
)
def test_named_in_a_list_or_without_lists_nothing_is_said(tmp_path: Path, lists: dict[str, str]) -> None:
    assert RULE.places(root_with(tmp_path, lists), date(2026, 11, 27)) == []


def test_a_list_that_cannot_be_read_may_name_it(tmp_path: Path) -> None:
    root = root_with(tmp_path, {**OTHERS, NOVEMBER: about("access", "besloten")})
    assert [each.rule for each in RULE.findings(root, date(2026, 11, 27))] == ["invalid-value"]


def test_being_deferred_from_another_agenda_is_no_decision_about_this_one(tmp_path: Path) -> None:
    root = root_with(tmp_path, {OCTOBER: about("access", "defer, to: 2028")}, agenda="2028")
    (root / "decisions/2027-10-07-directors.yaml").write_text(
        "decisions: [{initiatives: [other], decision: park}]\n", "utf-8"
    )
    assert RULE.finding(root, date(2027, 10, 8)).values["year"] == 2028
