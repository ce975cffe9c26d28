"""Two years after a decision: what a slip pushes, and what the checks report on each of six days."""

import pytest

from tests.two_years import DAYS, Seen

Slip = tuple[str, str, str, int, str | None]


def slipped(seen: Seen, delay: str) -> list[Slip]:
    """Give what slips: id, end before and after, days, and the deadline that it breaks."""
    rows = seen.json("status", "--slip", delay)["slips"]["rows"]
    return [
        (row["id"], row["from"], row["to"], row["days"], row["missed"][0]["date"] if row["missed"] else None)
        for row in rows
    ]


def test_two_months_late_push_both_that_wait_and_break_a_deadline(two_years: dict[str, Seen]) -> None:
    # June becomes August: 62 days. The portal has 184 days from 1 September on; the letters wait a month
    # more, up to 3 April, and take 121 days.
    assert slipped(two_years["adopted"], "poort=2 months") == [
        ("poort", "2027-06-30", "2027-08-31", 62, None),
        ("portaal", "2027-12-31", "2028-03-02", 62, None),
        ("brieven", "2028-05-31", "2028-08-01", 62, "2028-06-30"),
    ]


def test_thirty_days_late_are_just_in_time(two_years: dict[str, Seen]) -> None:
    # The portal ends on 30 January; a month after 31 January is 29 February, and 121 days end on 28 June.
    assert slipped(two_years["adopted"], "poort=30 days") == [
        ("poort", "2027-06-30", "2027-07-30", 30, None),
        ("portaal", "2027-12-31", "2028-01-30", 30, None),
        ("brieven", "2028-05-31", "2028-06-28", 28, None),
    ]


def test_what_slips_is_counted_from_what_is_foreseen_by_then(two_years: dict[str, Seen]) -> None:
    # The gateway is foreseen for September: the portal has 184 days from 1 October, up to 1 April, and the
    # letters 121 from 2 May, up to 30 August: their deadline was broken before this slip.
    assert slipped(two_years["slip"], "poort=2 months") == [
        ("poort", "2027-09-30", "2027-11-30", 61, None),
        ("portaal", "2028-04-01", "2028-06-01", 61, None),
        ("brieven", "2028-08-30", "2028-10-30", 61, None),
    ]


def test_for_programs_links_and_deadlines_have_no_words_of_a_language(two_years: dict[str, Seen]) -> None:
    rows = two_years["adopted"].json("status", "--slip", "poort=2 months")["slips"]["rows"]
    assert [(row["link"], row["missed"]) for row in rows] == [
        (None, []),
        ({"id": "poort", "kind": "finish-to-start"}, []),
        (
            {"id": "portaal", "kind": "finish-to-start"},
            [{"date": "2028-06-30", "kind": "statutory", "basis": "Wet digitale overheid"}],
        ),
    ]


@pytest.mark.parametrize(
    ("language", "links"),
    [
        ("nl", ("poort (begin na einde)", "portaal (begin na einde)")),
        ("en", ("poort (finish to start)", "portaal (finish to start)")),
    ],
)
def test_each_row_names_the_link_by_which_it_slips(
    two_years: dict[str, Seen], language: str, links: tuple[str, str]
) -> None:
    said = two_years["adopted"].say("status", "--slip", "poort=2 months", lang=language)
    by = dict(zip(("portaal", "brieven"), links, strict=True))
    rows = [line for line in said.splitlines() if line.startswith(("portaal", "brieven"))]
    assert [by[line.split()[0]] in line for line in rows[2:]] == [True, True], rows


def test_what_is_done_slips_nothing_any_more(two_years: dict[str, Seen]) -> None:
    said = two_years["year-end"].notes("status", "--slip", "poort=2 months")
    assert said.startswith("--slip: «poort» is voorbij: er schuift niets meer op.")


FINDINGS: dict[str, list[tuple[str, str, str]]] = {
    # The rule, the file, and the words on its line.
    "adopted": [],
    "typo": [("silent", "kluis", "status: running"), ("report-in-the-future", "kluis", "2028-03-04")],
    "slip": [
        ("silent", "archief", "2027-02-04"),
        ("late-for-deadline", "brieven", "2028-06-30"),
        ("dependency-too-late", "portaal", "depends_on: [poort]"),
        ("watermelon", "scan", "2027-05-06"),
    ],
    "decided": [
        ("late-for-deadline", "brieven", "2028-06-30"),
        ("dependency-too-late", "portaal", "depends_on: [poort]"),
        ("watermelon", "scan", "2027-05-06"),
    ],
    "year-end": [
        ("dependency-too-late", "brieven", "portaal, lag"),
        ("late-for-deadline", "brieven", "2028-06-30"),
        ("more-than-adopted", "scan", "spent: 124000"),
    ],
    "end": [("late-for-deadline", "brieven", "2028-06-30"), ("more-than-adopted", "scan", "spent: 124000")],
}


@pytest.mark.parametrize("name", DAYS)
def test_what_the_checks_report(two_years: dict[str, Seen], name: str) -> None:
    seen = two_years[name]
    # Den Haag has the letters and not the portal that they wait for: so it was filed and so it was adopted.
    found = [each for each in seen.findings() if each[0] != "dependency-misses-participant"]
    assert found == [
        (rule, f"initiatives/{file}.yaml", seen.line(file, part)) for rule, file, part in FINDINGS[name]
    ]


@pytest.mark.parametrize(
    ("name", "nl", "en"),
    [
        ("slip", "30 augustus 2028, 61 dagen na", "30 August 2028, 61 days after"),
        # From 1 May on, for the portal is foreseen for 31 March, 121 days end on 29 August.
        ("year-end", "29 augustus 2028, 60 dagen na", "29 August 2028, 60 days after"),
        # July, August and September.
        ("end", "30 september 2028, 92 dagen na", "30 September 2028, 92 days after"),
    ],
)
def test_how_late_the_letters_are_for_their_law(
    two_years: dict[str, Seen], name: str, nl: str, en: str
) -> None:
    said = tuple(two_years[name].say("validate", lang=language) for language in ("nl", "en"))
    assert (nl in said[0], en in said[1]) == (True, True), said
