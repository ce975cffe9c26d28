"""The dates of the partnership: room between meetings, order, and a habit of coming late."""

from datetime import date
from pathlib import Path

import pytest

from icteregie.diagnostics.types import Diagnostic
from tests import desk
from tests.desk import PARTNERSHIP, initiative, portfolio, told


def only(root: Path) -> Diagnostic:
    """Give the one finding that there is."""
    (found,) = desk.found(root)
    return found


def shown(found: Diagnostic) -> str:
    """Give the text that a finding points at."""
    return found.place.excerpt[found.place.column - 1 : found.place.end_column - 1]


def test_14_days_from_advice_to_decision_are_enough(tmp_path: Path) -> None:
    assert told(portfolio(tmp_path, {"access": initiative()})) == []


def test_13_days_from_advice_to_decision_are_too_few(tmp_path: Path) -> None:
    meetings = PARTNERSHIP.replace("innovation-board, date: 2026-09-24", "innovation-board, date: 2026-09-25")
    found = only(portfolio(tmp_path, {"access": initiative()}, meetings))
    assert (found.rule, found.place.file, shown(found)) == ("meeting-gap", "regie.yaml", "2026-10-08")
    assert (found.values["count"], found.values["least"]) == (13, 14)
    assert (found.values["advice"], found.values["decision"]) == (date(2026, 9, 25), date(2026, 10, 8))


def test_two_dates_on_the_same_day_are_in_order(tmp_path: Path) -> None:
    same = PARTNERSHIP.replace("    late_decision: 2026-11-12", "    late_decision: 2026-10-29")
    assert told(portfolio(tmp_path, {"access": initiative()}, same)) == []


def test_a_date_before_the_one_it_follows_is_told(tmp_path: Path) -> None:
    turned = PARTNERSHIP.replace("    late_advice: 2026-10-29", "    late_advice: 2026-10-07")
    found = only(portfolio(tmp_path, {"access": initiative()}, turned))
    assert (found.rule, found.place.file, shown(found)) == ("dates-out-of-order", "regie.yaml", "2026-10-07")
    assert (found.values["before"], found.values["after"]) == ("decision", "late_advice")


def test_a_date_that_is_left_out_is_passed_over(tmp_path: Path) -> None:
    short = PARTNERSHIP.replace("    late_advice: 2026-10-29\n", "").replace(
        "    late_decision: 2026-11-12", "    late_decision: 2026-10-07"
    )
    found = only(portfolio(tmp_path, {"access": initiative()}, short))
    assert (found.values["before"], found.values["after"]) == ("decision", "late_decision")


def many(late: int, in_time: int) -> dict[str, str]:
    """Write this many initiatives after and before the closing of the intake."""
    after = {f"late-{n}": initiative(submitted="2026-07-20", period=None) for n in range(late)}
    return after | {f"early-{n}": initiative(period=None) for n in range(in_time)}


QUIET = f"{PARTNERSHIP}rules: {{late-intake: off}}\n"


@pytest.mark.parametrize(("late", "in_time"), [(3, 9), (2, 0)], ids=["exactly a quarter", "only two"])
def test_a_quarter_or_a_few_are_not_many(tmp_path: Path, late: int, in_time: int) -> None:
    assert told(portfolio(tmp_path, many(late, in_time), QUIET)) == []


def test_more_than_a_quarter_is_many(tmp_path: Path) -> None:
    found = only(portfolio(tmp_path, many(3, 8), QUIET))
    assert (found.rule, found.place.file, shown(found)) == ("many-late", "regie.yaml", "2026-07-01")
    assert found.values == {
        "year": 2027,
        "count": 3,
        "all": 11,
        "share": 27,
        "ids": ("late-0", "late-1", "late-2"),
    }


@pytest.mark.parametrize(
    ("period", "wording"),
    [
        ("{start: 2026-01, end: 2026-12-31}", ["before"]),
        ("{start: 2026-01, end: 2027-01-01}", []),
        ("{start: 2027-12-31, end: 2028-Q4}", []),
        ("{start: 2028-01-01, end: 2028-Q4}", ["after"]),
    ],
)
def test_one_day_in_the_year_of_the_agenda_is_enough(tmp_path: Path, period: str, wording: list[str]) -> None:
    root = portfolio(tmp_path, {"access": initiative(period=period)})
    assert [d.wording for d in desk.found(root) if d.rule == "period-outside-agenda"] == wording
