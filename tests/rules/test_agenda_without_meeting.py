"""Whether somebody meets on the days of an agenda, and how far the calendar is known."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("agenda-without-meeting")
FILES = {"access": initiative()}
MEETINGS = PARTNERSHIP[PARTNERSHIP.index("meetings:\n") : PARTNERSHIP.index("agendas:\n")]


def with_meetings(*lines: str) -> str:
    return PARTNERSHIP.replace(MEETINGS, "".join(["meetings:\n", *(f"  - {{{line}}}\n" for line in lines)]))


def test_a_day_on_which_they_meet_is_fine(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, FILES)) == []


@pytest.mark.parametrize(
    ("moment", "new", "bodies", "nearest"),
    [
        ("advice", "2026-09-23", ("Innovatieoverleg",), date(2026, 9, 24)),
        ("decision", "2026-10-09", ("Directeuren",), date(2026, 10, 8)),
    ],
)
def test_one_day_beside_a_meeting_is_reported(
    tmp_path: Path, moment: str, new: str, bodies: tuple[str, ...], nearest: date
) -> None:
    root = portfolio(tmp_path, FILES, re.sub(f"    {moment}: .*", f"    {moment}: {new}", PARTNERSHIP))
    finding = RULE.finding(root)
    assert (finding.rule, finding.place.file, text_at(finding)) == (
        "agenda-without-meeting",
        "regie.yaml",
        new,
    )
    assert finding.values == {
        "year": 2027,
        "moment": moment,
        "day": date.fromisoformat(new),
        "bodies": bodies,
        "nearest": nearest,
    }


def test_the_other_body_is_not_the_one_that_decides(tmp_path: Path) -> None:
    calendar = with_meetings(
        "body: innovation-board, date: 2026-09-24",
        "body: innovation-board, date: 2026-10-08",
        "body: directors, date: 2026-10-22",
    )
    finding = RULE.finding(portfolio(tmp_path, FILES, calendar))
    assert (text_at(finding), finding.values["nearest"]) == ("2026-10-08", date(2026, 10, 22))


def test_of_a_year_without_meetings_nothing_is_said(tmp_path: Path) -> None:
    earlier = with_meetings("body: innovation-board, date: 2025-12-31", "body: directors, date: 2025-12-31")
    assert RULE.places(portfolio(tmp_path, FILES, earlier)) == []


def test_without_a_calendar_nothing_is_said(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, FILES, PARTNERSHIP.replace(MEETINGS, ""))) == []


def test_late_days_are_compared_up_to_the_last_meeting(tmp_path: Path) -> None:
    calendar = with_meetings(
        "body: innovation-board, date: 2026-09-24",
        "body: directors, date: 2026-10-08",
        "body: directors, date: 2026-11-13",
    )
    finding = RULE.finding(portfolio(tmp_path, FILES, calendar))
    assert (finding.values["moment"], text_at(finding)) == ("late_decision", "2026-11-12")
