"""Members that take part in a domain without a client there."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.domains import directed
from tests.rules.single import SingleRule

RULE = SingleRule("no-client")

FOUR = "clients: {amsterdam: CISO, rotterdam: CISO, den-haag: CISO, utrecht: CISO}"
BASE = "name: Toegang, director: utrecht, supplier: cloud"


def found(root: Path, domain: str, **keys: str | None) -> list[tuple[str, object]]:
    made = portfolio(root, {"scim": initiative(**{"domain": "access", **keys})}, directed(domain))
    return [(finding.wording, finding.values["ids"]) for finding in RULE.findings(made)]


def test_who_takes_part_without_a_client_is_named(tmp_path: Path) -> None:
    domain = BASE + ", " + FOUR.replace("rotterdam: CISO, ", "")
    assert found(tmp_path, domain) == [("one", ("rotterdam",))]
    assert found(tmp_path / "none", BASE) == [("", ("amsterdam", "rotterdam", "den-haag", "utrecht"))]


def test_who_takes_no_part_needs_none(tmp_path: Path) -> None:
    domain = BASE + ", clients: {utrecht: CISO}"
    assert found(tmp_path, domain, participants="[utrecht]", submitter="utrecht") == []


@pytest.mark.parametrize(
    ("status", "agenda", "is_found"),
    [("idea", None, False), ("parked", "2027", False), ("proposal", "2027", True), ("running", "2027", True)],
)
def test_only_what_asks_or_has_a_place_counts(
    tmp_path: Path, status: str, agenda: str | None, is_found: object
) -> None:
    assert bool(found(tmp_path, BASE, status=status, agenda=agenda)) == is_found


def test_with_a_client_of_each_it_is_silent(tmp_path: Path) -> None:
    assert found(tmp_path, f"{BASE}, {FOUR}") == []
