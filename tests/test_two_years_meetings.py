"""Two years after a decision: the papers of the next meeting, who must report, and what lies ahead."""

import re

import pytest

from tests.two_years import DAYS, Seen

NEXT = {
    "adopted": "2027-04-08",
    "typo": "2027-04-08",
    "slip": "2027-06-17",
    "decided": "2027-10-07",
    "year-end": "2028-02-10",
    "end": "2028-10-05",
}
"""The meeting of the directors that comes after each of the days."""

TURNED: dict[str, list[tuple[str, str, str, str]]] = {
    # Against the agreement in force, as it was at the meeting before: initiative, what, before, now.
    "adopted": [],
    "typo": [],
    # On 8 April the gateway was foreseen for July: 31 days more than 181 are 17 %.
    "slip": [
        ("kluis", "cost", "green", "red"),
        ("poort", "time", "amber", "red"),
        ("scan", "cost", "green", "red"),
        ("poort", "cost", "green", "amber"),
    ],
    # The new agreement is of the meeting of 17 June itself.
    "decided": [],
    "year-end": [("portaal", "time", "green", "red")],
    "end": [("brieven", "time", "green", "red")],
}


@pytest.mark.parametrize("name", DAYS)
def test_what_turned_since_the_meeting_before(two_years: dict[str, Seen], name: str) -> None:
    turned = two_years[name].json("meeting", NEXT[name])["turned"]
    keys = ("id", "quantity", "before", "now")
    assert [tuple(each[key] for key in keys) for each in turned] == TURNED[name]


@pytest.mark.parametrize(
    ("name", "new", "changed"),
    [
        ("adopted", [], []),
        ("typo", [], ["archief", "balie", "kluis", "poort", "scan", "zaak"]),
        # Since 8 April: who reported in May. That of archief is of February.
        ("slip", [], ["balie", "kluis", "poort", "scan", "zaak"]),
        ("decided", ["zoeken"], ["archief", "zaak"]),
        ("year-end", [], ["archief", "kluis", "portaal", "scan"]),
        ("end", [], ["brieven", "portaal", "zoeken"]),
    ],
)
def test_what_is_new_and_changed_since_the_meeting_before(
    two_years: dict[str, Seen], name: str, new: list[str], changed: list[str]
) -> None:
    since = two_years[name].json("meeting", NEXT[name])["since"]
    assert (since["new"], [each["id"] for each in since["changed"]], since["late"]) == (new, changed, [])


def test_the_next_agenda_asks_a_decision(two_years: dict[str, Seen]) -> None:
    subjects = two_years["decided"].json("meeting", "2027-10-07")["subjects"]
    assert [(each["id"], each["handling"]) for each in subjects] == [("zoeken", "no-discussion")]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "nl",
            [
                "- [ter bespreking] Kluis voor sleutels (kluis): kosten van groen naar rood",
                "- [ter bespreking] Eén poort (poort): tijd van oranje naar rood",
                "- [ter bespreking] Scannen aan de bron (scan): kosten van groen naar rood",
                (
                    "- [ter bespreking] Brieven uit het portaal (brieven): door Een portaal "
                    "op zijn vroegst klaar op 30 augustus 2028, 91 dagen later dan voorzien, "
                    "na de wettelijke datum 30 juni 2028 (Wet digitale overheid)"
                ),
                "- [ter informatie] Eén poort (poort): kosten van groen naar oranje",
                (
                    "- [ter informatie] Een portaal (portaal): door Eén poort op zijn vroegst klaar "
                    "op 1 april 2028, 92 dagen later dan voorzien"
                ),
                "- [ter informatie] Archief opruimen (archief): al 95 dagen geen rapportage",
            ],
        ),
        (
            "en",
            [
                "- [for discussion] Kluis voor sleutels (kluis): cost from green to red",
                "- [for discussion] Eén poort (poort): time from amber to red",
                "- [for discussion] Scannen aan de bron (scan): cost from green to red",
                (
                    "- [for discussion] Brieven uit het portaal (brieven): because of Een portaal it ends "
                    "on 30 August 2028 at the earliest, 91 days later than foreseen, after the statutory "
                    "date 30 June 2028 (Wet digitale overheid)"
                ),
                "- [for information] Eén poort (poort): cost from green to amber",
                (
                    "- [for information] Een portaal (portaal): because of Eén poort it ends "
                    "on 1 April 2028 at the earliest, 92 days later than foreseen"
                ),
                "- [for information] Archief opruimen (archief): no report for 95 days",
            ],
        ),
    ],
)
def test_the_papers_of_june_say_what_turned_is_pushed_and_silent(
    two_years: dict[str, Seen], language: str, lines: list[str]
) -> None:
    said = (
        two_years["slip"].say("meeting", "2027-06-17", lang=language).replace("\\[", "[").replace("\\]", "]")
    )
    chapter = said.partition("## 4")[2].partition("## 5")[0]
    found = [line for line in chapter.splitlines() if line.startswith("- ")]
    assert found == lines


@pytest.mark.parametrize(
    ("name", "due"),
    [
        ("adopted", []),
        ("typo", ["kluis"]),
        ("slip", ["archief"]),
        # All but who reported since 17 June.
        ("decided", ["balie", "kluis", "poort", "scan"]),
        ("year-end", []),
        ("end", []),
    ],
)
def test_who_must_report_yet(two_years: dict[str, Seen], name: str, due: list[str]) -> None:
    assert [row["id"] for row in two_years[name].json("report", "--due")["rows"]] == due


@pytest.mark.parametrize(
    ("name", "nl", "en"),
    [
        ("typo", "8 oktober 2026 heeft 1 van de 6 lopende", "8 October 2026, 1 of 6 running"),
        ("slip", "8 april 2027 heeft 1 van de 6 lopende", "8 April 2027, 1 of 6 running"),
        ("decided", "17 juni 2027 hebben 4 van de 5 lopende", "17 June 2027, 4 of 5 running"),
    ],
)
def test_how_many_must_report_yet(two_years: dict[str, Seen], name: str, nl: str, en: str) -> None:
    said = tuple(two_years[name].notes("report", "--due", lang=language) for language in ("nl", "en"))
    assert (nl in said[0], en in said[1]) == (True, True), said


AHEAD = [
    ("2027-04-08", "meeting", "directors"),
    ("2027-04-22", "first_estimate", ""),
    ("2027-06-17", "meeting", "directors"),
    ("2027-07-01", "intake_closes", ""),
    ("2027-08-26", "dossier_closes", ""),
    ("2027-09-23", "meeting", "innovation-board"),
    ("2027-09-23", "advice", ""),
    ("2027-10-07", "meeting", "directors"),
    ("2027-10-07", "decision", ""),
    ("2028-02-10", "meeting", "directors"),
    ("2028-06-30", "obligation", "brieven"),
    ("2028-10-05", "meeting", "directors"),
]


@pytest.mark.parametrize("name", DAYS)
def test_the_calendar_has_all_that_lies_ahead(two_years: dict[str, Seen], name: str) -> None:
    seen = two_years[name]
    rows = seen.json("calendar")["rows"]
    found = [(row["date"], row["kind"], row["about"] or "") for row in rows]
    assert found == [each for each in AHEAD if each[0] >= seen.day]


@pytest.mark.parametrize(
    ("language", "deadline", "meeting"),
    [
        ("nl", "Uiterste datum: Brieven uit het portaal", "Vergadering: Directeuren"),
        ("en", "Deadline: Brieven uit het portaal", "Meeting: Directeuren"),
    ],
)
def test_the_calendar_file_has_each_date_once(
    two_years: dict[str, Seen], language: str, deadline: str, meeting: str
) -> None:
    said = two_years["year-end"].say("calendar", "--format", "ics", lang=language)
    days = re.findall(r"^DTSTART;VALUE=DATE:(\d+)\r?$", said, re.MULTILINE)
    titles = re.findall(r"^SUMMARY:(.*?)\r?$", said, re.MULTILINE)
    assert list(zip(days, titles, strict=True)) == [
        ("20280210", meeting),
        ("20280630", deadline),
        ("20281005", meeting),
    ]


@pytest.mark.parametrize(
    ("name", "steady"),
    [
        ("adopted", 8),
        # All but kluis, which is silent.
        ("typo", 7),
        # balie and zaak: three turned, two are pushed, and archief is silent.
        ("slip", 2),
        # Seven that run or wait to, of which two are pushed.
        ("decided", 5),
        # zoeken: portaal turned, and brieven is pushed.
        ("year-end", 1),
        ("end", 1),
    ],
)
def test_how_many_are_as_they_were(two_years: dict[str, Seen], name: str, steady: int) -> None:
    assert two_years[name].json("meeting", NEXT[name])["steady"] == steady
