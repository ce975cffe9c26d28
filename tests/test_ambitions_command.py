"""``regie ambitions`` on the example: what each city wants, and what comes of it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import EXAMPLE, initiative, portfolio, regie

TODAY = ("--today", "2026-09-24")


def said(*words: str, root: Path = EXAMPLE) -> str:
    done = regie("ambitions", "-C", root, *TODAY, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def data(*words: str, root: Path = EXAMPLE) -> Any:
    return json.loads(said("--format", "json", *words, root=root))


def state(*words: str) -> dict[str, str]:
    return {each["id"]: each["state"] for each in data(*words)["ambitions"]}


def test_the_example_shows_a_gap_each_way() -> None:
    assert state()["amsterdam/vrije-werkplek"] == "not-carried"
    unasked = [each["id"] for each in data()["initiatives"] if each["unasked"]]
    assert "e-facturen" in unasked
    assert "toegankelijkheid" not in unasked


def test_the_example_shows_one_that_is_late() -> None:
    late = [(each["id"], each["initiatives"]) for each in data()["ambitions"] if each["late"]]
    assert late == [
        ("den-haag/een-gesprek", [{"id": "klantcontact-den-haag", "end": "2028-02-29", "solo": True}])
    ]


def test_the_example_shows_a_conflict_and_a_chance() -> None:
    clashes = {each["id"]: each["clashes_with"] for each in data()["ambitions"] if each["clashes_with"]}
    assert clashes == {
        "rotterdam/brieven-als-dienst": ["den-haag/begrijpelijke-brieven"],
        "den-haag/begrijpelijke-brieven": ["rotterdam/brieven-als-dienst"],
    }
    assert data()["chances"] == [
        {"domain": "services", "ambitions": ["den-haag/een-gesprek", "rotterdam/een-klantbeeld"]}
    ]


def test_of_one_member_only_its_own_are_shown() -> None:
    assert {each["member"] for each in data("--member", "utrecht")["ambitions"]} == {"utrecht"}
    assert data("--member", "rotterdam")["chances"] == data()["chances"]


def test_of_one_domain_only_those_are_shown() -> None:
    assert [each["id"] for each in data("--domain", "debt")["ambitions"]] == ["rotterdam/schulden-voorkomen"]


def test_for_a_year_only_what_is_on_its_agenda_carries() -> None:
    assert state("--year", "2027")["rotterdam/een-klantbeeld"] == "carried"
    assert state("--year", "2026")["rotterdam/een-klantbeeld"] == "not-carried"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "nl",
            (
                "Van 14 ambities maken initiatieven er 11 waar (1 te laat), en voor 1 is er geen initiatief."
                " Bereikt: 0. Zelf gedaan: 1. Geparkeerd: 1."
            ),
        ),
        (
            "en",
            (
                "Of 14 ambitions initiatives carry 11 (1 late), and for 1 there is no initiative."
                " Reached: 0. Done by the member alone: 1. Parked: 1."
            ),
        ),
    ],
)
def test_one_sentence_says_how_it_is(language: str, sentence: str) -> None:
    for form in ("table", "md"):
        assert sentence in said("--lang", language, "--format", form).splitlines()


@pytest.mark.parametrize(("language", "by"), [("nl", "2027"), ("en", "2027")])
def test_a_year_is_written_as_a_year(language: str, by: str) -> None:
    (row,) = [line for line in said("--lang", language).splitlines() if "een-klantbeeld  " in line][:1]
    assert f"  {by}  " in row
    assert "jan" not in row.lower()


def test_the_csv_has_ids_and_last_days() -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(said("--format", "csv")))}
    late = rows["den-haag/een-gesprek"]
    assert (late["by"], late["late"], late["end"]) == ("2027-12-31", "true", "2028-02-29")
    assert rows["amsterdam/vrije-werkplek"]["named_by"] == "europese-werkplek"


def test_a_member_without_a_file_is_named_and_not_judged(tmp_path: Path) -> None:
    listed = "as_of: 2026-09-01\nambitions: {loket: {title: Een loket, by: 2028}}\n"
    root = portfolio(tmp_path, {"ambitions/utrecht.yaml": listed, "access": initiative()})
    assert data(root=root)["without_ambitions"] == ["amsterdam", "rotterdam", "den-haag"]
    assert "Niet beoordeeld: Amsterdam, Rotterdam, Den Haag (geen bestand met ambities)." in said(root=root)


def test_a_portfolio_without_ambitions_says_where_they_go(tmp_path: Path) -> None:
    done = regie("ambitions", "-C", portfolio(tmp_path, {"access": initiative()}), *TODAY)
    assert done.returncode == 0
    assert "ambitions/utrecht.yaml" in done.stderr


def test_a_broken_file_is_named_and_its_member_is_not_said_to_have_none(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"ambitions/utrecht.yaml": "ambitions: [\n", "access": initiative()})
    done = regie("ambitions", "-C", root, *TODAY, "--format", "json")
    assert "ambitions/utrecht.yaml" in done.stderr
    assert "utrecht" not in json.loads(done.stdout)["without_ambitions"]


@pytest.mark.parametrize(("option", "written"), [("--member", "utrech"), ("--domain", "servics")])
def test_an_unknown_name_is_refused(option: str, written: str) -> None:
    done = regie("ambitions", "-C", EXAMPLE, option, written)
    assert done.returncode == 2
    assert written in done.stderr


def test_a_new_initiative_takes_over_what_the_ambition_says(tmp_path: Path) -> None:
    listed = "as_of: 2026-09-01\nambitions: {loket: {title: Een loket, domain: access, by: 2028}}\n"
    root = portfolio(tmp_path, {"ambitions/utrecht.yaml": listed})
    options = ("--agenda", "2027", "--steering", "supporting", "--start", "2027-Q1", "--one-off", "5")
    rest = ("--recurring", "0", "--ambition", "utrecht/loket", "--summary", "Een loket voor iedereen.")
    done = regie("new", "nieuw-loket", "-C", root, *options, *rest, "--today", "2026-05-01")
    assert done.returncode == 0, done.stderr
    written = (root / "initiatives/nieuw-loket.yaml").read_text("utf-8")
    lines = [line for line in written.splitlines() if not line.startswith("#")]
    assert {
        "title: Een loket",
        "submitter: utrecht",
        "domain: access",
        "participants: [utrecht]",
        "ambitions: [utrecht/loket]",
    } <= set(lines)
    assert "2028-Q4" in written
    assert data(root=root)["ambitions"][0]["state"] == "carried"


def test_a_new_initiative_for_an_ambition_that_is_not_there_is_refused(tmp_path: Path) -> None:
    listed = "as_of: 2026-09-01\nambitions: {loket: {title: Een loket}}\n"
    root = portfolio(tmp_path, {"ambitions/utrecht.yaml": listed})
    done = regie("new", "x", "-C", root, "--ambition", "utrecht/locket")
    assert done.returncode == 2
    assert "utrecht/loket" in done.stderr


@pytest.mark.parametrize(
    ("language", "said_of_it"),
    [
        ("nl", "tot de go/no-go van 30 november 2027, in zijn geheel tot en met 29 februari 2028"),
        ("en", "up to the go/no-go of 30 November 2027, as a whole until 29 February 2028"),
    ],
)
def test_what_is_not_decided_on_yet_is_told_from_what_counts(language: str, said_of_it: str) -> None:
    (row,) = (
        line
        for line in said("--lang", language, "--format", "md").splitlines()
        if "zaak-op-een" in line and "2027" in line
    )
    assert f"zaakgericht-socrates ({said_of_it})" in row
