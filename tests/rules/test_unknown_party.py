"""Who can direct and supply a domain, and which name was meant."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.domains import directed
from tests.rules.single import SingleRule

RULE = SingleRule("unknown-party")


@pytest.mark.parametrize(
    "domain",
    [
        "name: Toegang, director: utrecht, supplier: cooperative",
        "name: Toegang, director: directors, supplier: amsterdam",
        "name: Toegang, director: partnership, supplier: cloud",
        "name: Toegang",
    ],
)
def test_a_member_a_body_that_decides_or_all_direct_and_a_party_or_member_supplies(
    tmp_path: Path, domain: str
) -> None:
    assert RULE.places(portfolio(tmp_path, {"access": initiative()}, directed(domain))) == []


@pytest.mark.parametrize(
    ("domain", "wording", "guess"),
    [
        ("name: Toegang, director: utrech, supplier: cooperative", "guess", "utrecht"),
        ("name: Toegang, director: Gemeente Utrecht, supplier: cooperative", "guess", "utrecht"),
        ("name: Toegang, director: Zeeland, supplier: cooperative", "", None),
        ("name: Toegang, director: innovation-board, supplier: cooperative", "advises", None),
        ("name: Toegang, director: cloud, supplier: cooperative", "supplies", None),
        ("name: Toegang, director: utrecht, supplier: cooperatief", "supplier-guess", "cooperative"),
        ("name: Toegang, director: utrecht, supplier: cloud b.v.", "supplier-guess", "cloud"),
        ("name: Toegang, director: utrecht, supplier: nog aan te besteden", "supplier", None),
    ],
)
def test_another_is_reported_with_who_was_meant(
    tmp_path: Path, domain: str, wording: str, guess: str | None
) -> None:
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, directed(domain)))
    assert (finding.wording, finding.values.get("guess")) == (wording, guess)
    written = str(finding.values["name"])
    column = finding.place.column - 1
    assert finding.place.excerpt[column : column + len(written)] == written
    if guess:
        right = directed(domain.replace(written, guess))
        assert RULE.places(portfolio(tmp_path / "again", {"access": initiative()}, right)) == []


def test_without_parties_or_mandate_they_are_words(tmp_path: Path) -> None:
    words = directed("name: Toegang, director: wij, supplier: de markt", parties="")
    assert RULE.places(portfolio(tmp_path, {"access": initiative()}, words)) == []


def test_with_a_mandate_alone_only_the_director_is_looked_up(tmp_path: Path) -> None:
    words = directed(
        "name: Toegang, director: wij, supplier: de markt, mandate: {one_off: 1, recurring: 1}", parties=""
    )
    assert RULE.finding(portfolio(tmp_path, {"access": initiative()}, words)).values["name"] == "wij"
