"""Knowledge that hangs on one person or on the supplier, and members that are short of experts."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.domains import directed
from tests.rules.single import SingleRule, text_at

RULE = SingleRule("no-expertise")


def found(root: Path, experts: str, supplier: str = "cloud") -> list[tuple[str, str]]:
    domain = f"name: Toegang, director: utrecht, supplier: {supplier}, experts: {experts}"
    made = portfolio(root, {"access": initiative()}, directed(domain))
    return [(each.wording, text_at(each)) for each in RULE.findings(made)]


@pytest.mark.parametrize(
    ("experts", "wanted"),
    [
        ("{amsterdam: 1, rotterdam: 0, den-haag: 0, utrecht: 0}", [("", "experts")]),
        ("{amsterdam: 2, rotterdam: 0, den-haag: 0, utrecht: 0}", []),
        ("{amsterdam: 1, rotterdam: 1, den-haag: 0, utrecht: 0}", []),
        ("{amsterdam: 0, rotterdam: 0, den-haag: 0, utrecht: 0}", [("supplier-only", "experts")]),
        ("{amsterdam: 1}", []),
        ("{}", []),
        ("{amsterdam: {now: 2, needed: 3, by: 2026-09-24}}", []),
        ("{amsterdam: {now: 2, needed: 3, by: 2026-09-23}}", [("since", "amsterdam")]),
        ("{amsterdam: {now: 2, needed: 3}}", [("short", "amsterdam")]),
        ("{amsterdam: {now: 3, needed: 3, by: 2026-09-23}}", []),
    ],
)
def test_at_the_edges(tmp_path: Path, experts: str, wanted: list[tuple[str, str]]) -> None:
    assert found(tmp_path, experts) == wanted


def test_what_only_the_member_that_supplies_knows_is_the_suppliers(tmp_path: Path) -> None:
    experts = "{amsterdam: 3, rotterdam: 0, den-haag: 0, utrecht: 0}"
    assert found(tmp_path, experts, supplier="amsterdam") == [("supplier-only", "experts")]
