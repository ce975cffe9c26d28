"""`regie decisions`: what was decided, by whom, on which conditions, and what is still open of it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie
from tests.terminal import at_terminal

CALENDAR = PARTNERSHIP.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: innovation-board, date: 2026-10-08}\n"
    "  - {body: directors, date: 2026-11-12}\n  - {body: directors, date: 2027-06-17}\n",
)
ADVICE = """\
advice:
  - {initiatives: [poort, brieven], choose: poort, because: Sneller klaar, dissent: {rotterdam: Te duur}}
  - {initiatives: [scan]}
"""
OCTOBER = """\
agenda: 2027
present: [amsterdam, utrecht]
absent: {rotterdam: ziek}
decisions:
  - initiatives: [poort]
    decision: adopt
    because: De steden kunnen niet wachten.
    dissent: {utrecht: Eerst de proef.}
    conditions:
      - {what: Een terugvalplan, by: 2026-11-01, owner: CISO, kind: before-start}
      - {what: Elk kwartaal een cijfer, kind: during, met: 2026-12-01}
      - {what: Een akkoord, waived: 2026-10-20, because: Het bleek niet nodig.}
  - {initiatives: [brieven, scan], decision: defer, to: 2028}
confirmed: 2026-11-12
"""
NOVEMBER = "decisions: [{initiatives: [laat], decision: reject}]\n"
JUNE = """\
decisions:
  - {initiatives: [poort], decision: stop, from: 2027-07-01}
  - {initiatives: [scan], decision: rebaseline, end: 2028-Q1, one_off: 640000, recurring: 60000,
     reasons: [setbacks, law]}
"""
FILES = {
    "poort": initiative(title="Eén poort", formerly="[toegangspoort]"),
    "brieven": initiative(title="Brieven"),
    "scan": initiative(title="Scannen"),
    "laat": initiative(title="Te laat"),
    "decisions/2026-09-24-innovation-board.yaml": ADVICE,
    "decisions/2026-10-08-directors.yaml": OCTOBER,
    "decisions/2026-11-12-directors.yaml": NOVEMBER,
    "decisions/2027-06-17-directors.yaml": JUNE,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return portfolio(tmp_path, FILES, CALENDAR)


def printed(root: Path, *words: str, today: str = "2026-11-02") -> str:
    done = regie("decisions", "-C", root, "--today", today, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def lists(root: Path, *words: str, today: str = "2026-11-02") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(printed(root, "--format", "json", *words, today=today))["lists"]
    return found


OCTOBER_NL = """\
Besluitenlijst Directeuren, 8 oktober 2026
==========================================
Over de agenda van 2027 · decisions/2026-10-08-directors.yaml

Aanwezig         Amsterdam, Utrecht
Afwezig          Rotterdam: ziek
Lijst bevestigd  op 12 november 2026

Besluiten
---------
1  Eén poort (poort)
   Besluit: vastgesteld
   Conform het advies
   Reden: De steden kunnen niet wachten.
   Voorwaarde: Een terugvalplan (CISO, vóór de start, uiterlijk 1 november 2026): te laat, nog open
   Voorwaarde: Elk kwartaal een cijfer (tijdens de uitvoering): open
   Voorwaarde: Een akkoord (vóór de start): ervan afgezien op 20 oktober 2026: Het bleek niet nodig.
   Utrecht was tegen: Eerst de proef.
2  Brieven (brieven)
   Scannen (scan)
   Besluit: aangehouden tot de agenda van 2028
   Conform het advies: brieven
   In afwijking van het advies: scan
"""
OCTOBER_EN = """\
Decisions of Directeuren, 8 October 2026
========================================
About the agenda of 2027 · decisions/2026-10-08-directors.yaml

Present         Amsterdam, Utrecht
Absent          Rotterdam: ziek
List confirmed  on 12 November 2026

Decisions
---------
1  Eén poort (poort)
   Decision: adopted
   As advised
   Reason: De steden kunnen niet wachten.
   Condition: Een terugvalplan (CISO, before the start, by 1 November 2026): overdue, still open
   Condition: Elk kwartaal een cijfer (while it runs): open
   Condition: Een akkoord (before the start): waived on 20 October 2026: Het bleek niet nodig.
   Utrecht was against: Eerst de proef.
2  Brieven (brieven)
   Scannen (scan)
   Decision: deferred to the agenda of 2028
   As advised: brieven
   Contrary to the advice: scan
"""


@pytest.mark.parametrize(("language", "text"), [("nl", OCTOBER_NL), ("en", OCTOBER_EN)])
def test_a_list_says_what_was_decided_and_how_far_its_conditions_are(
    root: Path, language: str, text: str
) -> None:
    assert printed(root, "2026-10-08", "--lang", language) == text


MARKDOWN = {
    "nl": """\
## Besluitenlijst Directeuren, 8 oktober 2026

Over de agenda van 2027 · decisions/2026-10-08-directors.yaml

- **Aanwezig**: Amsterdam, Utrecht
- **Afwezig**: Rotterdam: ziek
- **Lijst bevestigd**: op 12 november 2026

### Besluiten

| Nr. | Onderwerp | Besluit | Advies | Toelichting |
| ---: | --- | --- | --- | --- |
| 1 | Eén poort (poort) | vastgesteld | Conform het advies | \
Reden: De steden kunnen niet wachten. · Utrecht was tegen: Eerst de proef. |
| 2 | Brieven (brieven); Scannen (scan) | aangehouden tot de agenda van 2028 | \
Conform het advies: brieven · In afwijking van het advies: scan |  |

### Voorwaarden

| Nr. | Voorwaarde | Wie | Wanneer | Uiterlijk | Stand |
| ---: | --- | --- | --- | --- | --- |
| 1 | Een terugvalplan | CISO | vóór de start | 1 november 2026 | te laat, nog open |
| 1 | Elk kwartaal een cijfer |  | tijdens de uitvoering |  | open |
| 1 | Een akkoord |  | vóór de start |  | ervan afgezien op 20 oktober 2026: Het bleek niet nodig. |
""",
    "en": """\
| No. | Condition | Who | When | By | State |
| ---: | --- | --- | --- | --- | --- |
| 1 | Een terugvalplan | CISO | before the start | 1 November 2026 | overdue, still open |
""",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_markdown_has_a_table_of_decisions_and_one_of_conditions(root: Path, language: str) -> None:
    text = printed(root, "2026-10-08", "--format", "md", "--lang", language)
    assert MARKDOWN[language] in text
    assert (text == MARKDOWN["nl"]) == (language == "nl")


def test_markdown_has_what_is_open_from_earlier_lists(root: Path) -> None:
    text = printed(root, "2026-11-12", "--format", "md", today="2026-12-02")
    assert text.partition("### Open van eerdere lijsten\n\n")[2] == (
        "| Van | Voorwaarde | Onderwerp | Wie | Wanneer | Uiterlijk | Stand |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 8 oktober 2026, nr. 1 | Een terugvalplan | Eén poort (poort) | CISO | vóór de start | "
        "1 november 2026 | te laat, nog open |\n"
        "| 8 oktober 2026, nr. 1 | Elk kwartaal een cijfer | Eén poort (poort) |  | tijdens de uitvoering "
        "|  | voldaan op 1 december 2026 |\n"
    )


def test_on_a_screen_of_80_columns_no_line_is_longer(root: Path) -> None:
    code, shown = at_terminal(root, "", "decisions", "2026-10-08", "--today", "2026-11-02")
    assert code == 0
    assert "   Voorwaarde: Een terugvalplan (CISO, vóór de start, uiterlijk 1 november\n   2026): te" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_advice_says_what_to_choose_and_who_was_against(root: Path) -> None:
    assert printed(root, "2026-09-24").partition("Adviezen\n--------\n")[2] == (
        "1  Eén poort (poort)\n   Brieven (brieven)\n   Advies: kiezen voor Eén poort (poort)\n"
        "   Reden: Sneller klaar\n   Rotterdam was tegen: Te duur\n"
        "2  Scannen (scan)\n   Advies: vaststellen\n"
    )


def test_a_new_agreement_and_a_stop_say_from_when_and_why(root: Path) -> None:
    text = printed(root, "2027-06-17", today="2027-06-18")
    assert "   Besluit: gestopt met ingang van 1 juli 2027\n" in text
    new = "nieuwe afspraak: einde Q1 2028, incidenteel € 640.000, structureel € 60.000 per jaar"
    assert f"   Besluit: {new}\n   Oorzaken: tegenvallers binnen het project, wetswijziging\n" in text
    assert "Lijst bevestigd  nog niet\n" in text
    assert "Aanwezig         niet opgegeven\n" in text


STATES = [
    ("2026-10-19", ["open", "open", "open"]),
    ("2026-10-20", ["open", "open", "waived"]),
    ("2026-11-01", ["open", "open", "waived"]),
    ("2026-11-02", ["overdue", "open", "waived"]),
    ("2026-12-01", ["overdue", "met", "waived"]),
    ("2027-06-16", ["overdue", "met", "waived"]),
    ("2027-06-17", ["lapsed", "met", "waived"]),
]


@pytest.mark.parametrize(("today", "states"), STATES)
def test_a_condition_is_open_overdue_met_waived_or_lapsed(root: Path, today: str, states: list[str]) -> None:
    (october,) = lists(root, "2026-10-08", today=today)
    assert [each["state"] for each in october["decisions"][0]["conditions"]] == states


def test_what_earlier_lists_left_open_stands_on_the_next_with_how_far_it_is_now(root: Path) -> None:
    text = printed(root, "2026-11-12", today="2026-12-02")
    assert text.partition("Open van eerdere lijsten\n------------------------\n")[2] == (
        "8 oktober 2026, nr. 1  Een terugvalplan\n"
        "                       CISO, vóór de start, uiterlijk 1 november 2026\n"
        "                       Stand: te laat, nog open\n"
        "                       Bij: Eén poort (poort)\n"
        "8 oktober 2026, nr. 1  Elk kwartaal een cijfer\n"
        "                       tijdens de uitvoering\n"
        "                       Stand: voldaan op 1 december 2026\n"
        "                       Bij: Eén poort (poort)\n"
    )
    (june,) = lists(root, "2027-06-17", today="2027-06-18")
    assert [(each["what"], each["state"]) for each in june["carried"]] == [("Een terugvalplan", "lapsed")]


def test_the_list_of_another_body_carries_nothing(root: Path) -> None:
    path = root / "decisions/2026-10-08-innovation-board.yaml"
    path.write_text("advice: [{initiatives: [laat]}]\n", "utf-8")
    assert [each["carried"] for each in lists(root, "--body", "innovation-board")] == [[], []]


def test_a_day_with_two_bodies_gives_both_lists_or_that_of_one(root: Path) -> None:
    path = root / "decisions/2026-10-08-innovation-board.yaml"
    path.write_text("advice: [{initiatives: [laat]}]\n", "utf-8")
    both = [(each["date"], each["body"]) for each in lists(root, "2026-10-08")]
    assert both == [("2026-10-08", "directors"), ("2026-10-08", "innovation-board")]
    assert [each["body"] for each in lists(root, "2026-10-08", "--body", "directors")] == ["directors"]


def test_a_year_takes_the_lists_about_its_agenda(root: Path) -> None:
    assert [each["date"] for each in lists(root, "--year", "2027")] == [
        "2026-09-24",
        "2026-10-08",
        "2026-11-12",
    ]
    assert [each["agenda"] for each in lists(root)] == [2027, 2027, 2027, None]


def test_an_old_id_in_a_list_is_the_initiative_of_today(root: Path) -> None:
    path = root / "decisions/2026-11-12-directors.yaml"
    path.write_text("decisions: [{initiatives: [toegangspoort], decision: adopt}]\n", "utf-8")
    (november,) = lists(root, "2026-11-12")
    subject = {"id": "poort", "named": "toegangspoort", "title": "Eén poort", "follows_advice": "conform"}
    assert november["decisions"][0]["initiatives"] == [subject]
    assert "1  Eén poort (poort), in de lijst nog «toegangspoort»\n" in printed(root, "2026-11-12")


def test_csv_has_a_row_for_each_initiative_and_each_condition_with_ids_and_numbers(root: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(root, "2026-10-08", "--format", "csv"))))
    keys = ("date", "body", "number", "id", "decision", "follows_advice", "condition", "state", "to")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("2026-10-08", "directors", "1", "poort", "adopt", "conform", "1", "overdue", ""),
        ("2026-10-08", "directors", "1", "poort", "adopt", "conform", "2", "open", ""),
        ("2026-10-08", "directors", "1", "poort", "adopt", "conform", "3", "waived", ""),
        ("2026-10-08", "directors", "2", "brieven", "defer", "conform", "", "", "2028"),
        ("2026-10-08", "directors", "2", "scan", "defer", "deviating", "", "", "2028"),
    ]
    assert (rows[0]["dissent"], rows[0]["present"], rows[0]["confirmed"]) == (
        "utrecht",
        "amsterdam utrecht",
        "2026-11-12",
    )


def test_without_decisions_a_sentence_says_so(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"access": initiative()})
    done = regie("decisions", cwd=root)
    said = "Er is nog niets besloten of geadviseerd: in decisions/ staat geen besluitenlijst.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", said)
    assert json.loads(regie("decisions", "--format", "json", cwd=root).stdout)["lists"] == []


def test_a_day_without_a_list_names_the_days_that_have_one(root: Path) -> None:
    done = regie("decisions", "2026-10-07", cwd=root)
    said = "Geen besluitenlijst past bij deze keuze. Er zijn lijsten van 2026-09-24, 2026-10-08, "
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{said}2026-11-12 en 2027-06-17.\n"


def test_a_body_that_is_not_there_is_refused_with_the_one_that_was_meant(root: Path) -> None:
    done = regie("decisions", "--body", "director", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "directors" in done.stderr


def test_a_day_and_a_year_are_refused_together(root: Path) -> None:
    done = regie("decisions", "2026-10-08", "--year", "2027", cwd=root)
    assert (done.returncode, done.stderr) == (2, "Gebruik DATE en --year niet samen. Kies er een.\n")


def test_a_list_that_does_not_count_or_can_not_be_read_is_named(root: Path) -> None:
    (root / "decisions/2026-10-07-directors.yaml").write_text("decisions: []\n", "utf-8")
    (root / "decisions/2026-11-12-directors.yaml").write_text("decisions: [{decision: adopt}]\n", "utf-8")
    done = regie("decisions", "--format", "json", cwd=root)
    assert done.returncode == 0
    days = [each["date"] for each in json.loads(done.stdout)["lists"]]
    assert days == ["2026-09-24", "2026-10-08", "2027-06-17"]
    assert "helemaal te lezen is: decisions/2026-11-12-directors.yaml." in done.stderr
    assert "geen vergadering uit regie.yaml noemt: decisions/2026-10-07-directors.yaml." in done.stderr


def test_decisions_of_who_only_advises_are_not_listed(root: Path) -> None:
    path = root / "decisions/2026-09-24-innovation-board.yaml"
    path.write_text(f"{ADVICE}decisions: [{{initiatives: [scan], decision: adopt}}]\n", "utf-8")
    (september,) = lists(root, "2026-09-24")
    assert (september["decisions"], len(september["advice"])) == ([], 2)


def test_a_mandate_is_called_by_its_domain(root: Path) -> None:
    path = root / "decisions/2026-10-09-mandate-access.yaml"
    path.write_text("decisions: [{initiatives: [scan], decision: continue}]\n", "utf-8")
    text = printed(root, "2026-10-09")
    assert text.startswith("Besluiten onder mandaat voor Toegang, 9 oktober 2026\n")
    assert "bevestigd" not in text


def test_an_initiative_of_which_the_title_can_not_be_read_is_called_by_its_id(root: Path) -> None:
    (root / "initiatives/laat.yaml").write_text(initiative(title="[a]"), "utf-8")
    done = regie("decisions", "2026-11-12", cwd=root)
    assert "\n1  laat\n" in done.stdout
