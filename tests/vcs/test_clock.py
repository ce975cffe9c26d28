"""The days of commits: one zone, and an order that can be true."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.vcs import dates
from icteregie.vcs.dates import FIRST_GIT_COMMIT, local_day
from tests.desk import ROOT
from tests.gitrepo import started, text


def settled(times: list[int]) -> list[int]:
    """Settle times that are small numbers, which no real clock would give."""
    return dates.monotonic_times(times, 0)


TIMES = st.lists(st.integers(0, 2**33), max_size=60)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (1782942300, date(2026, 7, 1)),  # 2026-07-01 21:45 UTC is 23:45 in summer
        (1782948600, date(2026, 7, 2)),  # 2026-07-01 23:30 UTC is 01:30 the next day
        (1782943200, date(2026, 7, 2)),  # 2026-07-01 22:00 UTC is midnight in summer
        (1764628200, date(2025, 12, 1)),  # 2025-12-01 22:30 UTC is 23:30 in winter
        (1764630000, date(2025, 12, 2)),  # 2025-12-01 23:00 UTC is midnight in winter
        (0, date(1970, 1, 1)),
        (-(2**62), date(1970, 1, 1)),
        (2**62, date(9999, 1, 1)),
    ],
)
def test_days_begin_at_midnight_in_amsterdam(seconds: int, expected: date) -> None:
    assert local_day(seconds) == expected


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([], []),
        ([5], [5]),
        ([1, 2, 2, 3], [1, 2, 2, 3]),
        ([1, 2, 90, 3, 4], [1, 2, 3, 3, 4]),
        ([11, 12, 0, 13, 14], [11, 12, 12, 13, 14]),
        ([90, 1, 2], [1, 1, 2]),
        ([1, 2, 3, 90], [1, 2, 3, 90]),
        ([1, 2, 3, 90, 4], [1, 2, 3, 4, 4]),
        ([10, 11, 12, 0], [10, 11, 12, 12]),
        ([9, 10, 90, 0, 11, 12], [9, 10, 11, 11, 11, 12]),
    ],
    ids=[
        "none",
        "one",
        "in order",
        "a clock ahead",
        "a clock behind",
        "the first ahead",
        "the last ahead, which nothing shows",
        "which the next shows",
        "the last behind",
        "two wrong next to each other",
    ],
)
def test_what_cannot_be_is_moved_between_its_neighbours(times: list[int], expected: list[int]) -> None:
    assert settled(times) == expected


def test_clocks_from_before_git_are_outvoted_however_many_they_are() -> None:
    assert dates.monotonic_times([FIRST_GIT_COMMIT, 0, 5, 9, FIRST_GIT_COMMIT + 1]) == [
        *[FIRST_GIT_COMMIT] * 4,
        FIRST_GIT_COMMIT + 1,
    ]


@given(TIMES)
def test_a_commit_never_comes_before_the_one_below_it(times: list[int]) -> None:
    made = settled(times)
    assert made == sorted(made)


@given(TIMES)
def test_times_in_order_stay_as_they_are(times: list[int]) -> None:
    assert settled(sorted(times)) == sorted(times)


@given(TIMES)
def test_what_was_settled_is_settled(times: list[int]) -> None:
    assert settled(settled(times)) == settled(times)


@given(st.lists(st.integers(1, 1000), min_size=4, max_size=40, unique=True), st.data())
def test_one_wrong_clock_moves_no_commit_but_its_own(times: list[int], data: st.DataObject) -> None:
    right = sorted(times)
    # Of the first two nobody can say which is wrong.
    at = data.draw(st.integers(2, len(right) - 2))
    wrong = data.draw(st.sampled_from([0, 10_000]))
    made = settled([*right[:at], wrong, *right[at + 1 :]])
    assert [*made[:at], *made[at + 1 :]] == [*right[:at], *right[at + 1 :]]
    assert right[at - 1] <= made[at] <= right[at + 1]


def test_a_clock_that_was_a_year_ahead_makes_nothing_late(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2027-05-18", {"access": text()})
    desk.commit("2026-05-20")
    desk.commit("2026-05-21")
    assert desk.days("access") == ("arrived", "2026-05-20", "2026-05-20")


def test_a_clock_that_was_years_behind_makes_nothing_timely(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-09-20")
    desk.commit("1999-01-01", {"access": text()})
    desk.commit("2026-09-22")
    assert desk.days("access") == ("arrived", "1999-01-01", "2026-09-20")


def test_half_past_one_at_night_is_the_day_after_the_deadline(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-07-01T21:59", {"in-time": text("Op tijd")})
    desk.commit("2026-07-01T23:30", {"late": text("Te laat")})
    assert desk.days("in-time")[2] == "2026-07-01"
    assert desk.days("late")[2] == "2026-07-02"


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_zone_of_the_machine_changes_nothing(tmp_path: Path, zone: str) -> None:
    desk = started(tmp_path)
    desk.commit("2026-07-01T23:30", {"late": text("Te laat")})
    ask = (
        "import os, sys, pathlib; from icteregie.vcs.api import read_history;"
        "print(read_history(pathlib.Path(sys.argv[1]), os.environ).files['initiatives/late.yaml'].arrived)"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask, str(desk.folder)],
        env={**desk.environment(TZ=zone), "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "2026-07-02\n"
    assert os.path.isdir(desk.folder)
