"""A day that lost history would have to tell is shown as a span, and decides and counts nothing."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.desk import regie
from tests.gitrepo import IN_GIT, Desk, clone, started, text
from tests.rules.test_history_cut import FULL, TODAY, WITH_BOARD, api, blobless, moved_late

DECIDED = IN_GIT.replace("2027:", "2026:").replace("2026-", "2025-")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path, "2025-01-05", WITH_BOARD)


def said(desk: Desk, *words: str | Path) -> str:
    done = regie(*words, "-C", desk.folder, *TODAY, "--lang", "en", env=desk.environment())
    assert done.returncode == 0
    return done.stdout


def rows(desk: Desk) -> dict[str, dict[str, str]]:
    listed = said(desk, "arrivals", "--year", "2027", "--format", "csv")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(listed))}


def figures(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(desk, "arrivals", "--year", "2027", "--format", "json"))
    return found


# Arrivals


def test_a_shallow_clone_gives_the_last_day_that_it_can_be(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    row = rows(clone(desk, tmp_path / "cut", "--depth", "1"))["api"]
    assert [row[key] for key in ("arrived", "asked", "received", "source")] == [
        *["../2026-10-01"] * 3,
        "lost",
    ]
    assert [row[key] for key in ("days", "punctuality", "lead_time")] == ["", "", ""]


def test_a_clone_without_old_contents_gives_both_ends(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    row = rows(blobless(desk, tmp_path / "part"))["api"]
    assert (row["arrived"], row["asked"]) == ("2025-03-01", "2025-03-01/2026-09-30")


def test_people_read_it_in_the_cell(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    line = next(line for line in said(cut, "arrivals", "--year", "2027").splitlines() if "api" in line)
    assert line.count("2026-10-01 at the latest") == 3
    assert "can't be told" in line


def test_what_is_in_time_all_the_same_is_said_to_be(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"api": api()})
    row = rows(clone(desk, tmp_path / "cut", "--depth", "1"))["api"]
    assert (row["received"], row["punctuality"]) == ("../2026-05-18", "in-time")


def test_what_nobody_can_judge_counts_neither_as_late_nor_as_in_time(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2026-05-18", {"early": text("Vroeg", **FULL)})
    moved_late(desk)
    desk.commit("2026-10-01", {"last": text("Laatste", **FULL)})
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    found = figures(cut)
    assert (found["filed"], found["settled"], found["late"], found["late_share"]) == (3, 1, 1, 100)
    assert [row["id"] for row in found["late_initiatives"]] == ["last"]
    assert "Not judged         2: the history" in said(cut, "arrivals", "--year", "2027")


def test_the_plot_leaves_out_who_has_a_lost_day_and_says_so(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    desk.commit("2026-10-01", {"last": text("Laatste", **FULL)})
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    told = "Not shown: 1, because the history that is here does not say when it arrived."
    for form in ("table", "md", "svg"):
        assert told in said(cut, "arrivals", "--year", "2027", "--format", form)
    assert "Dossiers close 27 August 2026: 0 of 1 had arrived" in said(cut, "arrivals", "--year", "2027")
    weeks = figures(cut)["weeks"]
    assert (weeks["left_out"], sum(week["arrived"] for week in weeks["stretches"]) + weeks["later"]) == (1, 1)
    assert "Not shown" not in said(desk, "arrivals", "--year", "2027")


def test_a_closed_season_is_not_judged_by_where_the_clone_begins(tmp_path: Path) -> None:
    desk = started(tmp_path, "2024-01-05", DECIDED)
    desk.commit("2025-03-01", {"api": api(agenda="2026")})
    desk.commit("2025-10-01", {"notes.md": "Iets anders"})
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    listed = said(cut, "arrivals", "--year", "2026", "--format", "csv")
    row = next(csv.DictReader(io.StringIO(listed)))
    assert (row["id"], row["received"], row["punctuality"]) == ("api", "../2025-10-01", "")


# One initiative


def test_its_life_begins_where_the_clone_holds_it(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    found = json.loads(said(blobless(desk, tmp_path / "part"), "history", "api", "--format", "json"))
    assert [(turn["date"], turn["kind"]) for turn in found["turns"]] == [
        ("2025-03-01", "lost"),
        ("2026-09-30", "held"),
    ]
    assert found["asked"] == "2025-03-01/2026-09-30"


def test_its_life_says_between_which_days_it_asked(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    part = said(blobless(desk, tmp_path / "part"), "history", "api")
    assert "agenda of 2027 between 1 March 2025 and 30 September 2026; the history" in part
    assert "begins here; older versions are not in this clone" in part
    cut = said(clone(desk, tmp_path / "cut", "--depth", "1"), "history", "api")
    assert "Arrived on 1 October 2026 or earlier; the history" in cut


def test_what_changed_after_a_lost_version_can_have_come_with_it(desk: Desk, tmp_path: Path) -> None:
    desk.commit("2025-03-01", {"api": api(agenda="2028")})
    desk.commit("2025-04-01", {"api": api(agenda="2028", priority="must")})
    desk.commit("2025-05-01", {"api": api(priority="must")})
    part = blobless(desk, tmp_path / "part")
    # The oldest version is fetched after all, the one in between isn't.
    part.git("hash-object", "-w", "--stdin", given=api(agenda="2028"))
    turn = json.loads(said(part, "history", "api", "--format", "json"))["turns"][-1]
    assert (turn["kind"], turn["after_lost"], turn["punctuality"]) == ("changed", True, None)
    assert {change["key"] for change in turn["changes"]} == {"agenda", "priority"}
    told = " ".join(said(part, "history", "api").split())
    assert "with what the version before it changed, which is not in this clone" in told


def test_its_factsheet_and_its_place_show_the_span(desk: Desk, tmp_path: Path) -> None:
    moved_late(desk)
    cut = clone(desk, tmp_path / "cut", "--depth", "1")
    assert "Asked for its place  2026-10-01 at the latest" in said(cut, "show", "api")
    told = said(cut, "why", "api")
    assert "asked for its place on 1 October 2026 or earlier" in told
    assert "Whether it is in time can't be told because of that." in told
    found = json.loads(said(cut, "why", "api", "--format", "json"))["timing"]
    assert (found["asked"], found["punctuality"], found["lead_time"]) == ("../2026-10-01", None, None)


# Many late


def test_many_late_counts_who_is_certainly_late_and_names_the_number_not_judged(
    desk: Desk, tmp_path: Path
) -> None:
    # By the day that was typed it is late as well, but it can have come on any day.
    desk.commit("2026-09-30", {"api": api(submitted="2026-09-15")})
    desk.commit("2026-10-01", {f"late-{n}": text(f"Nummer {n}", **FULL) for n in range(3)})
    cut = clone(desk, tmp_path / "cut", "--depth", "2")
    done = regie("validate", "-C", cut.folder, *TODAY, "--format", "json", env=desk.environment())
    finding = next(f for f in json.loads(done.stdout)["findings"] if f["rule"] == "many-late")
    assert finding["values"] == {
        "year": 2027,
        "count": 3,
        "all": 4,
        "share": 75,
        "ids": ["late-0", "late-1", "late-2"],
        "unjudged": 1,
    }
    done = regie("validate", "-C", cut.folder, *TODAY, "--lang", "en", env=desk.environment())
    told = "3 of the 4 initiatives for 2027 are certainly late (at least 75%)"
    assert f"{told}: «late-0», «late-1» and «late-2». Of 1 more nobody can tell here" in done.stdout
