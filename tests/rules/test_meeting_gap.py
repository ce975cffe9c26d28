"""How many days lie between advice and decision."""

from datetime import date
from pathlib import Path

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
