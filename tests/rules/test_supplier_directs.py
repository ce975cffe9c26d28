"""Director and supplier that are one party: by id, by name, or without a client between them."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.domains import directed
from tests.rules.single import SingleRule

RULE = SingleRule("supplier-directs")

CLIENTS = ", clients: {utrecht: CISO}"


def reported(root: Path, domain: str, parties: str, more: str = "") -> list[str]:
    made = portfolio(root, {"access": initiative()}, directed(domain, parties, more))
    return [finding.wording for finding in RULE.findings(made)]


def parties(name: str, kind: str = "own") -> str:
    return f"parties: {{coop: {{name: '{name}', kind: {kind}}}}}\n"


def test_one_id_is_reported_at_the_supplier(tmp_path: Path) -> None:
    domain = "name: Toegang, director: utrecht, supplier: utrecht"
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, directed(domain)))
    assert (finding.wording, finding.values["supplier"]) == ("", "Utrecht")
    assert finding.place.excerpt.index("supplier: utrecht") + len("supplier: ") == finding.place.column - 1


@pytest.mark.parametrize(
    "name",
    ["Utrecht", "Gemeente Utrecht", "gemeente  UTRECHT", "Utrecht B.V.", "stad Utrecht", "utrecht u.a."],
)
def test_a_member_under_another_name_is_one_party(tmp_path: Path, name: str) -> None:
    found = reported(
        tmp_path, "name: Toegang, director: utrecht, supplier: coop", parties(name, "host-member")
    )
    assert found == ["same-name"]


def test_a_cooperative_that_is_both_a_body_and_a_party_is_found(tmp_path: Path) -> None:
    domain = "name: Toegang, director: board, supplier: coop" + CLIENTS
    body = "  board: {name: Cooperatie De Vier Steden, role: decides}\n"
    text = directed(domain, parties("Coöperatie De Vier Steden U.A.")).replace(
        "bodies:\n", f"bodies:\n{body}"
    )
    finding = RULE.finding(portfolio(tmp_path, {"access": initiative()}, text))
    assert (finding.wording, finding.values["director"]) == ("same-name", "Cooperatie De Vier Steden")


@pytest.mark.parametrize("name", ["Utrechtse Heuvelrug", "Nieuw Utrecht", "Cloud"])
def test_another_name_is_another_party(tmp_path: Path, name: str) -> None:
    assert reported(tmp_path, "name: Toegang, director: utrecht, supplier: coop", parties(name)) == []


@pytest.mark.parametrize(
    ("director", "kind", "clients", "found"),
    [
        ("partnership", "own", "", ["own-without-client"]),
        ("partnership", "own", CLIENTS, []),
        ("partnership", "market", "", []),
        ("utrecht", "own", "", []),
    ],
)
def test_all_together_and_their_own_organisation_need_a_client_between_them(
    tmp_path: Path, director: str, kind: str, clients: str, found: list[str]
) -> None:
    domain = f"name: Toegang, director: {director}, supplier: coop{clients}"
    assert reported(tmp_path, domain, parties("Coöperatie De Vier Steden", kind)) == found


def test_without_parties_or_mandate_it_is_silent(tmp_path: Path) -> None:
    assert reported(tmp_path, "name: Toegang, director: utrecht, supplier: utrecht", "") == []
