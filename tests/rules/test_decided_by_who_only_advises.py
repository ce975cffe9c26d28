"""Who may decide: a body that decides, and a mandate; and where a decision belongs."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("decided-by-who-only-advises")
DECIDED = "agenda: 2027\ndecisions: [{initiatives: [access], decision: adopt}]\n"
BOARD = "2026-09-24-innovation-board"


def listed(root: Path, name: str, text: str = DECIDED, partnership: str = PARTNERSHIP) -> Path:
    return portfolio(root, {"access": initiative(), f"decisions/{name}.yaml": text}, partnership)


def test_the_decisions_of_who_advises_are_reported(tmp_path: Path) -> None:
    root = listed(tmp_path, BOARD)
    assert RULE.places(root) == [(RULE.name, "guess", f"decisions/{BOARD}.yaml", 2, 1)]
    assert RULE.finding(root).values == {"body": "Innovatieoverleg", "guess": "2026-10-08-directors"}


def test_without_a_later_meeting_that_decides_none_is_named(tmp_path: Path) -> None:
    earlier = PARTNERSHIP.replace("date: 2026-10-08}", "date: 2026-09-23}")
    finding = RULE.finding(listed(tmp_path, BOARD, partnership=earlier))
    assert (finding.wording, finding.values) == ("", {"body": "Innovatieoverleg"})


@pytest.mark.parametrize("name", ["2026-10-08-directors", "2026-10-09-mandate-income"])
def test_who_decides_may(tmp_path: Path, name: str) -> None:
    assert RULE.places(listed(tmp_path, name)) == []


def test_who_advises_may_advise(tmp_path: Path) -> None:
    assert RULE.places(listed(tmp_path, BOARD, "agenda: 2027\nadvice: [{initiatives: [access]}]\n")) == []


def test_of_a_meeting_that_is_not_there_only_that_is_said(tmp_path: Path) -> None:
    root = listed(tmp_path, "2026-09-25-innovation-board")
    assert RULE.places(root) == []
    assert SingleRule("unknown-meeting").finding(root).rule == "unknown-meeting"
