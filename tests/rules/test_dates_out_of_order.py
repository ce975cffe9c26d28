"""The dates of an agenda, each compared with the one before it."""

from pathlib import Path

from tests.desk import PARTNERSHIP, initiative, portfolio
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("dates-out-of-order")


def test_two_dates_on_the_same_day_are_in_order(tmp_path: Path) -> None:
    same = PARTNERSHIP.replace("    late_decision: 2026-11-12", "    late_decision: 2026-10-29")
    assert RULE.places(portfolio(tmp_path, {"access": initiative()}, same)) == []


def test_a_date_before_the_one_it_follows_is_told(tmp_path: Path) -> None:
    turned = PARTNERSHIP.replace("    late_advice: 2026-10-29", "    late_advice: 2026-10-07")
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, turned))
    assert (finding.rule, finding.place.file, text_at(finding)) == (
        "dates-out-of-order",
        "regie.yaml",
        "2026-10-07",
    )
    assert (finding.values["before"], finding.values["after"]) == ("decision", "late_advice")


def test_a_date_that_is_left_out_is_passed_over(tmp_path: Path) -> None:
    short = PARTNERSHIP.replace("    late_advice: 2026-10-29\n", "").replace(
        "    late_decision: 2026-11-12", "    late_decision: 2026-10-07"
    )
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, short))
    assert (finding.values["before"], finding.values["after"]) == ("decision", "late_decision")
