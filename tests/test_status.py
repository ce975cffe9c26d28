"""`regie status`: declared beside computed, money and hours, what slips, and the report for a meeting."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

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


def test_each_member_has_its_share_of_what_was_spent_and_is_foreseen(root: Path) -> None:
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
        (("--slip", "lat=3 months"), "lat"),
        (("--slip", "late=2027-Q1"), "niet later eindigen"),
        (("--report", "--format", "csv"), "niet samen"),
    ],
)
def test_what_can_not_be_meant_is_refused(root: Path, words: tuple[str, ...], said: str) -> None:
    done = regie("status", *words, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


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


def test_the_report_names_in_one_line_what_goes_well(root: Path) -> None:
    written = regie("status", "--report", cwd=root).stdout
    assert "2 initiatieven: Klaar, Goed.\n" in written
    assert "Open voorwaarde: Eerst de toets (CISO Utrecht, uiterlijk 20 september 2026)" in written
    assert "€ 70.009 is uitgegeven" in written
    assert "Van 1 initiatief is niet bekend wat er is uitgegeven: Stil." in written


def test_chapter_ten_of_the_agenda_has_the_same_colours_and_ends(root: Path) -> None:
    from_agenda = [
        line
        for line in regie("agenda", "--year", "2027", "--lang", "en", cwd=root).stdout.splitlines()
        if line.startswith("| Te laat | ")
    ]
    row = status(root)["by"]["late"]
    assert (row["first_cost"], row["first_time"], row["end"]) == ("amber", "red", "2027-06-30")
    assert any("| Jun 2027 | amber | red |" in line for line in from_agenda), from_agenda
