"""The list of unanswered deadlines: the same in every format, and in the papers of a meeting."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import initiative, regie
from tests.landscape import application, landscape, landscapes

AMSTERDAM = landscape(
    case_system=application(supplier="Voorbeeld BV", contract="{end: 2028-12-31, notice: 6 months}"),
    letters=application(components="[letters]", supplier="Brief BV", support_until="2026-05-31"),
)
UTRECHT = landscape(
    case_system=application(supplier="Ander BV", contract="{end: 2028-09-30, notice: 3 months}"),
    chat=application(components="[]", supplier="BRIÉF B.V.", contract="{end: 2026-05-31}"),
    old=application(components="[]", contract="{end: 2026-07-31, notice: 6 months, renews: 1 year}"),
)
FILES = {
    "amsterdam": AMSTERDAM,
    "utrecht": UTRECHT,
    "idea": initiative(
        status="idea",
        agenda=None,
        components="[identity]",
        obligation="{kind: statutory, basis: Woo, deadline: 2027-05-31}",
        external="[{what: DigiD, by: 2026-05-01}]",
    ),
    "ambitions/utrecht.yaml": "as_of: 2026-05-01\nambitions: {one: {title: Eén loket, by: 2027}}\n",
}
DAY = "2026-06-01"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return landscapes(tmp_path, FILES)


def listed(root: Path, *words: str, form: str = "json", day: str = DAY) -> str:
    done = regie("calendar", "--unanswered", "-C", root, "--today", day, "--format", form, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def rows(root: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(listed(root, *words))["deadlines"]
    return found


def test_it_is_ordered_by_state_and_by_what_can_be_answered_together(root: Path) -> None:
    found = [(each["state"], each["kind"], each["id"], each["together"]) for each in rows(root)]
    supplier = {"kind": "supplier", "name": "BRIÉF B.V."}
    component = {"kind": "component", "name": "identity"}
    assert found == [
        ("notice-day-passed", "contract", "utrecht/old", None),
        ("notice-day-passed", "external", "idea", None),
        ("notice-day-passed", "contract", "utrecht/chat", supplier),
        ("notice-day-passed", "support", "amsterdam/letters", supplier),
        ("this-season", "statutory", "idea", None),
        ("this-season", "ambition", "utrecht/one", None),
        ("this-season", "contract", "amsterdam/case-system", component),
        ("this-season", "contract", "utrecht/case-system", component),
    ]


def test_each_is_reported_by_one_rule(root: Path) -> None:
    by_rule = {(each["kind"], each["id"]): each["rule"] for each in rows(root)}
    assert by_rule["contract", "utrecht/chat"] == "contract-ended"
    assert by_rule["ambition", "utrecht/one"] == "unbridged-ambition"
    assert by_rule["statutory", "idea"] == by_rule["contract", "utrecht/old"] == "unanswered-deadline"
    done = regie("validate", "-C", root, "--today", DAY, "--format", "json")
    findings = [each["rule"] for each in json.loads(done.stdout)["findings"]]
    for rule in set(by_rule.values()):
        assert findings.count(rule) == list(by_rule.values()).count(rule)


def test_one_that_was_prolonged_has_what_counts_next(root: Path) -> None:
    (old,) = [each for each in rows(root) if each["id"] == "utrecht/old"]
    assert (old["deadline"], old["end"]) == ("2026-01-31", "2026-07-31")
    assert old["next"] == {"end": "2027-07-31", "deadline": "2027-01-31", "last_day": "2025-07-01"}


LATER = "{end: 2026-12-31, notice: 3 months, renews: 2 years}"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Tijdig in te dienen tot en met 1 juli 2027."),
        ("en", "It can be submitted on time up to 1 July 2027."),
    ],
)
def test_a_last_day_that_counts_next_is_still_to_come(tmp_path: Path, language: str, said: str) -> None:
    kept = application(yearly="4000", components="[]", contract=LATER)
    root = landscapes(tmp_path, {"utrecht": landscape(books=kept)})
    lines = listed(root, "--lang", language, form="md", day="2026-10-01").splitlines()
    assert any(said in line for line in lines)


def test_a_last_day_that_counts_next_can_be_over_already(root: Path) -> None:
    said = "De laatste dag om het tijdig in te dienen was 1 juli 2025."
    assert any(said in line for line in listed(root, form="md").splitlines())


def test_what_only_names_it_is_there_with_its_verdict(root: Path) -> None:
    (case,) = [each for each in rows(root) if each["id"] == "utrecht/case-system"]
    assert case["answers"] == [{"id": "idea", "verdict": "draft", "end": "2027-06-30"}]


def test_who_has_no_landscape_is_not_judged(root: Path) -> None:
    assert json.loads(listed(root))["not_judged"] == ["rotterdam", "den-haag"]
    said = "Niet beoordeeld: er is geen applicatielandschap van Rotterdam en Den Haag."
    assert said in listed(root, form="md")
    assert json.loads(listed(root, "--member", "den-haag"))["not_judged"] == ["den-haag"]


def test_a_member_sees_its_own(root: Path) -> None:
    assert [each["id"] for each in rows(root, "--member", "amsterdam")] == [
        "idea",
        "amsterdam/letters",
        "idea",
        "amsterdam/case-system",
    ]


def test_programs_get_a_row_for_each(root: Path) -> None:
    found = list(csv.DictReader(io.StringIO(listed(root, form="csv"))))
    assert [row["id"] for row in found] == [each["id"] for each in rows(root)]
    assert found[0]["next_end"] == "2027-07-31"


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "nl",
            [
                "**Dit seizoen in te dienen**",
                "- Samen op te pakken, voor Identiteit:",
                (
                    "  - Zaakwijs, Amsterdam: contract tot en met 31 december 2028, "
                    "op te zeggen tot en met 30 juni 2028\\"
                ),
                "    Tijdig in te dienen tot en met 1 juli 2026.\\",
                "    Genoemd door «idea», maar dat is nog geen antwoord: nog geen voorstel.",
                "- Samen op te pakken, bij leverancier BRIÉF B.V.:",
            ],
        ),
        (
            "en",
            [
                "**To be submitted this season**",
                "- To be answered together, for Identiteit:",
                "  - Zaakwijs, Amsterdam: contract until 31 December 2028, notice until 30 June 2028\\",
            ],
        ),
    ],
)
def test_people_read_it_by_state(root: Path, lang: str, lines: list[str]) -> None:
    written = listed(root, "--lang", lang, form="md").splitlines()
    assert [line for line in lines if line not in written] == []


def test_while_nothing_changes_the_list_is_the_same_on_another_day(root: Path) -> None:
    assert listed(root, form="md") == listed(root, form="md", day="2026-06-02")


def test_the_papers_of_a_meeting_have_the_same_list(root: Path) -> None:
    done = regie("meeting", "2026-09-24", "-C", root, "--today", DAY, "--format", "json")
    report = json.loads(done.stdout)
    assert [{**each, "handling": "discussion"} for each in rows(root)] == report["unanswered"]
    assert report["not_judged"] == ["rotterdam", "den-haag"]
    pack = regie("meeting", "2026-09-24", "-C", root, "--today", DAY).stdout
    own = pack[pack.index("Uiterste datums waar niets op staat") :]
    assert own.index("**De dag zelf is voorbij**") < own.index("**Dit seizoen in te dienen**")
    assert r"  - \[ter bespreking\] Zaakwijs, Utrecht: contract tot en met 30 september 2028" in own


@pytest.mark.parametrize(
    "words", [("--days", "3"), ("--all",), ("--only", "deadlines"), ("--year", "2027"), ("--format", "ics")]
)
def test_it_is_a_list_of_its_own(root: Path, words: tuple[str, ...]) -> None:
    done = regie("calendar", "--unanswered", "-C", root, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--unanswered" in done.stderr


def test_without_deadlines_it_says_so(tmp_path: Path) -> None:
    root = landscapes(tmp_path, {})
    assert "Er zijn geen uiterste datums die snel een antwoord vragen." in listed(root, form="md")


def test_what_cannot_be_read_is_named_and_the_rest_is_there(tmp_path: Path) -> None:
    broken = {**FILES, "landscape/rotterdam.yaml": "as_of: morgen\napplications: {}\n"}
    root = landscapes(tmp_path, broken)
    done = regie("calendar", "--unanswered", "-C", root, "--today", DAY, "--format", "json")
    report = json.loads(done.stdout)
    assert report["unreadable"] == ["landscape/rotterdam.yaml"]
    assert report["not_judged"] == ["den-haag"]
    assert "landscape/rotterdam.yaml" in done.stderr
    assert report["deadlines"][0]["id"] == "utrecht/old"


def test_a_list_that_is_too_long_for_an_issue_is_cut_and_counted(tmp_path: Path) -> None:
    many = landscape(
        **{f"a{n}": application(product=f'"{"@" * 100}"', support_until="2026-05-01") for n in range(400)}
    )
    written = listed(landscapes(tmp_path, {"utrecht": many}), form="md")
    assert 50_000 < len(written.encode()) <= 60_000
    shown = written.count("ondersteuning eindigde")
    assert f"En {400 - shown} andere: regie calendar --unanswered toont ze allemaal." in written


def test_names_and_links_of_files_stay_text(tmp_path: Path) -> None:
    hostile = application(product='"@sanne [x](https://x.nl) <b> #12"', support_until="2026-05-01")
    written = listed(landscapes(tmp_path, {"utrecht": landscape(own=hostile)}), form="md")
    assert r"@<!-- -->sanne \[x\](https:<!-- -->//x.nl) \<b\> #<!-- -->12" in written


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "In wat te lezen is, staan geen uiterste datums die snel een antwoord vragen."),
        ("en", "What can be read has no deadlines that need an answer soon."),
    ],
)
def test_what_cant_be_read_is_no_clean_sheet(tmp_path: Path, language: str, said: str) -> None:
    root = landscapes(tmp_path, {"landscape/utrecht.yaml": "as_of: 2026-05-01\napplications: [\n"})
    done = regie("calendar", "--unanswered", "-C", root, "--today", DAY, "--format", "md", "--lang", language)
    assert said in done.stdout
    assert "landscape/utrecht.yaml" in done.stdout
