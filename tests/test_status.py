"""`regie status`: declared beside computed, money and hours, what slips, and the report for a meeting."""

import csv
import json
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

import pytest

from tests.desk import EXAMPLE, PARTNERSHIP, initiative, portfolio, regie
from tests.gitrepo import IN_GIT, started

RUNS = {
    "agenda": "2026",
    "status": "running",
    "submitted": "2025-05-01",
    "period": "{start: 2026-01, end: 2026-12}",
    "costs": "{as_of: 2025-05-01, one_off: {2026: 100000}, recurring: {2027: 1000}}",
    "effort": "{platform: {2026-Q1: 100, 2026-Q3: 40}}",
    "baseline": "{adopted: 2025-10-09, start: 2026-01, end: 2026-12, one_off: 100000, recurring: 1000}",
}
MEETINGS = PARTNERSHIP.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-09-03}\n")
LATE = "[{date: 2026-08-20, time: green, cost: green, spent: 40000},"
LATE += " {date: 2026-09-10, time: green, cost: amber, spent: 60000, end: 2027-06, one_off: 115000}]"
DECIDED = """\
decisions:
  - initiatives: [late]
    decision: adopt
    conditions:
      - {what: Eerst de toets, by: 2026-09-20, owner: CISO Utrecht, kind: during}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {
        "late": initiative(**RUNS, title="Te laat", progress=LATE),
        "fine": initiative(**RUNS, title="Goed", progress="[{date: 2026-09-10, spent: 10000}]"),
        "quiet": initiative(**RUNS, title="Stil"),
        "next": initiative(
            title="Volgt", period="{start: 2027-Q1, end: 2027-Q2}", depends_on="[late]", agenda="2027"
        ),
        "done": initiative(
            **{**RUNS, "status": "done"}, title="Klaar", progress="[{date: 2026-09-10, spent: 9}]"
        ),
        "decisions/2026-09-03-directors.yaml": DECIDED,
    }
    return portfolio(tmp_path, files, MEETINGS)


def status(root: Path, *words: str) -> dict[str, Any]:
    done = regie("status", "--format", "json", *words, cwd=root)
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return {**document, "by": {row["id"]: row for row in document["rows"]}}


def test_a_row_has_declared_and_computed_colours_and_what_they_rest_on(root: Path) -> None:
    row = status(root)["by"]["late"]
    told = {key: row[key] for key in ("declared_time", "declared_cost", "first_time", "agreed_cost")}
    assert told == {
        "declared_time": "green",
        "declared_cost": "amber",
        "first_time": "red",
        "agreed_cost": "amber",
    }
    money = (row["agreed_one_off"], row["one_off"], row["spent"], row["agreed_recurring"], row["recurring"])
    assert (row["agreed_end"], row["end"], money) == (
        "2026-12",
        "2027-06-30",
        (100000, 115000, 60000, 1000, 1000),
    )
    assert (row["reported"], row["days"]) == ("2026-09-10", 14)


def test_what_was_stated_about_the_end_is_there_with_its_day_and_source(root: Path) -> None:
    stated = [(each["source"], each["date"], each["end"]) for each in status(root)["by"]["late"]["ends"]]
    assert stated == [
        ("baseline", "2025-10-09", "2026-12"),
        ("plan", "2025-10-09", "2026-12"),
        ("report", "2026-09-10", "2027-06"),
    ]


def test_each_member_has_its_share_of_what_was_spent_and_is_foreseen(root: Path) -> None:
    # What is foreseen is shared by year, as costs does: 100,000 in 2026 and 15,000 in 2027.
    shares = status(root)["by"]["late"]["shares"]
    # Of 115000 in all 100000 falls in 2026 and 15000 in 2027, and each year is shared by itself.
    assert shares == {
        "amsterdam": {"spent": 21923, "one_off": 36539 + 5481, "recurring": 366},
        "rotterdam": {"spent": 19039, "one_off": 31731 + 4760, "recurring": 317},
        "den-haag": {"spent": 13269, "one_off": 22115 + 3317, "recurring": 221},
        "utrecht": {"spent": 5769, "one_off": 9615 + 1442, "recurring": 96},
    }


def test_what_needs_attention_is_named(root: Path) -> None:
    rows = status(root)["by"]
    assert {name: row["concerns"] for name, row in rows.items()} == {
        "done": [],
        "fine": [],
        "late": ["red", "watermelon", "condition-overdue"],
        "quiet": ["silent"],
    }
    assert [each["what"] for each in rows["late"]["open_conditions"]] == ["Eerst de toets"]


def test_what_turned_is_counted_from_the_last_deciding_meeting_before_today(root: Path) -> None:
    turned = {
        day: [
            (t["what"], t["before"], t["after"]) for t in status(root, "--today", day)["by"]["late"]["turned"]
        ]
        for day in ("2026-09-03", "2026-09-24", "2026-10-08", "2026-10-09")
    }
    both = [("time", "green", "red"), ("cost", "green", "amber")]
    assert turned == {"2026-09-03": [], "2026-09-24": both, "2026-10-08": both, "2026-10-09": []}


def test_hours_are_those_of_the_year_by_team_and_quarter(root: Path) -> None:
    (row,) = status(root, "late", "fine")["hours"]
    quarters = [row[f"q{quarter}"] for quarter in (1, 2, 3, 4)]
    assert (row["team"], quarters, row["hours"], row["capacity"]) == ("platform", [200, 0, 80, 0], 280, None)


def test_what_was_done_counts_only_in_its_year(root: Path) -> None:
    assert "done" in status(root, "--year", "2026")["by"]
    assert "done" not in status(root, "--year", "2027")["by"]


@pytest.mark.parametrize("delay", ["3 months", "3 maanden", "92 days", "92 dagen", "2027-Q3", "2027-09"])
def test_what_waits_slips_with_it_by_its_link(root: Path, delay: str) -> None:
    slips = status(root, "--slip", f"late={delay}")["slips"]["rows"]
    assert [(row["id"], row["from"], row["to"], row["link"]) for row in slips] == [
        ("late", "2027-06-30", "2027-09-30", None),
        ("next", "2027-12-28", "2028-03-29", {"id": "late", "kind": "finish-to-start"}),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--slip", "late"), "is niet te lezen"),
        (("--slip", "late=3"), "is niet te lezen"),
        (("--slip", "late=ooit"), "is niet te lezen"),
        (("--slip", "late=0 months"), "schrijf een aantal dagen, weken of maanden"),
        (("--slip", "late=75 years"), "schrijf een aantal dagen, weken of maanden"),
        (("--slip", "late=10000 days"), "schrijf een aantal dagen, weken of maanden"),
        (("--slip", "lat=3 months"), "lat"),
        (("--slip", "late=2027-Q1"), "niet later eindigen"),
        (("--report", "--format", "csv"), "niet samen"),
    ],
)
def test_what_can_not_be_meant_is_refused(root: Path, words: tuple[str, ...], said: str) -> None:
    done = regie("status", *words, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize("words", [("--report",), ("--format", "md"), ()])
def test_what_lies_in_a_circle_is_named_and_has_no_empty_table(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    circle = {"a": initiative(**RUNS, depends_on="[b]"), "b": initiative(**RUNS, depends_on="[a]")}
    done = regie("status", "--slip", "a=3 months", *words, cwd=portfolio(tmp_path, {**circle}))
    assert "Niet te zeggen is hoe dit opschuift, want er is geen periode of het zit in een kring: a, b." in (
        done.stdout.splitlines()
    )
    assert "Einde wordt" not in done.stdout


@pytest.mark.parametrize(
    ("language", "heads", "turned"),
    [
        (
            "nl",
            ["Van kleur veranderd", "Vraagt aandacht", "Gaat zoals afgesproken", "Geld", "Uren per team"],
            (
                "- Te laat: tijd van groen naar rood, kosten van groen naar oranje "
                "(einde jun 2027, afgesproken dec 2026; € 115.000 voorzien, afgesproken € 100.000)."
            ),
        ),
        (
            "en",
            ["Changed colour", "Needs attention", "Goes as agreed", "Money", "Hours by team"],
            (
                "- Te laat: time from green to red, cost from green to amber "
                "(end Jun 2027, agreed Dec 2026; € 115,000 foreseen, agreed € 100,000)."
            ),
        ),
    ],
)
def test_the_report_for_a_meeting_begins_with_what_turned(
    root: Path, language: str, heads: list[str], turned: str
) -> None:
    lines = regie("status", "--report", "--lang", language, cwd=root).stdout.splitlines()
    assert [line[3:] for line in lines if line.startswith("## ")] == heads
    assert turned in lines
    assert lines.index(turned) < lines.index(f"## {heads[1]}")


def test_the_report_names_first_what_it_lacks(root: Path) -> None:
    portfolio(
        root, {"broken": initiative(**{**RUNS, "progress": "[{date: 2026-09-01, spent: -5}]"})}, MEETINGS
    )
    written = regie("status", "--report", "--lang", "en", cwd=root).stdout
    said = "Omitted because of read errors: broken. For details, run: regie validate"
    assert said in written.partition("## ")[0].splitlines()
    assert status(root)["unreadable"] == ["broken"]


def test_the_report_names_in_one_line_what_goes_well(root: Path) -> None:
    written = regie("status", "--report", cwd=root).stdout
    assert "2 initiatieven: Klaar, Goed.\n" in written
    assert "Open voorwaarde: Eerst de toets (CISO Utrecht, uiterlijk 20 september 2026)" in written
    assert "€ 70.009 is uitgegeven" in written
    assert "Van 1 initiatief is niet bekend wat er is uitgegeven: Stil." in written


def cells(text: str, heading: str) -> list[list[str]]:
    """Give the rows of the first table below a heading, without its heads."""
    lines = iter(text.split(f"{heading}\n", 1)[1].splitlines())
    below = dropwhile(lambda line: line[:1] != "|", lines)
    table = list(takewhile(lambda line: line[:1] == "|", below))
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[2:]]


COSTS = {
    "nl": "Wat dit kost, incidenteel en structureel per jaar:",
    "en": "What this costs, one-off and recurring per year:",
}


def digits(text: str) -> int | None:
    return int("".join(filter(str.isdigit, text)) or 0) if text else None


@pytest.mark.parametrize(
    ("language", "heading"), [("nl", "## 10. Doorlopende projecten"), ("en", "## 10. Ongoing projects")]
)
@pytest.mark.parametrize("which", ["made-up", "example"])
def test_chapter_ten_of_the_agenda_and_status_give_one_answer(
    root: Path, which: str, language: str, heading: str
) -> None:
    folder = EXAMPLE if which == "example" else root
    words = ("--lang", language, "--today", "2026-09-24")
    agenda = regie("agenda", "--year", "2027", *words, cwd=folder).stdout
    ids = ("--exclude", "agenda:2027", *words)
    rows = status(folder, *ids)["rows"]
    shown = regie("status", "--format", "md", *ids, cwd=folder).stdout
    report = regie("status", "--report", *ids, cwd=folder).stdout
    both = zip(cells(agenda, heading), cells(agenda, COSTS[language]), strict=False)
    chapter = [state[1:7] + money[1:4] + state[7:] for state, money in both]
    assert chapter == [row[1:] for row in cells(f"\n{shown}", "")]
    assert len(chapter) == len(rows) > 0
    recurring = [row["recurring"] for row in rows]
    assert [digits(row[5]) for row in cells(agenda, COSTS[language])[:-1]] == recurring
    money = report.split("## Geld\n" if language == "nl" else "## Money\n")[1].split("\n|")[0].strip()
    assert money in agenda


def test_chapter_ten_has_what_runs_with_both_colours_money_and_silence(root: Path) -> None:
    agenda = regie("agenda", "--year", "2027", "--lang", "en", cwd=root).stdout
    rows = {row[0]: row[1:] for row in cells(agenda, "## 10. Ongoing projects")}
    colours = ["green / amber", "red / amber", "red / amber"]
    assert rows["Te laat"] == ["running", *colours, "Dec 2026", "Jun 2027", "14", "1"]
    assert rows["Stil"][-2:] == ["266", "0"]
    money = {row[0]: row[1:] for row in cells(agenda, COSTS["en"])}
    assert money["Te laat"] == ["€ 100,000", "€ 115,000", "€ 60,000", "€ 1,000", "€ 1,000", "€ 16,000"]
    assert "Of 1 initiative it isn't known what was spent: Stil." in agenda


def test_what_chapter_ten_adds_up_for_its_year_is_what_page_one_has() -> None:
    agenda = regie("agenda", "--year", "2027", "--lang", "en", cwd=EXAMPLE).stdout
    (*parts, total) = cells(agenda, COSTS["en"])
    amounts = [digits(row[-1]) for row in parts if row[-1] != "–"]
    assert amounts == [140000, 425000, 138000, 135000, 475000, 40000, 160000]
    assert (total[0], digits(total[-1])) == ("Total", 1513000)
    assert "| Ongoing projects (6) | 1,473,000 |" in agenda
    assert "| Still to be paid (1) | 40,000 |" in agenda


def test_what_has_no_baseline_is_not_in_the_difference(root: Path) -> None:
    without = {**RUNS, "baseline": None}
    for name, costs in (("bare", "{one_off: {2026: 30000}}"), ("void", None)):
        text = initiative(**{**without, "costs": costs}, title=name)
        (root / f"initiatives/{name}.yaml").write_text(text)
    written = regie("status", "--report", "--lang", "en", cwd=root).stdout
    sums = "€ 400,000 was agreed and € 315,009 is foreseen (difference € −84,991)"
    assert sums in written
    assert "1 initiative without baseline isn't counted" in written
    assert "€ 30,000 is foreseen of it: bare." in written
    assert (
        "Of 1 initiative it isn't known what it costs one-off, so it isn't counted either: void." in written
    )


@pytest.mark.parametrize(
    ("progress", "years"),
    [
        # Its plan ended in December, and its newest report says when it really did.
        ("[{date: 2027-01-20, spent: 9, end: 2027-01}]", {"2027"}),
        ("[{date: 2026-11-20, spent: 9, end: 2026-11}]", {"2026"}),
        ("[{date: 2027-01-20, spent: 9}]", {"2027"}),
        # An end that was foreseen later than today is no later than today.
        ("[{date: 2027-01-20, spent: 9, end: 2028-Q1}]", {"2027"}),
        (None, {"2026"}),
    ],
)
def test_what_was_done_counts_in_the_year_in_which_it_was_finished(
    root: Path, progress: str | None, years: set[str]
) -> None:
    text = initiative(**{**RUNS, "status": "done"}, title="Klaar", progress=progress)
    (root / "initiatives/done.yaml").write_text(text)
    words = ("--today", "2027-02-01", "--year")
    assert {year for year in ("2026", "2027", "2028") if "done" in status(root, *words, year)["by"]} == years


def test_without_a_report_it_was_finished_when_main_had_it_as_done(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=IN_GIT)
    desk.commit("2026-05-18", {"late": initiative(**RUNS)})
    desk.commit("2027-01-12", {"late": initiative(**{**RUNS, "status": "done"})})
    words = ("--today", "2027-02-01", "--year")
    assert [year for year in ("2026", "2027") if status(desk.folder, *words, year)["rows"]] == ["2027"]


def test_the_csv_has_the_shares_of_members_and_the_hours_of_teams(root: Path) -> None:
    written = regie("status", "--format", "csv", cwd=root).stdout
    rows = {row["id"]: row for row in csv.DictReader(written.splitlines())}
    late = rows["late"]
    assert (late["spent_amsterdam"], late["one_off_utrecht"], late["recurring_den-haag"]) == (
        "21923",
        "11057",
        "221",
    )
    # What is done asks no hours any more.
    hours = {name: row["hours_platform"] for name, row in rows.items()}
    assert hours == {"done": "0", "fine": "140", "late": "140", "quiet": "140"}
    # Of what reports nothing the share of what was spent isn't known.
    assert (rows["quiet"]["spent_utrecht"], rows["quiet"]["one_off_utrecht"]) == ("", "9615")


def test_a_long_report_is_cut_after_a_sentence(root: Path) -> None:
    text = "De proef loopt goed. " + "Wat daarna komt is uitgebreid beschreven. " * 20
    report = f'[{{date: 2026-09-10, time: amber, end: 2027-12, text: "{text}"}}]'
    (root / "initiatives/late.yaml").write_text(initiative(**RUNS, title="Te laat", progress=report))
    written = regie("status", "--report", cwd=root).stdout
    (line,) = (line.strip() for line in written.splitlines() if "Rapportage van 10 sep" in line)
    assert line.startswith("Rapportage van 10 september 2026: De proef loopt goed.")
    assert line.endswith("beschreven. …")
    assert len(line) < 350


def test_before_it_began_there_are_no_days_without_a_report(root: Path) -> None:
    assert status(root, "--today", "2025-10-01")["by"]["quiet"]["days"] is None


def test_who_left_pays_nothing_of_what_is_foreseen_of_later_years(tmp_path: Path) -> None:
    costs = "{as_of: 2025-05-01, one_off: {2026: 104, 2027: 94}, recurring: {2027: 940}}"
    runs = {**RUNS, "costs": costs, "period": "{start: 2026-01, end: 2027-12}", "baseline": None}
    left = PARTNERSHIP.replace("code: GM0344}", "code: GM0344, until: 2026-12-31}")
    root = portfolio(tmp_path, {"a": initiative(**runs, progress="[{date: 2026-09-10, spent: 104}]")}, left)
    shares = status(root, "--today", "2027-02-01")["by"]["a"]["shares"]
    assert shares["utrecht"] == {"spent": 10, "one_off": 10, "recurring": 0}
    assert shares["amsterdam"] == {"spent": 38, "one_off": 76, "recurring": 380}


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "--slip: «done» is voorbij: "), ("en", "--slip: «done» is over: ")]
)
def test_what_is_over_slips_no_more_and_that_is_said(root: Path, language: str, said: str) -> None:
    done = regie("status", "--slip", "done=3 months", "--lang", language, cwd=root)
    assert (done.returncode, done.stdout, done.stderr.startswith(said)) == (2, "", True)


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "de kwaliteit in de rapportage oranje genoemd"), ("en", "quality called amber in the report")],
)
def test_what_a_report_says_of_quality_needs_attention(tmp_path: Path, language: str, said: str) -> None:
    report = "[{date: 2026-09-10, time: green, cost: green, quality: amber, spent: 9}]"
    root = portfolio(tmp_path, {"proef": initiative(**RUNS, progress=report)}, MEETINGS)
    assert status(root)["by"]["proef"]["concerns"] == ["declared-amber"]
    assert said in regie("status", "--report", "--lang", language, cwd=root).stdout
