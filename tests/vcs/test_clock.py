"""The days of commits: one zone, and an order that can be true."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.vcs import dates
from icteregie.vcs.dates import FIRST_DAY, FIRST_GIT_COMMIT, local_day
from tests.desk import ROOT
from tests.gitrepo import started, text

NOON = FIRST_GIT_COMMIT - FIRST_GIT_COMMIT % 86_400 + 86_400 + 36_000
"""Around noon on the first day of git in Amsterdam, 8 April 2005; other days are counted from there."""


def settled(numbers: list[int], today: int | None = None) -> list[int]:
    """Give the days of steps, all in days since the first day of git."""
    last = None if today is None else FIRST_DAY + timedelta(days=today)
    found = dates.days([NOON + 86_400 * number for number in numbers], last)
    return [(day - FIRST_DAY).days for day in found.days]


NUMBERS = st.lists(st.integers(-9_000, 30_000), max_size=60)


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
    ("numbers", "expected"),
    [
        ([], []),
        ([5], [5]),
        ([1, 2, 2, 3], [1, 2, 2, 3]),
        ([1, 2, 90, 3, 4], [1, 2, 50, 3, 4]),
        ([11, 12, 0, 13, 14], [11, 12, 12, 13, 14]),
        ([1, 2, 20, 3, 21], [1, 2, 20, 20, 21]),
        ([1, 2, 50, 51], [1, 2, 50, 50]),
        ([10, 11, 12, -9_000], [10, 11, 12, 12]),
        ([-9_000, 3], [0, 3]),
    ],
    ids=[
        "none",
        "one",
        "in order",
        "after today",
        "a clock behind",
        "a clock ahead, not after today",
        "today itself, and the day after",
        "the last behind",
        "before git",
    ],
)
def test_a_step_counts_on_its_own_day_or_a_later_one(numbers: list[int], expected: list[int]) -> None:
    assert settled(numbers, 50) == expected


@given(NUMBERS, NUMBERS, st.integers(0, 10_000))
def test_what_is_added_moves_no_day_of_what_was_there(
    numbers: list[int], added: list[int], today: int
) -> None:
    assert settled([*numbers, *added], today)[: len(numbers)] == settled(numbers, today)


@given(NUMBERS, st.integers(0, 10_000))
def test_a_repair_moves_later_only_and_never_past_today(numbers: list[int], today: int) -> None:
    for own, day in zip(numbers, settled(numbers, today), strict=True):
        assert min(own, today) <= day <= today


@given(NUMBERS)
def test_times_in_order_stay_as_they_are(numbers: list[int]) -> None:
    right = sorted(max(number, 0) for number in numbers)
    assert settled(right) == right


@given(NUMBERS, st.integers(0, 10_000))
def test_the_repaired_steps_are_named(numbers: list[int], today: int) -> None:
    last = FIRST_DAY + timedelta(days=today)
    found = dates.days([NOON + 86_400 * number for number in numbers], last)
    moved = [step for step, own in enumerate(numbers) if settled(numbers, today)[step] != own]
    assert list(found.repaired) == moved


def test_later_commits_with_earlier_dates_make_nothing_timely(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-09-30", {"access": text()})
    for _ in range(6):
        desk.commit("2026-06-01")
    assert desk.days("access") == ("arrived", "2026-09-30", "2026-09-30")


def test_a_clock_that_is_ahead_of_today_makes_nothing_else_late(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2027-05-18", {"access": text()})
    desk.commit("2026-05-20", {"other": text("Iets anders")})
    found = desk.look(today=date(2026, 6, 1)).files
    assert str(found["initiatives/access.yaml"].arrived) == "2026-06-01"
    assert str(found["initiatives/other.yaml"].arrived) == "2026-05-20"


def test_a_date_in_the_future_takes_nobody_back_to_the_day_before(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2099-01-01", {"access": text()})
    assert str(desk.look(today=date(2026, 9, 30)).files["initiatives/access.yaml"].arrived) == "2026-09-30"


def test_a_clock_that_was_years_behind_makes_nothing_timely(tmp_path: Path) -> None:
    desk = started(tmp_path)
    desk.commit("2026-09-20")
    late = desk.commit("1999-01-01", {"access": text()})
    assert desk.days("access") == ("arrived", "1999-01-01", "2026-09-20")
    assert [(doubt.name, doubt.reason) for doubt in desk.look().doubts] == [("clock", late[:12])]


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
