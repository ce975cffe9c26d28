"""The course of eight ICT projects of the Government of Canada, as three published overviews give it.

Source: the overviews of 9 June 2016, 1 May 2019 and 25 April 2022 that departments gave to Parliament,
collected in YOWCT/large-government-of-canada-it-projects; amounts in dollars. The first overview that
has a project is taken as its adoption, later ones as reports. Days were counted by hand.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.desk import initiative, portfolio, regie

FIRST, SECOND, THIRD = "2016-06-09", "2019-05-01", "2022-04-25"


class Entry(NamedTuple):
    """What an overview says of a project: its end and its budget in dollars."""

    day: str
    end: str
    budget: int


# Its entries, days later, dollars more, and the colours of time and cost.
PUBLISHED = {
    "gcdp-crm": (
        [Entry(SECOND, "2021-07-27", 11195560), Entry(THIRD, "2022-09-30", 21289200)],
        (430, 10093640, "red red"),
    ),
    "modip": (
        [Entry(FIRST, "2019-03-31", 3014510), Entry(SECOND, "2019-07-31", 3015000)],
        (122, 490, "amber green"),
    ),
    "saar": (
        [Entry(FIRST, "2020-03-31", 8346002), Entry(SECOND, "2020-04-30", 8346002)],
        (30, 0, "green green"),
    ),
    "gcsurplus": (
        [Entry(SECOND, "2023-03-31", 3821287), Entry(THIRD, "2023-03-31", 4476943)],
        (0, 655656, "green amber"),
    ),
    "cpp-e": (
        [Entry(SECOND, "2025-12-24", 50543844), Entry(THIRD, "2025-03-31", 75175692)],
        (-268, 24631848, "green red"),
    ),
    "gcsi": (
        [Entry(SECOND, "2024-03-31", 93881406), Entry(THIRD, "2024-11-11", 94122055)],
        (225, 240649, "amber green"),
    ),
}
ETS = [
    Entry(FIRST, "2019-03-31", 6780000),
    Entry(SECOND, "2021-03-31", 4771000),
    Entry(THIRD, "2023-03-31", 7214000),
]
SVA = [Entry(SECOND, "2021-02-01", 5758000), Entry(THIRD, "2022-03-31", 5530000)]


def status(root: Path, entries: list[Entry], today: str) -> Any:
    """Give the row of a project that was adopted, and began, on the day of its first entry."""
    (day, end, budget), *later = entries
    reports = ", ".join(f"{{date: {one.day}, end: {one.end}, one_off: {one.budget}}}" for one in later)
    text = initiative(
        agenda=None,
        status="running",
        submitted=day,
        period=f"{{start: {day}, end: {end}}}",
        costs=f"{{as_of: {day}, one_off: {{{end[:4]}: {budget}}}}}",
        baseline=f"{{adopted: {day}, end: {end}, one_off: {budget}}}",
        progress=f"[{reports}]",
    )
    done = regie("status", "--format", "json", "--today", today, "-C", portfolio(root, {"project": text}))
    assert (done.returncode, done.stderr) == (0, "")
    (row,) = json.loads(done.stdout)["rows"]
    return row


def course(row: Any) -> tuple[int, int, str]:
    """Give the days later, the dollars more, and the colours of time and cost against the first baseline."""
    days = (date.fromisoformat(row["end"]) - date.fromisoformat(row["adopted_end"])).days
    return days, row["one_off"] - row["adopted_one_off"], f"{row['first_time']} {row['first_cost']}"


@pytest.mark.parametrize(("entries", "expected"), PUBLISHED.values(), ids=PUBLISHED)
def test_days_and_amounts_are_those_of_the_overviews(
    tmp_path: Path, entries: list[Entry], expected: tuple[int, int, str]
) -> None:
    assert course(status(tmp_path, entries, entries[-1].day)) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (FIRST, (0, 0, "green green")),
        (SECOND, (731, -2009000, "red green")),
        (THIRD, (1461, 434000, "red green")),
    ],
)
def test_each_overview_counts_from_its_day_on(
    tmp_path: Path, today: str, expected: tuple[int, int, str]
) -> None:
    assert course(status(tmp_path, ETS, today)) == expected


def test_what_had_to_end_before_its_overview_ends_on_that_day_at_the_earliest(tmp_path: Path) -> None:
    # The source itself says 423 days: from 1 February 2021 to 31 March 2022, which was 25 days ago.
    row = status(tmp_path, SVA, THIRD)
    assert course(row) == (448, -228000, "red green")
    assert "overdue" in row["concerns"]
