"""A receipt on the day on which a file was opened, a day before, in the future, and of what isn't there."""

import json
from pathlib import Path

import pytest

from tests import desk
from tests.desk import initiative, portfolio, regie
from tests.gitrepo import IN_GIT, started, text
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("doubtful-receipt")


def recording(partnership: str, received: str) -> str:
    return partnership.replace("    advice:", f"    received: {{{received}}}\n    advice:", 1)


def test_the_receipt_of_what_nobody_filed_is_reported_at_its_id(tmp_path: Path) -> None:
    partnership = recording(desk.PARTNERSHIP, "acces: 2026-06-28")
    root = portfolio(tmp_path, {"access": initiative()}, partnership)
    line = 1 + partnership.splitlines().index("    received: {acces: 2026-06-28}")
    assert RULE.places(root) == [("doubtful-receipt", "unknown", "regie.yaml", line, 16)]


@pytest.mark.parametrize(("day", "found"), [("2026-09-24", []), ("2026-09-25", ["future"])])
def test_a_receipt_today_is_fine_and_one_tomorrow_is_not(tmp_path: Path, day: str, found: list[str]) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, recording(desk.PARTNERSHIP, f"access: {day}"))
    assert [wording for _, wording, *_ in RULE.places(root)] == found


@pytest.mark.parametrize(("day", "found"), [("2026-06-28", []), ("2026-06-27", ["doubtful-receipt"])])
def test_before_the_file_was_opened_nothing_can_be_received(
    tmp_path: Path, day: str, found: list[str]
) -> None:
    work = started(tmp_path)
    work.branch("utrecht")
    work.commit("2026-06-28", {"access": text()})
    work.merge("2026-09-01", "utrecht")
    work.commit("2026-09-02", {"regie.yaml": recording(IN_GIT, f"access: {day}")})
    words = ("--format", "json", "--rule", "doubtful-receipt", "--today", "2026-09-24")
    done = regie("validate", "-C", work.folder, *words)
    assert [finding["rule"] for finding in json.loads(done.stdout)["findings"]] == found


@pytest.mark.parametrize(
    ("received", "wording"),
    [("old: 2026-06-28", "renamed"), ("old: 2026-06-28, new: 2026-06-28", "renamed-and-named")],
)
def test_the_receipt_of_an_old_id_says_what_it_is_called_now(
    tmp_path: Path, received: str, wording: str
) -> None:
    partnership = recording(desk.PARTNERSHIP, received)
    finding = RULE.finding(portfolio(tmp_path, {"new": initiative(formerly="[old]")}, partnership))
    assert (finding.wording, text_at(finding)) == (wording, "old")
    assert finding.values == {"id": "old", "year": 2027, "now": "new"}
