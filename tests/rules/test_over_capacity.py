"""Exactly the hours of a team, and an hour more."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("over-capacity")


def test_exactly_the_hours_of_a_team_is_enough(tmp_path: Path) -> None:
    files = {
        "one": initiative(effort="{platform: {2027-Q1: 1400}}"),
        "two": initiative(effort="{platform: {2027-Q1: 1000}}"),
    }
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_hours_of_a_month_and_a_day_count_in_their_quarter(tmp_path: Path) -> None:
    effort = "{platform: {2027-Q1: 1000, 2027-03: 1000, 2027-03-31: 400, 2027-04: 2400}}"
    files = {"one": initiative(effort=effort), "two": initiative(effort="{platform: {2027-01: 1}}")}
    finding = RULE.finding(portfolio(tmp_path, files))
    assert (finding.rule, finding.place.file) == ("over-capacity", "regie.yaml")
    assert finding.place.excerpt.strip() == "capacity: {platform: 2400}"
    assert finding.values == {
        "team": "Team Platform",
        "quarter": "2027-Q1",
        "asked": 2401,
        "room": 2400,
        "excess": 1,
        "asking": ("one (2400)", "two (1)"),
    }


def test_hours_of_an_idea_do_not_count(tmp_path: Path) -> None:
    files = {"one": initiative(status="idea", agenda=None, effort="{platform: {2027-Q1: 9999}}")}
    assert RULE.places(portfolio(tmp_path, files)) == []
