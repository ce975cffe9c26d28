"""An end that is still to come, an open condition, and no amount spent; each told once."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("done-with-open-end")
CALENDAR = PARTNERSHIP.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-06-18}\n")
SPENT = "[{date: 2026-09-01, spent: 5}]"


def done(root: Path, files: dict[str, str] | None = None, **keys: str | None) -> Path:
    usual = {"status": "done", "period": "{start: 2026-Q1, end: 2026-Q2}", "progress": SPENT}
    text = initiative(**{**usual, **keys})
    return portfolio(root, {"access": text, **(files or {})}, CALENDAR)


@pytest.mark.parametrize("end", ["2026-09-24", "2026-Q3", "2026-09"])
def test_an_end_that_has_come_or_begun_is_fine(tmp_path: Path, end: str) -> None:
    assert RULE.places(done(tmp_path, period=f"{{start: 2026-Q1, end: {end}}}")) == []


@pytest.mark.parametrize("end", ["2026-09-25", "2026-Q4", "2026-10"])
def test_an_end_still_to_come_is_reported_where_it_was_stated_last(tmp_path: Path, end: str) -> None:
    found = RULE.finding(done(tmp_path, progress=f"[{{date: 2026-09-01, spent: 5, end: {end}}}]"))
    assert (found.wording, text_at(found)) == ("", end)
    assert found.values == {"id": "access", "end": end, "today": date(2026, 9, 24)}


def test_a_last_report_with_the_day_itself_closes_it(tmp_path: Path) -> None:
    last = "[{date: 2026-09-24, spent: 5, end: 2026-09-10}]"
    assert RULE.places(done(tmp_path, period="{start: 2026-Q1, end: 2026-Q4}", progress=last)) == []


def conditions(state: str, ids: str = "access") -> dict[str, str]:
    text = (
        f"decisions: [{{initiatives: [{ids}], decision: adopt, conditions: [{{what: Een toets{state}}}]}}]\n"
    )
    return {"decisions/2026-06-18-directors.yaml": text}


@pytest.mark.parametrize("state", ["", ", by: 2026-07-01", ", by: 2027-01-01, kind: during"])
def test_an_open_condition_is_reported_there(tmp_path: Path, state: str) -> None:
    found = RULE.finding(done(tmp_path, conditions(state)))
    assert (found.wording, text_at(found)) == ("condition", "Een toets")
    assert found.values == {"ids": ("access",), "what": "Een toets", "count": 1}


@pytest.mark.parametrize("state", [", met: 2026-08-01", ", waived: 2026-08-01, because: Onnodig"])
def test_one_that_was_met_or_waived_is_fine(tmp_path: Path, state: str) -> None:
    assert RULE.places(done(tmp_path, conditions(state))) == []


def test_one_that_is_also_for_what_runs_is_followed_there(tmp_path: Path) -> None:
    files = {**conditions("", "access, letters"), "letters": initiative(title="Brieven", status="running")}
    assert RULE.places(done(tmp_path, files)) == []


COSTS = "{as_of: 2026-05-01, one_off: {2026: 100}}"


def test_without_an_amount_spent_its_status_is_reported(tmp_path: Path) -> None:
    found = RULE.finding(done(tmp_path, costs=COSTS, progress=None))
    assert (found.wording, text_at(found), found.values["amount"]) == ("spent", "done", 100)


@pytest.mark.parametrize(
    "keys",
    [{"costs": COSTS}, {"costs": COSTS, "progress": "[{date: 2026-09-01, spent: 0}]"}, {"progress": None}],
)
def test_an_amount_spent_or_nothing_to_spend_is_fine(tmp_path: Path, keys: dict[str, str | None]) -> None:
    assert RULE.places(done(tmp_path, None, **keys)) == []


def test_what_runs_may_have_all_of_it(tmp_path: Path) -> None:
    root = done(tmp_path, conditions(""), status="running", period="{start: 2026-Q1, end: 2026-Q4}")
    assert RULE.places(root) == []
