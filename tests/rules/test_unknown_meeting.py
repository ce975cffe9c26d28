"""Which names of lists of decisions are of a meeting, and which name was meant."""

from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("unknown-meeting")
LIST = "agenda: 2027\n"


def listed(root: Path, *names: str, partnership: str = PARTNERSHIP) -> Path:
    files = {f"decisions/{name}.yaml": LIST for name in names}
    return portfolio(root, {"access": initiative(), **files}, partnership)


@pytest.mark.parametrize(
    "name",
    [
        "2026-10-08-directors",
        "2026-09-24-innovation-board",
        "2026-10-09-mandate-income",
        "2026/2026-10-08-directors",
    ],
)
def test_a_meeting_or_a_mandate_is_fine(tmp_path: Path, name: str) -> None:
    assert RULE.places(listed(tmp_path, name)) == []


@pytest.mark.parametrize(
    ("name", "wording", "advised"),
    [
        ("besluiten", "", None),
        ("2026-02-30-directors", "", None),
        ("2026-10-09-directors", "no-meeting-guess", "2026-10-08-directors"),
        ("2026-10-08-director", "no-body-guess", "2026-10-08-directors"),
        ("2026-10-08-zorg", "no-body", None),
        ("2026-10-08-mandate-incom", "no-domain-guess", "2026-10-08-mandate-income"),
        ("2026-10-08-mandate-zorg", "no-domain", None),
        ("2026-10-08-mandate", "no-body", None),
    ],
)
def test_another_name_is_reported_with_the_one_that_was_meant(
    tmp_path: Path, name: str, wording: str, advised: str | None
) -> None:
    root = listed(tmp_path, name)
    assert RULE.places(root) == [("unknown-meeting", wording, f"decisions/{name}.yaml", 1, 1)]
    assert RULE.finding(root).values.get("guess") == advised
    if advised:
        (root / f"decisions/{name}.yaml").rename(root / f"decisions/{advised}.yaml")
        assert RULE.places(root) == []


def test_a_name_that_another_list_has_is_not_advised(tmp_path: Path) -> None:
    root = listed(tmp_path, "2026-10-08-directors", "2026-10-09-directors")
    (finding,) = RULE.findings(root)
    assert (finding.place.file, finding.wording) == ("decisions/2026-10-09-directors.yaml", "no-meeting")
    assert "guess" not in finding.values


def test_the_meeting_that_is_nearest_in_days_is_advised(tmp_path: Path) -> None:
    more = "  - {body: directors, date: 2026-10-30}\nagendas:"
    root = listed(tmp_path, "2026-10-20-directors", partnership=PARTNERSHIP.replace("agendas:", more, 1))
    assert RULE.finding(root).values["guess"] == "2026-10-30-directors"


def test_without_a_calendar_that_can_be_read_nothing_is_judged(tmp_path: Path) -> None:
    broken = PARTNERSHIP.replace("date: 2026-10-08}", "date: morgen}")
    found = RULE.findings(listed(tmp_path, "2026-10-09-directors", partnership=broken))
    assert [each.rule for each in found] == ["invalid-value"]
