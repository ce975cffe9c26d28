"""Two years after a decision: what a new report would do, and the same figures in every format."""

import pytest

from tests.two_years import Seen

# In March the gateway is as adopted. September is 92 days on 181 later, 345,000 is 15 % above 300,000.
WORSE = ("report", "poort", "--end", "2027-09", "--one-off", "345000", "--diff")
# In July 350,000 and September are agreed on: October is 304 days, 31 more than 273 is 11 %. Against the
# first 181 days it is 68 %; and 360,000 is exactly 20 % above 300,000: still amber.
AGREED = ("report", "poort", "--end", "2027-10", "--one-off", "360000", "--diff")


@pytest.mark.parametrize(
    ("name", "words", "language", "lines"),
    [
        (
            "typo",
            WORSE,
            "nl",
            [
                "Berekend stoplicht tegen de eerste baseline (8 oktober 2026):",
                "  Einde: van groen naar rood (afgesproken jun 2027, voorzien sep 2027)",
                "  Incidenteel: van groen naar oranje (afgesproken € 300.000, voorzien € 345.000)",
                "  Structureel per jaar: groen, zoals het was (afgesproken € 30.000, voorzien € 30.000)",
            ],
        ),
        (
            "decided",
            AGREED,
            "en",
            [
                "Computed RAG status against the first baseline (8 October 2026):",
                "  End: red, as it was (agreed Jun 2027, foreseen Oct 2027)",
                "  One-off: amber, as it was (agreed € 300,000, foreseen € 360,000)",
                "  Recurring a year: green, as it was (agreed € 30,000, foreseen € 30,000)",
                "Against the agreement in force (17 June 2027):",
                "  End: from green to amber (agreed Sep 2027, foreseen Oct 2027)",
                "  One-off: green, as it was (agreed € 350,000, foreseen € 360,000)",
                "  Recurring a year: green, as it was (agreed € 30,000, foreseen € 30,000)",
            ],
        ),
    ],
)
def test_what_a_report_would_do_to_the_colours(
    two_years: dict[str, Seen], name: str, words: tuple[str, ...], language: str, lines: list[str]
) -> None:
    assert two_years[name].say(*words, lang=language).splitlines()[-len(lines) :] == lines


@pytest.mark.parametrize(
    ("language", "row"),
    [
        (
            "nl",
            (
                "poort in uitvoering rood / oranje rood / oranje rood / oranje "
                "jun 2027 sep 2027 € 300.000 € 345.000 € 210.000 4 0"
            ),
        ),
        (
            "en",
            (
                "poort running red / amber red / amber red / amber "
                "Jun 2027 Sep 2027 € 300,000 € 345,000 € 210,000 4 0"
            ),
        ),
    ],
)
def test_the_table_and_markdown_have_one_row(two_years: dict[str, Seen], language: str, row: str) -> None:
    table = two_years["slip"].say("status", lang=language).replace("\xa0", " ")
    markdown = two_years["slip"].say("status", "--format", "md", lang=language).replace("\xa0", " ")
    found = {" ".join(line.split()) for line in table.splitlines()}
    cells = {" ".join(" ".join(line.split("|")).split()) for line in markdown.splitlines()}
    assert (row in found, row in cells) == (True, True)


@pytest.mark.parametrize("name", ["slip", "decided", "year-end", "end"])
def test_the_spreadsheet_has_what_programs_get(two_years: dict[str, Seen], name: str) -> None:
    seen = two_years[name]
    keys = ("status", "end", "agreed_cost", "one_off", "recurring", "spent")
    told = {each: [str(row[key] or "") for key in keys] for each, row in seen.rows().items()}
    assert {row["id"]: [row[key] for key in keys] for row in seen.csv("status")} == told


def test_the_end_of_the_year_is_the_same_in_every_format(two_years: dict[str, Seen]) -> None:
    words = ("costs", "--foreseen", "--year", "2027", "portaal")
    seen = two_years["year-end"]
    (row,) = seen.csv(*words)
    numbers = [row[key] for key in ("planned", "spent", "left", "carried_over")]
    assert numbers == ["120000", "50000", "70000", "70000"]
    shown = seen.say(*words, "--format", "md").replace("\xa0", " ")
    assert "| portaal | € 120.000 | € 50.000 | € 50.000 | € 70.000 | € 0 | € 70.000 |" in shown


@pytest.mark.parametrize("member", ["amsterdam", "den-haag"])
def test_the_calendar_of_one_member(two_years: dict[str, Seen], member: str) -> None:
    rows = two_years["year-end"].csv("calendar", "--member", member, "--only", "deadlines")
    assert [(row["date"], row["about"]) for row in rows] == [("2028-06-30", "brieven")]


REPORT = {
    "nl": (
        "# Voortgang op 10 mei 2027",
        (
            "Incidenteel is € 1.000.000 afgesproken en € 1.070.000 voorzien (verschil € 70.000); "
            "€ 440.000 is uitgegeven."
        ),
        "1 initiatief: Digitale balie.",
    ),
    "en": (
        "# Progress on 10 May 2027",
        (
            "Of one-off cost € 1,000,000 was agreed and € 1,070,000 is foreseen (difference € 70,000); "
            "€ 440,000 was spent."
        ),
        "1 initiative: Digitale balie.",
    ),
}


@pytest.mark.parametrize("language", REPORT)
def test_the_report_of_may(two_years: dict[str, Seen], language: str) -> None:
    # 345000 is 45000 and 125000 is 25000 more. Spent: 5000 + 50000 + 25000 + 210000 + 70000 + 80000.
    lines = two_years["slip"].say("status", "--report", lang=language).replace("\xa0", " ").splitlines()
    assert [line for line in REPORT[language] if line not in lines] == []
