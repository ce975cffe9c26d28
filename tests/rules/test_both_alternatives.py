"""Two alternatives that are both planned."""

from pathlib import Path

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule

RULE = SingleRule("both-alternatives")


def test_alternatives_that_name_each_other_are_told_once(tmp_path: Path) -> None:
    files = {"buy": initiative(alternative_to="[make]"), "make": initiative(alternative_to="[buy]")}
    assert RULE.places(portfolio(tmp_path, files)) == [
        ("both-alternatives", "", "initiatives/buy.yaml", 10, 18)
    ]
