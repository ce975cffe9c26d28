"""What could be pruned, names that look alike, shared suppliers, and contracts that end together."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.landscape.similar_names import similar_names
from icteregie.analysis.landscape.suppliers import shared_suppliers
from tests.desk import initiative, regie
from tests.landscape_files import application, landscape, landscapes, run_by

MEMBERS = ("amsterdam", "rotterdam", "den-haag", "utrecht")


def said(root: Path, *words: str) -> str:
    done = regie("landscape", "-C", root, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def part(root: Path, name: str, *words: str) -> Any:
    return json.loads(said(root, "--part", name, "--format", "json", *words))[name]


def pruned(root: Path, *words: str) -> list[tuple[str, list[str], list[str]]]:
    return [
        (each["reason"], each["applications"], each["initiatives"]) for each in part(root, "pruning", *words)
    ]


# The pruning list.


def test_two_for_one_component_at_one_member(tmp_path: Path) -> None:
    two = landscape(a=application("A"), b=application("B", stage="ending", initiative="weg"))
    others = {"weg": initiative()}
    root = landscapes(tmp_path, {"utrecht": two, "rotterdam": landscape(a=application("A"))}, others)
    assert pruned(root) == [("twice", ["utrecht/a", "utrecht/b"], [])]
    assert "2 voor Zaakregistratie: a (A) en b (B)" in said(root)


def test_what_is_planned_or_gone_is_not_beside_it(tmp_path: Path) -> None:
    files = {
        "utrecht": landscape(
            a=application("A"), b=application("B", stage="planned"), c=application("C", stage="gone", users=0)
        )
    }
    assert pruned(landscapes(tmp_path, files)) == []


def test_0_users_is_not_unknown(tmp_path: Path) -> None:
    files = {
        "utrecht": landscape(
            a=application("A", users=0),
            b=application("B", components="[letters]"),
            c=application("C", components="[identity]", users=1),
        )
    }
    root = landscapes(tmp_path, files)
    assert pruned(root) == [("no-users", ["utrecht/a"], [])]
    assert "a (A) heeft 0 gebruikers" in said(root)


ENDING = {"utrecht": landscape(a=application("A", stage="ending", initiative="samen"))}


@pytest.mark.parametrize(
    ("others", "is_listed"),
    [
        ({}, True),
        ({"samen": initiative(status="idea", agenda=None)}, True),
        ({"samen": initiative(status="rejected")}, True),
        ({"samen": initiative()}, False),
        ({"samen": "title: [\n"}, False),
        ({"ander": initiative(retires="[case-registry]")}, False),
        ({"ander": initiative(retires="[case-registry]", participants="[amsterdam, rotterdam]")}, True),
        ({"ander": initiative(retires="[letters]")}, True),
    ],
)
def test_what_is_ending_needs_an_initiative_that_is_meant(
    tmp_path: Path, others: dict[str, str], *, is_listed: bool
) -> None:
    found = pruned(landscapes(tmp_path, ENDING, others))
    assert (("ending-without-initiative", ["utrecht/a"], []) in found) is is_listed


def test_what_is_retired_by_name_is_listed_with_who_retires_it(tmp_path: Path) -> None:
    others = {
        "weg": initiative(retires="[utrecht/a]"),
        "oud": initiative(retires="[utrecht/a]", status="parked"),
        "breed": initiative(retires="[case-registry]"),
    }
    root = landscapes(tmp_path, {"utrecht": landscape(a=application("A", stage="ending"))}, others)
    assert pruned(root) == [("retired", ["utrecht/a"], ["weg"])]
    assert "a (A) wordt uitgezet door weg" in said(root)


def test_a_choice_shows_fewer_of_them(tmp_path: Path) -> None:
    files = {
        "utrecht": landscape(
            a=application("A", users=0), b=application("B", users=0, components="[letters]")
        ),
        "rotterdam": landscape(c=application("C", users=0)),
    }
    root = landscapes(tmp_path, files)
    assert [each[1] for each in pruned(root, "--member", "utrecht", "--component", "letters")] == [
        ["utrecht/b"]
    ]


# Names that look alike.


def pairs(*names: str) -> list[tuple[str, str]]:
    runs = [run_by(member, name) for name in names for member in ("utrecht",)]
    return [(each.first.name, each.second.name) for each in similar_names(runs)]


@pytest.mark.parametrize("other", ["Zaakwijz", "Zaakwijs.", "Zaak-wijs", "Zakwijs"])
def test_names_that_look_alike_are_listed_and_are_two_products(other: str) -> None:
    assert {*pairs("Zaakwijs", other, "Mozaïek", "Boekhoudpakket")[0]} == {"Zaakwijs", other}


@pytest.mark.parametrize("other", ["ZAAK WIJS", "Zaakwijs 2", "Mozaïek", "Zaaksysteem"])
def test_one_product_another_number_or_another_name_is_not_listed(other: str) -> None:
    assert pairs("Zaakwijs", other) == []


def test_of_three_that_differ_in_one_letter_none_is_missed() -> None:
    found = pairs("Kantoorpak", "Kantoorpek", "Kantoorpik")
    assert {name for pair in found for name in pair} == {"Kantoorpak", "Kantoorpek", "Kantoorpik"}


def test_one_letter_of_six_is_a_slip_and_one_of_five_another_name() -> None:
    assert pairs("Mapjen", "Mapjes") == [("Mapjen", "Mapjes")]
    assert pairs("Mapje", "Mappe") == []


def test_suite_11_does_not_look_like_suite_12() -> None:
    assert pairs("Kantoorsuite 11", "Kantoorsuite 12") == []


def test_names_are_shown_with_who_run_them(tmp_path: Path) -> None:
    files = {
        "amsterdam": landscape(a=application("Zaakwijs")),
        "utrecht": landscape(b=application("Zaakwijz")),
    }
    root = landscapes(tmp_path, files)
    assert "«Zaakwijs» (Amsterdam) en «Zaakwijz» (Utrecht)" in said(root)
    assert [each["product"] for each in part(root, "names")[0]] == ["Zaakwijs", "Zaakwijz"]


# Suppliers.


def test_a_supplier_is_one_whatever_its_spelling_and_legal_form() -> None:
    runs = [
        run_by("amsterdam", "A", supplier="Voorbeeld BV"),
        run_by("rotterdam", "B", supplier="VOORBEELD b.v."),
        run_by("utrecht", "A", supplier="Voorbeeld BV"),
        run_by("utrecht", "C", supplier="Ander"),
        run_by("utrecht", "D"),
    ]
    (shared,) = shared_suppliers(runs)
    assert (shared.name, shared.members) == ("Voorbeeld BV", ("amsterdam", "rotterdam", "utrecht"))
    assert [product.name for product in shared.products] == ["A", "B"]


def test_a_supplier_of_one_member_is_not_shared() -> None:
    assert (
        shared_suppliers([run_by("utrecht", "A", supplier="X"), run_by("utrecht", "B", "b", supplier="X")])
        == ()
    )


SUPPLIED = {
    "amsterdam": landscape(a=application("A", supplier="Voorbeeld BV", yearly=71717, users=3)),
    "utrecht": landscape(a=application("B", supplier="voorbeeld", components="[letters]")),
}


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_what_a_supplier_gets_stays_in_git_unless_it_is_asked_for(tmp_path: Path, form: str) -> None:
    root = landscapes(tmp_path, SUPPLIED)
    words = ("--part", "suppliers", "--format", form)
    assert "71717" not in said(root, *words).replace(".", "")
    assert "71717" in said(root, *words, "--with", "prices").replace(".", "")


@given(st.permutations([run_by(m, "A", supplier=s) for m in MEMBERS for s in ("X BV", "x", "Y")]))
def test_the_order_of_files_changes_no_supplier(runs: list[Any]) -> None:
    assert [(each.key, each.name, {*each.members}) for each in shared_suppliers(runs)] == [
        ("x", "X BV", {*MEMBERS}),
        ("y", "Y", {*MEMBERS}),
    ]


# Contracts.


def ending(end: str, **keys: object) -> str:
    return application(f"P {keys.get('supplier')}", contract=f"{{end: {end}}}", **keys)


def test_contracts_of_one_supplier_or_one_component_end_together(tmp_path: Path) -> None:
    files = {
        "amsterdam": landscape(
            a=ending("2027-01-01", supplier="X BV", components="[letters]"),
            b=ending("2028-01-01", supplier="Y"),
        ),
        "utrecht": landscape(a=ending("2027-07-03", supplier="x"), b=ending("2028-07-02", supplier="Z")),
    }
    root = landscapes(tmp_path, files)
    assert [(e["suppliers"], e["components"], e["applications"]) for e in part(root, "contracts")] == [
        (["X BV"], [], ["amsterdam/a", "utrecht/a"]),
        ([], ["case-registry"], ["utrecht/a", "amsterdam/b"]),
        ([], ["case-registry"], ["amsterdam/b", "utrecht/b"]),
    ]


def test_one_group_with_both_in_common_is_there_once(tmp_path: Path) -> None:
    files = {m: landscape(a=ending("2027-01-01", supplier="X")) for m in ("amsterdam", "utrecht")}
    root = landscapes(tmp_path, files)
    (found,) = part(root, "contracts")
    assert (found["suppliers"], found["components"]) == (["X"], ["case-registry"])
    (row,) = csv.DictReader(io.StringIO(said(root, "--part", "contracts", "--format", "csv")))
    assert row == {
        "first": "2027-01-01",
        "last": "2027-01-01",
        "suppliers": "X",
        "components": "case-registry",
        "members": "amsterdam utrecht",
        "applications": "amsterdam/a utrecht/a",
    }
    assert "X, Zaakregistratie" in said(root, "--part", "contracts")


def test_the_threshold_of_the_partnership_counts(tmp_path: Path) -> None:
    files = {
        "amsterdam": landscape(a=ending("2027-01-01", supplier="X")),
        "utrecht": landscape(a=ending("2027-01-11", supplier="X")),
    }
    root = landscapes(tmp_path, files)
    text = (root / "regie.yaml").read_text("utf-8")
    for days, count in ((9, 0), (10, 1)):
        (root / "regie.yaml").write_text(f"{text}thresholds: {{contracts_together: {days}}}\n", "utf-8")
        assert len(part(root, "contracts")) == count


# How much is shown.


def test_of_a_long_list_the_document_shows_the_first_rows_and_how_many_more(tmp_path: Path) -> None:
    many = {f"a{n:03}": application("A", users=0, components="[]") for n in range(25)}
    root = landscapes(tmp_path, {"utrecht": landscape(**many)})
    assert "a019 (A)" in said(root)
    assert "a020 (A)" not in said(root)
    assert "En nog 5; regie landscape --part pruning toont alles." in said(root)
    assert "a024 (A)" in said(root, "--part", "pruning")


def test_a_section_of_which_there_is_nothing_says_so(tmp_path: Path) -> None:
    output = said(landscapes(tmp_path, {"utrecht": landscape(a=application("A"))}), "--part", "pruning")
    assert "Hier is niets te melden over wie een landschap heeft." in output
    assert "Niet beoordeeld: geen landschap van Amsterdam, Rotterdam en Den Haag." in output
