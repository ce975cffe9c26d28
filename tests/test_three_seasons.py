"""Three seasons in a row, with initiatives that move: each season keeps its own figures."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, started, text

FULL = {"do_nothing": "Dan stopt het.", "costs": "{one_off: {2027: 150000}}", "submitted": "2024-01-05"}
YEARS = "".join(
    f"  {year}: {{intake_closes: {year - 1}-07-01, dossier_closes: {year - 1}-08-27, "
    f"advice: {year - 1}-09-24, decision: {year - 1}-10-08, late_decision: {year - 1}-11-12}}\n"
    for year in (2025, 2026, 2028)
)
PARTNERSHIP = IN_GIT.replace("agendas:\n", f"agendas:\n{YEARS}")


def one(name: str, agenda: int, **changes: str | None) -> dict[str, str | None]:
    return {name: text(f"Initiatief {name}", **{**FULL, "agenda": str(agenda), **changes})}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = started(tmp_path_factory.mktemp("seasons"), "2024-01-05", PARTNERSHIP)
    # Season 2025: one in time and adopted, one in time that moves on, one that is late and moves on.
    desk.commit("2024-05-01", one("adopted", 2025) | one("mover", 2025) | one("gone", 2025))
    # A slip of the pen that is put right in ten days was never asked for.
    desk.commit("2024-05-10", one("slip", 2025))
    desk.commit("2024-05-20", one("slip", 2026))
    desk.commit("2024-07-10", one("straggler", 2025, submitter="rotterdam"))
    desk.commit("2024-10-08", one("adopted", 2025, status="adopted"))
    desk.commit("2024-11-20", one("mover", 2026) | one("straggler", 2026, submitter="rotterdam"))
    # Season 2026: what moved in after the last season is in time; one is removed before it closes.
    desk.commit("2025-08-01", {"gone": None})
    desk.commit("2025-08-28", one("newcomer", 2026, submitter="rotterdam"))
    # Adopted on one agenda it stays there, whatever happens to its dossier afterwards.
    desk.commit("2025-12-01", one("adopted", 2025, status="running", costs=None))
    # Season 2027: the mover comes along a third time, after the intake.
    desk.commit("2026-07-02", one("mover", 2027))
    return desk


def rows(desk: Desk, *words: str) -> list[dict[str, str]]:
    done = regie("arrivals", "-C", desk.folder, "--today", "2026-09-24", "--format", "csv", *words)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_each_season_keeps_who_asked_for_a_place_in_it(desk: Desk) -> None:
    found = {
        year: {
            row["id"]: (row["asked"], row["punctuality"], row["now"]) for row in rows(desk, "--year", year)
        }
        for year in ("2025", "2026", "2027")
    }
    assert found["2025"] == {
        "adopted": ("2024-05-01", "in-time", ""),
        "gone": ("2024-05-01", "in-time", "removed"),
        "mover": ("2024-05-01", "in-time", "2027 proposal"),
        "straggler": ("2024-07-10", "after-intake", "2026 proposal"),
    }
    assert found["2026"] == {
        "slip": ("2024-05-20", "in-time", ""),
        "mover": ("2024-11-20", "in-time", "2027 proposal"),
        "straggler": ("2024-11-20", "in-time", ""),
        "newcomer": ("2025-08-28", "after-dossier", ""),
    }
    assert found["2027"] == {"mover": ("2026-07-02", "after-intake", "")}


def test_the_trend_adds_up_by_season_and_never_over_them(desk: Desk) -> None:
    keys = ("submitter", "agenda", "filed", "late", "share")
    assert [tuple(row[key] for key in keys) for row in rows(desk, "--part", "trend")] == [
        ("rotterdam", "2025", "1", "1", "100"),
        ("rotterdam", "2026", "2", "1", "50"),
        ("utrecht", "2025", "3", "0", "0"),
        ("utrecht", "2026", "2", "0", "0"),
        ("utrecht", "2027", "1", "1", "100"),
    ]


def test_only_the_late_ones_worst_first(desk: Desk) -> None:
    found = rows(desk, "--year", "2026", "--part", "late")
    assert [(row["id"], row["days_late"]) for row in found] == [("newcomer", "1")]


def test_who_moved_on_is_listed_with_where_to(desk: Desk) -> None:
    found = rows(desk, "--year", "2025", "--part", "moved-on")
    assert [(row["id"], row["now"]) for row in found] == [
        ("gone", "removed"),
        ("mover", "2027 proposal"),
        ("straggler", "2026 proposal"),
    ]


def test_the_calendar_counts_as_it_stands_now(desk: Desk, tmp_path: Path) -> None:
    copy = Desk(tmp_path / "copy", desk.home)
    desk.git("clone", "-q", desk.folder.as_uri(), copy.folder)
    partnership = PARTNERSHIP.replace("intake_closes: 2024-07-01", "intake_closes: 2024-07-10")
    copy.write({"regie.yaml": partnership})
    assert rows(copy, "--year", "2025", "--part", "late") == []


def test_what_came_in_given_up_never_asked_for_a_place(tmp_path: Path) -> None:
    work = started(tmp_path, "2026-01-05", PARTNERSHIP)
    work.commit("2026-06-01", one("kept", 2027) | one("dropped", 2027))
    work.commit("2026-08-03", one("withdrawn", 2027, status="stopped"))
    work.commit("2026-08-03", one("dropped", 2027, status="rejected"))
    found = {row["id"]: (row["asked"], row["punctuality"]) for row in rows(work, "--year", "2027")}
    assert found == {"kept": ("2026-06-01", "in-time"), "dropped": ("2026-06-01", "in-time")}


@pytest.mark.parametrize(("status", "language"), [("stopped", "en"), ("idea", "nl")])
def test_nothing_says_when_it_asked_for_a_place_that_it_never_asked_for(
    tmp_path: Path, status: str, language: str
) -> None:
    work = started(tmp_path, "2026-01-05", PARTNERSHIP)
    work.commit("2026-06-01", one("mover", 2026))
    work.commit("2026-08-03", one("mover", 2027, status=status))
    words = ("mover", "-C", work.folder, "--today", "2026-09-24", "--lang", language)
    never = {
        "en": "Never asked for a place on the agenda of 2027 on the main branch.",
        "nl": "Heeft op de hoofdbranch nooit om een plaats op de agenda van 2027 gevraagd.",
    }
    assert never[language] in regie("why", *words).stdout
    timing = json.loads(regie("why", *words, "--format", "json").stdout)["timing"]
    assert [timing[key] for key in ("asked", "received", "punctuality", "lead_time")] == [None] * 4
    history = json.loads(regie("history", *words, "--format", "json").stdout)
    assert (history["arrived"], history["asked"], history["received"]) == ("2026-06-01", None, None)
    said = regie("history", *words).stdout.split("\n\n")[1].splitlines()
    assert [line for line in said if "2027" in line] == []
    facts = [line.split() for line in regie("show", *words).stdout.splitlines()]
    named = {"en": ["Asked", "for", "its", "place"], "nl": ["Plaats", "gevraagd"]}
    assert [row for row in facts if row[: len(named[language])] == named[language]] == []
