"""How many days lie between advice and decision."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("meeting-gap")


def test_14_days_from_advice_to_decision_are_enough(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative()})) == []


def test_13_days_from_advice_to_decision_are_too_few(tmp_path: Path) -> None:
    meetings = PARTNERSHIP.replace("innovation-board, date: 2026-09-24", "innovation-board, date: 2026-09-25")
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, meetings))
    assert (finding.rule, finding.place.file, text_at(finding)) == ("meeting-gap", "regie.yaml", "2026-10-08")
    assert (finding.values["count"], finding.values["least"]) == (13, 14)
    assert (finding.values["advice"], finding.values["decision"]) == (date(2026, 9, 25), date(2026, 10, 8))


def test_advice_and_decision_twice_on_one_day_are_no_gap(tmp_path: Path) -> None:
    # What is advised after the directors decided is for their next meeting, not for that day.
    decision = "  - {body: directors, date: 2026-10-08}\n"
    again = "  - {body: innovation-board, date: 2026-10-08}\n"
    meetings = PARTNERSHIP.replace(decision, decision + again + decision)
    assert RULE.places(portfolio(tmp_path, {"access": initiative()}, meetings)) == []


def test_a_decision_without_any_advice_before_it_is_no_gap(tmp_path: Path) -> None:
    advice = "  - {body: innovation-board, date: 2026-09-24}\n"
    root = portfolio(tmp_path, {"access": initiative()}, PARTNERSHIP.replace(advice, ""))
    assert RULE.places(root) == []


def dates(advice: str, decision: str) -> str:
    """Write a partnership without a calendar, with these days for its agenda."""
    start, end = PARTNERSHIP.index("meetings:\n"), PARTNERSHIP.index("agendas:\n")
    bare = PARTNERSHIP[:start] + PARTNERSHIP[end:]
    return bare.replace("advice: 2026-09-24", f"advice: {advice}", 1).replace(
        "decision: 2026-10-08", f"decision: {decision}", 1
    )


@pytest.mark.parametrize(
    ("advice", "wording", "count"),
    [("2026-10-08", "agenda-same-day", 0), ("2026-10-07", "agenda", 1), ("2026-09-25", "agenda", 13)],
)
def test_too_few_days_on_an_agenda_are_reported(
    tmp_path: Path, advice: str, wording: str, count: int
) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, dates(advice, "2026-10-08")))
    assert (finding.rule, finding.wording, text_at(finding)) == ("meeting-gap", wording, "2026-10-08")
    assert (finding.values["year"], finding.values["count"], finding.values["least"]) == (2027, count, 14)


def test_14_days_on_an_agenda_are_enough(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, dates("2026-09-24", "2026-10-08"))
    assert RULE.places(root) == []


def test_a_decision_before_its_advice_is_another_mistake(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, dates("2026-10-09", "2026-10-08"))
    assert RULE.places(root) == []


def test_late_initiatives_need_their_days_too(tmp_path: Path) -> None:
    late = PARTNERSHIP.replace("late_advice: 2026-10-29", "late_advice: 2026-10-30")
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, late))
    assert (finding.values["before"], finding.values["after"]) == ("late_advice", "late_decision")
    assert (finding.values["count"], text_at(finding)) == (13, "2026-11-12")


def test_what_the_meetings_tell_is_not_told_again(tmp_path: Path) -> None:
    close = PARTNERSHIP.replace("2026-09-24", "2026-09-25")
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, close))
    assert (finding.wording, finding.values["count"], finding.place.line) == ("", 13, 19)
