"""A domain that nobody directs, where the portfolio says who does."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.domains import directed
from tests.rules.single import SingleRule

RULE = SingleRule("no-director")


def test_a_domain_without_a_director_is_reported_at_its_id(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()}, directed("name: Toegang, supplier: cloud"))
    finding = RULE.finding(root)
    assert finding.place.excerpt[finding.place.column - 1 : finding.place.end_column - 1] == "access"
    assert finding.values["domain"] == "Toegang"


@pytest.mark.parametrize(
    "partnership",
    [directed("name: Toegang, director: utrecht"), directed("name: Toegang", parties="")],
)
def test_with_one_or_where_nobody_says_who_directs_it_is_silent(tmp_path: Path, partnership: str) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative()}, partnership)) == []
