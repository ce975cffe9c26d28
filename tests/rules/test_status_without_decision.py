"""Which statuses need a decision, and from when."""

from pathlib import Path

import pytest

from tests.desk import initiative
from tests.rules.decided import NOVEMBER, OCTOBER, about, decided
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("status-without-decision")
OTHERS = {OCTOBER: about("other", "park")}


def root_with(root: Path, lists: dict[str, str], **changes: str | None) -> Path:
    files = {"access": initiative(**changes), "other": initiative(status="parked", title="Iets anders")}
    return decided(root, files, lists)


@pytest.mark.parametrize("status", ["adopted", "running", "on-hold", "rejected", "parked", "stopped"])
def test_a_status_that_no_list_tells_of_is_reported(tmp_path: Path, status: str) -> None:
    finding = RULE.finding(root_with(tmp_path, OTHERS, status=status))
    assert (finding.rule, finding.severity, text_at(finding)) == (RULE.name, "warning", status)
    assert finding.values == {"id": "access", "year": 2027, "status": status}


@pytest.mark.parametrize("status", ["idea", "exploration", "proposal", "advised", "done"])
def test_other_statuses_need_none(tmp_path: Path, status: str) -> None:
    assert RULE.places(root_with(tmp_path, OTHERS, status=status)) == []


@pytest.mark.parametrize(
    "lists",
    [
        {},
        {"2026-09-24-innovation-board": about("other", "park")},
        {**OTHERS, NOVEMBER: about("access", "adopt")},
        {**OTHERS, "2026-10-09-directors": about("access", "adopt")},
    ],
)
def test_named_or_without_lists_that_count_nothing_is_said(tmp_path: Path, lists: dict[str, str]) -> None:
    assert RULE.places(root_with(tmp_path, lists, status="adopted")) == []


def test_another_agenda_or_none_is_not_judged_by_these_lists(tmp_path: Path) -> None:
    assert RULE.places(root_with(tmp_path, OTHERS, status="adopted", agenda="2026")) == []
    assert RULE.places(root_with(tmp_path, OTHERS, status="parked", agenda=None)) == []


def test_it_counts_from_the_agenda_that_the_partnership_says(tmp_path: Path) -> None:
    root = root_with(tmp_path, OTHERS, status="adopted")
    path = root / "regie.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("rules: {", "rules: {status-without-decision: {from: 2027}, "), "utf-8")
    assert RULE.finding(root).values["id"] == "access"
    path.write_text(text.replace("rules: {", "rules: {status-without-decision: {from: 2028}, "), "utf-8")
    assert RULE.places(root) == []
