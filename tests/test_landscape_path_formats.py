"""``regie landscape``: the growth path and what is added and retired, in every format."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie
from tests.landscape_files import application, landscape

CASES = PARTNERSHIP.replace(
    "components:\n",
    "components:\n  case-registry: {name: Zaken, domain: access, target: {product: Zaakwijs, by: 2027}}\n",
)
FILES = {
    "landscape/amsterdam.yaml": landscape(oud=application("Oud", supplier="A", yearly=411111)),
    "landscape/rotterdam.yaml": landscape(
        een=application("Een", supplier="B", yearly=322222),
        twee=application("Twee", supplier="C", yearly=233333),
        drie=application("Drie", supplier="D", yearly=144444),
    ),
    "landscape/utrecht.yaml": landscape(zaken=application("zaakwijs", supplier="E", yearly=9)),
    "booked": initiative(
        title="Zaken samen",
        participants="[amsterdam, rotterdam]",
        retires="[case-registry]",
        adds="[{product: Zaakwijs, components: [case-registry], yearly: 200000, from: 2028-Q1}]",
        period="{start: 2027-Q1, end: 2027-Q4}",
        benefits="{booked_on: Zaken}",
        cost_key="equal",
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, FILES, CASES)


def said(root: Path, part: str, *words: str) -> str:
    done = regie("landscape", "--part", part, "-C", root, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def data(root: Path, part: str, *words: str) -> Any:
    return json.loads(said(root, part, "--format", "json", *words))[part]


def rows(root: Path, part: str, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(said(root, part, "--format", "csv", *words))))


def test_the_growth_path_has_a_row_for_each_member(root: Path) -> None:
    keys = ("component", "target", "by", "member", "state", "initiative", "day", "late", "applications")
    assert [tuple(row[key] for key in keys) for row in rows(root, "growth")] == [
        (
            "case-registry",
            "Zaakwijs",
            "2027-12-31",
            "amsterdam",
            "comes",
            "booked",
            "2028-01-01",
            "late",
            "amsterdam/oud",
        ),
        *(
            ("case-registry", "Zaakwijs", "2027-12-31", *row)
            for row in (
                (
                    "rotterdam",
                    "comes",
                    "booked",
                    "2028-01-01",
                    "late",
                    "rotterdam/een rotterdam/twee rotterdam/drie",
                ),
                ("den-haag", "not-judged", "", "", "", ""),
                ("utrecht", "on-target", "", "", "", ""),
            )
        ),
    ]


def test_the_growth_path_goes_over_six_years_from_the_next_agenda(root: Path) -> None:
    (path,) = data(root, "growth")
    assert [year["year"] for year in path["years"]] == [2027, 2028, 2029, 2030, 2031, 2032]
    assert path["years"][1] == {
        "year": 2028,
        "there": ["amsterdam", "rotterdam", "utrecht"],
        "coming": ["amsterdam", "rotterdam"],
        "missing": [],
    }


def test_people_read_who_comes_when_and_who_is_not_judged(root: Path) -> None:
    told = said(root, "growth", "--format", "md")
    assert "| Zaken | Zaakwijs | 2027 | 1 van 3 | 3 van 3 | 3 van 3 | 3 van 3 | 3 van 3 | 3 van 3 |" in told
    assert "| Zaken | Amsterdam | komt in 2028 (te laat) | Zaken samen | Oud |" in told
    assert "| Zaken | Den Haag | niet beoordeeld |  |  |" in told
    english = said(root, "growth", "--format", "md", "--lang", "en")
    assert "| Zaken | Amsterdam | comes in 2028 (too late) | Zaken samen | Oud |" in english


def test_changes_have_a_row_for_each_year_and_one_once_all_is_done(root: Path) -> None:
    together = [row for row in rows(root, "changes") if not row["member"]]
    assert [row["year"] for row in together] == ["2027", *map(str, range(2028, 2034)), ""]
    keys = ("retired", "added", "net", "saved", "booked", "hoped_for", "cost", "net_cost")
    assert [tuple(row[key] for key in keys) for row in (together[0], together[1], together[-1])] == [
        ("4", "0", "-4", "0", "0", "0", "0", "0"),
        ("0", "2", "2", "1111110", "1111110", "0", "200000", "-911110"),
        ("4", "2", "-2", "1111110", "1111110", "0", "200000", "-911110"),
    ]


def test_what_a_member_saves_at_one_supplier_is_shown_only_with_prices(root: Path) -> None:
    assert "411111" not in said(root, "changes", "--format", "json")
    kept = {row["member"]: row["saved"] for row in rows(root, "changes") if not row["year"]}
    assert kept == {"": "1111110", "amsterdam": "", "rotterdam": "", "den-haag": "0", "utrecht": "0"}
    shown = {
        row["member"]: row["saved"] for row in rows(root, "changes", "--with", "prices") if not row["year"]
    }
    assert shown == kept | {"amsterdam": "411111", "rotterdam": "699999"}


@pytest.mark.parametrize("form", ["md", "json", "csv"])
def test_no_price_of_a_member_leaves_git_unasked(root: Path, form: str) -> None:
    told = said(root, "changes", "--format", form).replace(".", "")
    assert not [price for price in ("411111", "322222", "233333", "144444", "699999") if price in told]


def test_of_one_member_only_its_own_is_shown(root: Path) -> None:
    assert {row["member"] for row in rows(root, "changes", "--member", "rotterdam")} == {"rotterdam"}
    assert {row["member"] for row in rows(root, "growth", "--member", "utrecht")} == {"utrecht"}


def test_another_agenda_changes_something_else(root: Path) -> None:
    assert data(root, "changes", "--year", "2028")["retired"] == []
    assert [each["application"] for each in data(root, "changes", "--year", "2027")["retired"]] == [
        "amsterdam/oud",
        "rotterdam/een",
        "rotterdam/twee",
        "rotterdam/drie",
    ]


def test_by_a_component_only_its_path_is_shown_and_by_a_supplier_none(root: Path) -> None:
    assert [path["component"] for path in data(root, "growth", "--component", "case-registry")] == [
        "case-registry"
    ]
    assert data(root, "growth", "--component", "letters") == []
    assert (data(root, "growth", "--supplier", "A"), data(root, "changes", "--supplier", "A")) == ([], None)


def test_a_difference_says_what_is_unknown_of_it(tmp_path: Path) -> None:
    unknown = {**FILES, "landscape/amsterdam.yaml": landscape(oud=application("Oud", supplier="A"))}
    root = portfolio(tmp_path, unknown, CASES)
    together = next(line for line in said(root, "changes").splitlines() if line.startswith("Samen"))
    assert together.rstrip().endswith("€ −499.999 (van 1 applicatie onbekend)")
