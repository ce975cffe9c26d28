"""``regie landscape`` of one member, component or supplier says so, and shows what is theirs alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie
from tests.landscape_files import application, landscape

FILES = {
    "landscape/amsterdam.yaml": landscape(
        zaken=application("Zaakwijs", supplier="A", users=1200, yearly=1000),
        oud=application("Dossierbank", supplier="B", users=3400, yearly=9000),
    ),
    "landscape/rotterdam.yaml": landscape(een=application("Zaakwijs", supplier="A", users=10, yearly=500)),
    "samen": initiative(
        title="Zaken samen",
        participants="[amsterdam, rotterdam]",
        retires="[case-registry]",
        adds="[{product: Nieuw, components: [case-registry], yearly: 200, members: [rotterdam]}]",
        period="{start: 2027-Q1, end: 2027-Q4}",
    ),
}
CASES = PARTNERSHIP.replace(
    "components:\n", "components:\n  case-registry: {name: Zaken, domain: access}\n", 1
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, FILES, CASES)


def said(root: Path, *words: str) -> str:
    done = regie("landscape", "-C", root, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def changes(root: Path, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(root, "--part", "changes", "--format", "json", *words))["changes"]
    return found


@pytest.mark.parametrize(
    ("language", "words", "choice"),
    [
        ("nl", ("--member", "rotterdam"), "Alleen getoond voor: Rotterdam."),
        ("en", ("--component", "case-registry"), "Shown only for: component Zaken."),
        (
            "nl",
            ("--supplier", "B"),
            "Alleen getoond voor: een leverancier met «B» in de naam.",
        ),
        (
            "en",
            ("--member", "rotterdam", "--supplier", "A"),
            "Shown only for: Rotterdam, a supplier with «A» in its name.",
        ),
    ],
)
@pytest.mark.parametrize("form", ["table", "md"])
def test_a_choice_is_said(root: Path, form: str, language: str, words: tuple[str, ...], choice: str) -> None:
    assert choice in said(root, "--lang", language, "--format", form, *words)


@pytest.mark.parametrize("form", ["table", "md"])
def test_without_a_choice_nothing_is_said_of_one(root: Path, form: str) -> None:
    assert "Alleen getoond voor" not in said(root, "--format", form)


def test_it_names_only_the_members_of_what_it_counts(root: Path) -> None:
    assert "Eén applicatie in gebruik bij Rotterdam." in said(root, "--member", "rotterdam")
    assert "Eén applicatie in gebruik bij Amsterdam." in said(root, "--supplier", "B")
    assert "3 applicaties in gebruik bij Amsterdam en Rotterdam." in said(root)


@pytest.mark.parametrize("form", ["table", "md"])
def test_a_choice_that_nothing_fits_has_no_counts(root: Path, form: str) -> None:
    shown = said(root, "--supplier", "Nergens", "--format", form)
    assert "Geen applicatie die in gebruik is, past bij deze keuze." in shown
    assert "0 applicaties" not in shown
    assert "BBN" not in shown


def test_by_year_the_amounts_of_one_member_are_its_own(root: Path) -> None:
    rows = [line.split() for line in said(root, "--part", "changes", "--member", "rotterdam").splitlines()]
    assert ["2027", "1", "1", "0"] in [row[:4] for row in rows]
    assert ["2028", "0", "0", "0", "€", "500", "€", "0", "€", "500", "€", "200", "€", "−300"] in rows


def test_by_year_what_one_member_saves_stays_in_git(root: Path) -> None:
    """It is the price of one supplier."""
    shown = said(root, "--part", "changes", "--member", "rotterdam", "--format", "md")
    kept = "blijft in git"
    assert f"| 2028 | 0 | 0 | 0 | {kept} | € 0 | {kept} | € 200 | {kept} |" in shown


def test_of_one_member_only_its_own_have_no_day(tmp_path: Path) -> None:
    """Amsterdam alone retires something at a time that nobody knows, and so from no year on all counts."""
    own = application("Planwijs", components="[planning]", yearly=100)
    amsterdam = f"{FILES['landscape/amsterdam.yaml']}  plan: {own}\n"
    someday = initiative(title="Ooit", participants="[amsterdam]", retires="[planning]", period=None)
    partnership = CASES.replace(
        "components:\n", "components:\n  planning: {name: Planning, domain: access}\n", 1
    )
    files = {**FILES, "landscape/amsterdam.yaml": amsterdam, "ooit": someday}
    root = portfolio(tmp_path, files, partnership)
    made = {member: changes(root, "--member", member) for member in ("amsterdam", "rotterdam")}
    assert {member: (each["undated"], each["since"]) for member, each in made.items()} == {
        "amsterdam": (1, None),
        "rotterdam": (0, 2028),
    }


def test_only_what_one_member_retires_and_gets_is_listed(root: Path) -> None:
    own = changes(root, "--member", "rotterdam")
    assert [each["application"] for each in own["retired"]] == ["rotterdam/een"]
    assert [each["members"] for each in own["added"]] == [["rotterdam"]]
    other = changes(root, "--member", "amsterdam")
    assert [each["application"] for each in other["retired"]] == ["amsterdam/zaken", "amsterdam/oud"]
    assert other["added"] == []


@pytest.mark.parametrize(
    ("language", "words", "why"),
    [
        ("nl", ("changes", "--year", "2099"), "Er is geen agenda van 2099 in regie.yaml, en geen initiatief"),
        (
            "en",
            ("changes", "--year", "2027", "--member", "utrecht"),
            "Nothing on the agenda of 2027 adds or retires an application.",
        ),
        ("nl", ("changes", "--component", "case-registry"), "niet per component of leverancier."),
        ("en", ("growth", "--supplier", "A"), "by component and by member, not by supplier."),
        ("nl", ("growth",), "Geen component die hier wordt getoond, heeft een doel"),
    ],
)
def test_an_empty_section_says_why(root: Path, language: str, words: tuple[str, ...], why: str) -> None:
    assert why in said(root, "--lang", language, "--part", *words)


def test_users_are_in_groups_everywhere(root: Path) -> None:
    shown = said(root, "--component", "case-registry", "--format", "md")
    assert "| Amsterdam | Dossierbank | 3.400 |" in shown


def test_who_runs_both_is_not_said_to_be_missing(root: Path) -> None:
    shown = said(root, "--part", "gains")
    assert "Wat nog niet Zaakwijs is: 1 applicatie bij Amsterdam, met 3.400 gebruikers" in shown


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("nl", ("--year", "9999"), "--year: het jaar ligt voor 1990 of na 2100.\n"),
        ("en", ("--year", "1989"), "--year: the year lies before 1990 or after 2100.\n"),
        ("en", ("--supplier", " "), "--supplier: a value is required.\n"),
    ],
)
def test_a_choice_that_means_nothing_is_refused(
    root: Path, language: str, words: tuple[str, ...], said: str
) -> None:
    done = regie("landscape", "-C", root, "--lang", language, *words)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
