"""Two alternatives that are both planned."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("both-alternatives")


def test_alternatives_that_name_each_other_are_told_once(tmp_path: Path) -> None:
    files = {"buy": initiative(alternative_to="[make]"), "make": initiative(alternative_to="[buy]")}
    assert RULE.places(portfolio(tmp_path, files)) == [
        ("both-alternatives", "", "initiatives/buy.yaml", 10, 18)
    ]


@pytest.mark.parametrize("changes", [{"agenda": "2028"}, {"status": "parked"}])
def test_alternatives_of_which_one_asks_for_this_agenda_are_no_choice(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    files = {"buy": initiative(alternative_to="[make]"), "make": initiative(**changes)}
    assert RULE.places(portfolio(tmp_path, files)) == []


def test_an_alternative_that_is_not_there_is_left_to_its_own_finding(tmp_path: Path) -> None:
    assert RULE.places(portfolio(tmp_path, {"buy": initiative(alternative_to="[make]")})) == []
