"""``regie landscape``: what members run against each other, in every format, without what stays in git."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from icteregie.cli.commands import LANDSCAPE_PARTS
from icteregie.render.landscape.sections import SECTIONS
from tests.desk import initiative, portfolio, regie
from tests.landscape_files import FOUR, application, landscape, landscapes

LEAVING_GIT = ("json", "csv", "md")
FILES = {
    "amsterdam": landscape(
        zaak=application("Zaakwijs", supplier="Voorbeeld BV", version='"12.4"', users=1200, yearly=480111),
        map=application("Mapje", supplier="Derde BV", users=100, yearly=60333),
        brief=application("Briefje", components="[letters]", users=10, yearly=7013, supplier="Post BV"),
    ),
    "rotterdam": landscape(
        zaken=application("zaak wijs", supplier="VOORBEELD", version='"11.9"', users=800),
        adressen=application("Adresboek", components="[]", users=3),
    ),
    "utrecht": landscape(
        zaken=application(
            "Dossier",
            supplier="Ander NV",
            users=300,
            yearly=90222,
            components="[case-registry, letters]",
            contract="{end: 2028-12-31}",
        )
    ),
}
EVERYTHING = ("480111", "60333", "7013", "90222", "12.4", "11.9")
"""The amounts of single suppliers, and the versions."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return landscapes(tmp_path, FILES)


def said(root: Path, *words: str) -> str:
    done = regie("landscape", "-C", root, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def data(root: Path, *words: str) -> Any:
    return json.loads(said(root, "--format", "json", *words))


def component(root: Path, name: str, *words: str) -> Any:
    (found,) = (each for each in data(root, *words)["differences"] if each["component"] == name)
    return found


def test_each_component_has_its_products_the_most_common_first(root: Path) -> None:
    found = component(root, "case-registry")
    assert [(each["product"], each["members"], each["users_percent"]) for each in found["products"]] == [
        ("Zaakwijs", ["amsterdam", "rotterdam"], 83),
        ("Dossier", ["utrecht"], 13),
        ("Mapje", ["amsterdam"], 4),
    ]
    assert found["touched"]["applications"] == ["utrecht/zaken", "amsterdam/map"]
    assert found["touched"]["contracts"] == 1


def test_a_total_counts_an_application_of_two_components_once_and_says_so(root: Path) -> None:
    totals = data(root)["totals"]
    assert (totals["applications"], totals["users"], totals["of_several_components"]) == (6, 2413, 1)
    assert "telt in de totalen één keer mee" in said(root)


def test_what_has_no_component_is_counted_and_compared_with_nothing(root: Path) -> None:
    assert data(root)["totals"]["of_no_component"] == 1
    assert "Eén applicatie hoort bij geen component en is met niets vergeleken." in said(root)


def test_a_member_without_a_landscape_is_not_judged(root: Path) -> None:
    assert data(root)["not_judged"] == ["den-haag"]
    for form in ("table", "md"):
        assert "Niet beoordeeld: geen landschap van Den Haag." in said(root, "--format", form)
        english = said(root, "--format", form, "--lang", "en").splitlines()
        assert "Not judged: no landscape of Den Haag." in english
    done = regie("landscape", "-C", root, "--format", "csv")
    assert "Niet beoordeeld: geen landschap van Den Haag." in done.stderr


@pytest.mark.parametrize(("until", "is_there"), [("2026-09-23", False), ("2026-09-24", True)])
def test_who_has_left_is_compared_with_nobody(tmp_path: Path, until: str, *, is_there: bool) -> None:
    root = landscapes(
        tmp_path, FILES, partnership=FOUR.replace("{name: Utrecht,", f"{{name: Utrecht, until: {until},")
    )
    report = data(root, "--today", "2026-09-24")
    assert ("utrecht" in report["judged"]) is is_there
    assert ("utrecht/zaken" in report["differences"][0]["applications"]) is is_there
    assert (report["not_judged"], report["unread"]) == (["den-haag"], [])


def test_a_file_that_cannot_be_read_is_named_and_its_member_has_one(tmp_path: Path) -> None:
    root = landscapes(tmp_path, {**FILES, "den-haag": "applications: [\n"})
    done = regie("landscape", "-C", root, "--format", "json")
    assert "landscape/den-haag.yaml" in done.stderr
    report = json.loads(done.stdout)
    assert (report["unread"], report["not_judged"]) == (["landscape/den-haag.yaml"], [])
    assert "Niet te lezen, en daarom niet meegeteld: landscape/den-haag.yaml." in said(root)


def test_a_portfolio_without_landscapes_says_where_they_go(tmp_path: Path) -> None:
    done = regie("landscape", "-C", portfolio(tmp_path, {"access": initiative()}))
    assert done.returncode == 0
    assert "landscape/utrecht.yaml" in done.stderr


@pytest.mark.parametrize("form", LEAVING_GIT)
@pytest.mark.parametrize("words", [(), ("--component", "case-registry"), ("--supplier", "ander")])
def test_versions_and_amounts_of_one_supplier_stay_in_git(
    root: Path, form: str, words: tuple[str, ...]
) -> None:
    output = said(root, "--format", form, *words).replace(".", "").replace(",", "")
    assert [secret for secret in EVERYTHING if secret.replace(".", "") in output] == []


@pytest.mark.parametrize(("shown", "expected"), [("versions", "12.4"), ("prices", "480.111")])
def test_they_are_shown_when_they_are_asked_for(root: Path, shown: str, expected: str) -> None:
    words = ("--component", "case-registry", "--format", "md")
    assert expected in said(root, *words, "--with", shown)


@pytest.mark.parametrize("expected", ["12.4", "480.111"])
def test_a_table_shows_them_to_who_has_the_files(root: Path, expected: str) -> None:
    assert expected in said(root, "--component", "case-registry")


def test_programs_get_them_too_when_they_are_asked_for(root: Path) -> None:
    first, *_ = component(root, "case-registry", "--with", "versions", "--with", "prices")["products"]
    assert (first["version_names"], first["yearly"], first["yearly_kept"]) == (
        ["11.9", "12.4"],
        480111,
        False,
    )
    first, *_ = component(root, "case-registry")["products"]
    assert (first["yearly"], first["yearly_kept"]) == (None, True)


def test_the_sum_of_three_suppliers_is_shown(root: Path) -> None:
    found = component(root, "case-registry")
    assert (found["yearly"], found["yearly_unknown"]) == (630666, 1)
    assert "€ 630.666 (van 1 applicatie onbekend)" in said(root)


def test_no_sum_that_is_shown_says_by_subtraction_what_one_supplier_gets(root: Path) -> None:
    report = data(root)
    letters, cases = report["differences"]
    assert (letters["yearly"], letters["yearly_kept"]) == (None, True)
    assert cases["yearly"] is not None
    assert [each["yearly"] for each in cases["products"]] == [None, None, None]
    assert (cases["touched"]["yearly"], cases["touched"]["yearly_kept"]) == (None, True)
    # All together less the case registry would be the one amount that is left: 7013.
    assert (report["totals"]["yearly"], report["totals"]["yearly_kept"]) == (None, True)
    assert data(root, "--with", "prices")["totals"]["yearly"] == 637679


def test_where_no_version_is_given_their_number_is_unknown(root: Path) -> None:
    (row,) = (line for line in said(root, "--part", "differences").splitlines() if line.startswith("Brieven"))
    assert row.split()[:4] == ["Brieven", "2", "onbekend", "Dossier"]


def test_what_stays_in_git_is_said_with_the_option_that_shows_it(root: Path) -> None:
    document = ("--format", "md")
    assert "Versies staan er niet bij (--with versions), en bedragen" in said(root, *document)
    assert "(--with prices)" in said(root, *document, "--with", "versions")
    assert "--with" not in said(root, *document, "--with", "versions", "--with", "prices")
    assert "--with" not in said(root)


@pytest.mark.parametrize(
    ("words", "components"),
    [
        (("--member", "amsterdam"), ["letters", "case-registry"]),
        (("--member", "rotterdam"), ["case-registry"]),
        (("--member", "den-haag"), []),
        (("--supplier", "voorbeeld bv"), ["case-registry"]),
        (("--supplier", "post"), ["letters"]),
        (("--component", "letters"), ["letters"]),
    ],
)
def test_a_choice_shows_fewer_components_and_changes_no_figure(
    root: Path, words: tuple[str, ...], components: list[str]
) -> None:
    every = {each["component"]: each for each in data(root)["differences"]}
    assert data(root, *words)["differences"] == [every[name] for name in components]


@pytest.mark.parametrize(("option", "written"), [("--member", "utrech"), ("--component", "lettrs")])
def test_an_unknown_name_is_refused(root: Path, option: str, written: str) -> None:
    done = regie("landscape", "-C", root, option, written)
    assert (done.returncode, done.stdout) == (2, "")
    assert written in done.stderr


def test_a_supplier_that_nobody_has_is_said(root: Path) -> None:
    done = regie("landscape", "-C", root, "--supplier", "Nergens", "--format", "csv")
    assert "Geen applicatie die in gebruik is, past bij deze keuze." in done.stderr


def test_the_csv_has_a_row_for_each_component(root: Path) -> None:
    rows = {row["component"]: row for row in csv.DictReader(io.StringIO(said(root, "--format", "csv")))}
    assert rows["case-registry"]["most_common"] == "Zaakwijs"
    assert (rows["case-registry"]["yearly"], rows["letters"]["touched_yearly"]) == ("630666", "")


def test_a_landscape_in_parts_is_one_landscape(tmp_path: Path) -> None:
    parts = {"utrecht/a": landscape(a=application("X")), "utrecht/b": landscape(b=application("Y"))}
    (found,) = data(landscapes(tmp_path, parts))["differences"]
    assert found["applications"] == ["utrecht/a", "utrecht/b"]


def test_the_parts_on_offer_are_the_sections() -> None:
    assert tuple(section.name for section in SECTIONS) == LANDSCAPE_PARTS
