"""`regie report`: a report added to the file, what it does to the colours, and who must report yet."""

import json
from pathlib import Path

import pytest

from tests.desk import PARTNERSHIP, initiative, portfolio, regie

RUNS = {
    "status": "running",
    "costs": "{one_off: {2026: 100000}}",
    "baseline": "{adopted: 2025-10-09, start: 2026-01, end: 2026-12, one_off: 100000}",
    "period": "{start: 2026-01, end: 2026-12}",
    "agenda": "2026",
}
KEPT = "progress: [{date: 2026-03-01, cost: red}"
BLOCK = """\
progress:
  - date: 2026-03-01
    time: green
  # over de zomer
  - date: 2026-08-01
    time: red
"""


def root_with(folder: Path, tail: str = "", **changes: str) -> Path:
    return portfolio(folder, {"api": (initiative(**{**RUNS, **changes}) + tail).encode()})


def text(root: Path) -> str:
    return (root / "initiatives/api.yaml").read_bytes().decode()


@pytest.mark.parametrize(
    ("tail", "wanted"),
    [
        ("", "progress: [{date: 2026-09-24, time: amber, spent: 110000}]\n"),
        ("progress:\n", "progress: [{date: 2026-09-24, time: amber, spent: 110000}]\n"),
        ("progress: []\n", "progress: [{date: 2026-09-24, time: amber, spent: 110000}]\n"),
        (
            KEPT + "]  # k\n",
            KEPT + ", {date: 2026-09-24, time: amber, spent: 110000}]  # k\n",
        ),
        (BLOCK, BLOCK + "  - {date: 2026-09-24, time: amber, spent: 110000}\n"),
    ],
)
def test_a_report_is_added_at_the_end_and_the_rest_stays(tmp_path: Path, tail: str, wanted: str) -> None:
    root = root_with(tmp_path, tail)
    done = regie("report", "api", "--time", "amber", "--spent", "110.000", cwd=root)
    assert (done.returncode, text(root)) == (0, initiative(**RUNS) + wanted), done.stderr


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2026-01-05", BLOCK.replace("progress:\n", "progress:\n  - {date: 2026-01-05, time: amber}\n")),
        ("2026-05-05", BLOCK.replace("green\n", "green\n  - {date: 2026-05-05, time: amber}\n")),
    ],
)
def test_an_older_report_comes_before_the_newer_ones(tmp_path: Path, day: str, wanted: str) -> None:
    root = root_with(tmp_path, BLOCK)
    done = regie("report", "api", "--time", "amber", "--date", day, cwd=root)
    assert (done.returncode, text(root)) == (0, initiative(**RUNS) + wanted), done.stderr


def test_an_older_report_in_a_row_between_brackets_comes_first(tmp_path: Path) -> None:
    root = root_with(tmp_path, "progress: [{date: 2026-03-01, time: red}]\n")
    assert regie("report", "api", "--time", "amber", "--date", "2026-02-01", cwd=root).returncode == 0
    assert "progress: [{date: 2026-02-01, time: amber}, {date: 2026-03-01, time: red}]\n" in text(root)


def test_lines_that_end_as_on_windows_stay_so(tmp_path: Path) -> None:
    content = (initiative(**RUNS) + BLOCK).replace("\n", "\r\n")
    root = portfolio(tmp_path, {"api": content.encode()})
    assert regie("report", "api", "--time", "amber", cwd=root).returncode == 0
    assert text(root) == content + "  - {date: 2026-09-24, time: amber}\r\n"


def test_the_colours_before_and_after_are_said(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    done = regie("report", "api", "--end", "2027-06", "--one-off", "115000", "--lang", "en", cwd=root)
    assert done.stdout.splitlines()[1:] == [
        "Computed RAG status against the first baseline (9 October 2025):",
        "  End: from green to red (agreed Dec 2026, foreseen Jun 2027)",
        "  One-off: from green to amber (agreed € 100,000, foreseen € 115,000)",
    ]


def test_beside_it_the_agreement_in_force_has_colours_of_its_own(tmp_path: Path) -> None:
    again = "rebaselines: [{date: 2026-09-03, reasons: [setbacks], end: 2027-06, one_off: 100000}]\n"
    decided = "decisions:\n  - {initiatives: [api], decision: rebaseline, end: 2027-06, one_off: 100000}\n"
    root = root_with(tmp_path, again)
    meetings = PARTNERSHIP.replace("meetings:\n", "meetings:\n  - {body: directors, date: 2026-09-03}\n")
    portfolio(tmp_path, {"decisions/2026-09-03-directors.yaml": decided}, meetings)
    done = regie("report", "api", "--end", "2027-07", "--lang", "en", cwd=root)
    assert [line for line in done.stdout.splitlines() if "End" in line or "Against" in line] == [
        "  End: red, as it was (agreed Dec 2026, foreseen Jul 2027)",
        "Against the agreement in force (3 September 2026):",
        "  End: green, as it was (agreed Jun 2027, foreseen Jul 2027)",
    ]


def test_without_a_baseline_there_is_no_colour(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {"api": initiative(status="running")})
    done = regie("report", "api", "--time", "green", cwd=root)
    assert "geen baseline, dus geen berekend stoplicht" in done.stdout


def test_with_diff_it_is_shown_and_not_written(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    done = regie("report", "api", "--end", "2027-06", "--diff", cwd=root)
    assert "+progress: [{date: 2026-09-24, end: 2027-06}]\n" in done.stdout
    assert "Einde: van groen naar rood" in done.stdout
    assert text(root) == initiative(**RUNS)


@pytest.mark.parametrize("status", ["on-hold", "done", "stopped"])
def test_what_runs_no_more_can_have_a_last_report(tmp_path: Path, status: str) -> None:
    root = root_with(tmp_path, status=status)
    assert regie("report", "api", "--spent", "100000", cwd=root).returncode == 0
    assert "spent: 100000" in text(root)


@pytest.mark.parametrize(
    ("words", "changes", "said"),
    [
        (("apj", "--time", "green"), {}, "«apj»"),
        (("api",), {}, "niets te rapporteren over «api»"),
        (("api", "--time", "green", "--date", "2026-09-25"), {}, "van 25 september 2026 kan nog niet"),
        (("api", "--time", "green", "--date", "2026-08-01"), {}, "regie set api progress.2.spent=110000"),
        (("api", "--time", "green"), {"status": "adopted"}, "regie set api status=running"),
        (("api", "--time", "green"), {"status": "proposal"}, "de status is voorstel"),
        (("api", "--time", "groen"), {}, "green"),
        (("api", "--spent", "veel"), {}, "--spent"),
        (("api", "--end", "ooit"), {}, "--end"),
        (("api", "--text", "a\u202eb"), {}, "--text"),
        ((), {}, "vraag met --due wie nog moet rapporteren"),
        (("api", "--due"), {}, "--due zonder initiatief"),
        (("api", "--time", "green", "--format", "json"), {}, "horen bij --due"),
    ],
)
def test_what_can_not_be_reported_is_refused(
    tmp_path: Path, words: tuple[str, ...], changes: dict[str, str], said: str
) -> None:
    root = root_with(tmp_path, BLOCK, **changes)
    before = text(root)
    done = regie("report", *words, cwd=root)
    assert done.returncode == 2
    assert said in done.stderr
    assert text(root) == before


def test_the_advice_about_a_second_report_of_a_day_works(tmp_path: Path) -> None:
    root = root_with(tmp_path, BLOCK)
    assert regie("set", "api", "progress.2.spent=110000", cwd=root).returncode == 0
    assert "  - date: 2026-08-01\n    time: red\n    spent: 110000\n" in text(root)


def due(root: Path, today: str, *words: str) -> list[tuple[str, object, object]]:
    done = regie("report", "--due", "--format", "json", "--today", today, *words, cwd=root)
    assert done.returncode == 0, done.stderr
    return [(row["id"], row["reported"], row["days"]) for row in json.loads(done.stdout)["rows"]]


def test_who_must_report_are_those_without_a_report_since_the_last_deciding_meeting(tmp_path: Path) -> None:
    def reported(day: str) -> str:
        return initiative(**RUNS) + f"progress: [{{date: {day}, time: green}}]\n"

    files = {"on-the-day": reported("2026-10-08"), "before": reported("2026-10-07")}
    root = portfolio(
        tmp_path, {**files, "api": initiative(**RUNS), "held": initiative(**{**RUNS, "status": "on-hold"})}
    )
    assert due(root, "2026-10-20") == [("api", None, 292), ("before", "2026-10-07", 13)]


def test_before_the_first_deciding_meeting_all_that_runs_must_report(tmp_path: Path) -> None:
    root = root_with(tmp_path, "progress: [{date: 2026-09-24, time: green}]\n")
    assert due(root, "2026-10-07") == [("api", "2026-09-24", 13)]
    assert due(root, "2026-10-08") == [("api", "2026-09-24", 14)]
    done = regie("report", "--due", "--today", "2026-10-07", cwd=root)
    assert "nog geen vergadering die besluit" in done.stderr


# --- the one-off cost by year ---

YEARS = ("--one-off", "2027=50.000", "--one-off", "2026=110000")


def test_the_one_off_cost_can_be_given_by_year(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    done = regie("report", "api", *YEARS, "--lang", "en", cwd=root)
    wanted = "progress: [{date: 2026-09-24, one_off: {2026: 110000, 2027: 50000}}]\n"
    assert (done.returncode, text(root)) == (0, initiative(**RUNS) + wanted), done.stderr
    shown = json.loads(regie("costs", "api", "--by", "year", "--format", "json", "-C", root).stdout)["rows"]
    assert [(row["year"], row["one_off"]) for row in shown] == [(2026, 110000), (2027, 50000)]


def test_a_year_is_added_below_reports_that_are_there(tmp_path: Path) -> None:
    root = root_with(tmp_path, BLOCK)
    done = regie("report", "api", *YEARS, cwd=root)
    added = "  - {date: 2026-09-24, one_off: {2026: 110000, 2027: 50000}}\n"
    assert (done.returncode, text(root)) == (0, initiative(**RUNS) + BLOCK + added), done.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("2026=1", "2026=2"), "--one-off: 2026 is given twice. Give each year once.\n"),
        (("2026=1", "5"), "--one-off: «5» has no year. Give one amount for all years together"),
        (("1", "2"), "--one-off: «1» has no year. Give one amount for all years together"),
        (("26=1",), "--one-off: write a year in four digits, such as 2027.\n"),
        (("2026=",), "--one-off: a value is required.\n"),
        (("2026=1,5",), "--one-off: "),
        (("=5",), "--one-off: a value is required.\n"),
        (("",), "--one-off: a value is required.\n"),
    ],
)
def test_what_is_no_cost_by_year_is_refused(tmp_path: Path, given: tuple[str, ...], said: str) -> None:
    root = root_with(tmp_path)
    words = [word for text in given for word in ("--one-off", text)]
    done = regie("report", "api", *words, "--lang", "en", cwd=root)
    assert (done.returncode, done.stdout, text(root)) == (2, "", initiative(**RUNS))
    assert done.stderr.startswith(said)
