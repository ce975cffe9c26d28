"""What slips if this slips: a story reckoned by hand, and laws on small portfolios."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from icteregie.analysis.slips import MissedDeadline, Slack, Slips, slack_to_dependents, slips
from icteregie.portfolio.coherence import Dependency, Link
from icteregie.portfolio.initiative import Initiative, Status
from icteregie.portfolio.period import Lag, Period
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import TODAY, initiative, loaded, portfolio


def opened(root: Path, **files: str) -> Portfolio:
    return replace(loaded(portfolio(root, files)).portfolio, day=TODAY)


def dated(start: str, end: str, depends_on: str | None = None, **changes: str | None) -> str:
    return initiative(period=f"{{start: {start}, end: {end}}}", depends_on=depends_on, **changes)


def days(found: Slips) -> dict[str, int]:
    return {row.id: row.days for row in found.rows}


def waits_for(on: str, **values: str) -> Dependency:
    return TypeAdapter(Dependency).validate_python({"id": on, **values})


# A story. The gateway runs; the portal waits for it, the letters wait for the portal, and a test of
# the letters ends with them. The law has the letters ready on 30 June.

STORY = {
    "gateway": dated("2027-01-01", "2027-03-31", status="running"),
    "portal": dated("2027-04-15", "2027-05-14", "[gateway]"),
    "letters": dated(
        "2027-06-01",
        "2027-06-20",
        "[{id: portal, lag: 2 weeks}]",
        obligation="[{kind: statutory, basis: Wet brieven, deadline: 2027-06-30}, "
        "{kind: contractual, basis: Oud contract, deadline: 2027-12-31}]",
    ),
    "trial": dated("2027-06-10", "2027-07-01", "[{id: letters, kind: finish-to-finish}]", status="running"),
    "apart": dated("2027-01-01", "2027-12-31"),
}


def test_a_delay_goes_on_through_the_slack_of_each_link(tmp_path: Path) -> None:
    found = slips(opened(tmp_path, **STORY), {"gateway": Lag(months=1)})
    # 31 March becomes 30 April; 14 days of slack leave 16 of the 30, 3 leave 13, and 11 leave 2.
    assert days(found) == {"gateway": 30, "portal": 16, "letters": 13, "trial": 2}


def test_each_row_has_its_dates_its_link_and_the_deadline_it_breaks(tmp_path: Path) -> None:
    rows = {row.id: row for row in slips(opened(tmp_path, **STORY), {"gateway": Lag(months=1)}).rows}
    letters = rows["letters"]
    # The portal then ends on 30 May, two weeks after which are over on 13 June.
    assert (letters.start_before, letters.start) == (date(2027, 6, 1), date(2027, 6, 14))
    assert (letters.end_before, letters.end) == (date(2027, 6, 20), date(2027, 7, 3))
    assert letters.link == waits_for("portal", lag="2 weeks")
    assert letters.missed == (MissedDeadline(date(2027, 6, 30), "statutory", "Wet brieven"),)


def test_what_runs_keeps_its_start_and_its_own_delay_comes_by_no_link(tmp_path: Path) -> None:
    rows = {row.id: row for row in slips(opened(tmp_path, **STORY), {"gateway": Lag(months=1)}).rows}
    gateway, trial = rows["gateway"], rows["trial"]
    assert (gateway.start, gateway.end, gateway.link) == (date(2027, 1, 1), date(2027, 4, 30), None)
    assert (trial.start, trial.end) == (date(2027, 6, 10), date(2027, 7, 3))


def test_what_has_not_begun_starts_as_much_later(tmp_path: Path) -> None:
    (row,) = slips(opened(tmp_path, **STORY), {"apart": Lag(days=10)}).rows
    assert (row.start, row.end) == (date(2027, 1, 11), date(2028, 1, 10))


def test_the_last_day_itself_is_in_time(tmp_path: Path) -> None:
    opened_story = opened(tmp_path, **STORY)
    assert slips(opened_story, {"letters": Lag(days=10)}).rows[0].missed == ()
    missed = slips(opened_story, {"letters": Lag(days=11)}).rows[0].missed
    assert [limit.day for limit in missed] == [date(2027, 6, 30)]


def test_what_was_to_end_on_its_last_day_breaks_it_by_a_day(tmp_path: Path) -> None:
    punctual = dated("2027-01-01", "2027-03-31", obligation="{kind: statutory, deadline: 2027-03-31}")
    (row,) = slips(opened(tmp_path, punctual=punctual), {"punctual": Lag(days=1)}).rows
    assert [limit.day for limit in row.missed] == [date(2027, 3, 31)]


def test_a_deadline_that_was_missed_already_is_not_broken_by_the_slip(tmp_path: Path) -> None:
    late = dated("2027-01-01", "2027-03-31", obligation="{kind: statutory, deadline: 2027-03-01}")
    assert slips(opened(tmp_path, late=late), {"late": Lag(days=90)}).rows[0].missed == ()


def test_a_window_and_a_time_box_are_limits_too(tmp_path: Path) -> None:
    trial = dated(
        "2027-01-01",
        "2027-03-31",
        steering="experimental",
        window="{earliest: 2027-Q1, latest: 2027-04}",
        experiment="{learning_goal: Leren, time_box: 2027-05, budget_cap: 10, stop_when: Klaar}",
    )
    (row,) = slips(opened(tmp_path, trial=trial), {"trial": Lag(months=3)}).rows
    assert row.missed == (
        MissedDeadline(date(2027, 4, 30), "window"),
        MissedDeadline(date(2027, 5, 31), "time-box"),
    )


def test_what_did_not_fit_before_is_no_part_of_the_slip(tmp_path: Path) -> None:
    # The second can't start before 1 April, whatever its file says: five days more are five days.
    files = {"a": dated("2027-01-01", "2027-03-31"), "b": dated("2027-02-01", "2027-02-28", "[a]")}
    (_, row) = slips(opened(tmp_path, **files), {"a": Lag(days=5)}).rows
    assert (row.id, row.start_before, row.start, row.days) == ("b", date(2027, 4, 1), date(2027, 4, 6), 5)


def test_a_newer_report_is_what_slips(tmp_path: Path) -> None:
    files = {
        "a": dated("2026-01-01", "2027-03-31", status="running")
        + "progress: [{date: 2026-09-01, time: amber, cost: green, end: 2027-05-31}]\n",
        "b": dated("2027-06-01", "2027-06-30", "[a]"),
    }
    assert days(slips(opened(tmp_path, **files), {"a": Lag(days=1)})) == {"a": 1, "b": 1}


@pytest.mark.parametrize("status", ["done", "stopped", "rejected", "parked"])
def test_what_is_over_slips_no_more(tmp_path: Path, status: str) -> None:
    files = {**STORY, "gateway": dated("2026-01-01", "2026-03-31", status=status)}
    assert slips(opened(tmp_path, **files), {"gateway": Lag(months=6)}) == Slips()


def test_an_id_that_is_not_there_slips_nothing(tmp_path: Path) -> None:
    assert slips(opened(tmp_path, **STORY), {"nowhere": Lag(months=6)}) == Slips()


def test_a_circle_ends_and_what_lies_in_or_behind_it_cannot_be_said(tmp_path: Path) -> None:
    quarter = ("2027-Q1", "2027-Q1")
    files = {
        "a": dated(*quarter),
        "b": dated(*quarter, "[a, c]"),
        "c": dated(*quarter, "[b]"),
        "d": dated(*quarter, "[c]"),
        "e": dated(*quarter, "[a]"),
    }
    opened_circle = opened(tmp_path, **files)
    found = slips(opened_circle, {"a": Lag(days=1)})
    assert (days(found), found.unknown) == ({"a": 1, "e": 1}, ("b", "c", "d"))
    assert slips(opened_circle, {"c": Lag(days=1)}) == Slips((), ("b", "c", "d"))


def test_what_has_no_period_cannot_be_said(tmp_path: Path) -> None:
    files = {"a": dated("2027-Q1", "2027-Q1"), "b": initiative(period=None, depends_on="[a]")}
    assert slips(opened(tmp_path, **files), {"a": Lag(days=1)}).unknown == ("b",)


def test_without_a_slip_each_link_has_its_slack(tmp_path: Path) -> None:
    found = slack_to_dependents(opened(tmp_path, **STORY))
    assert found == {
        "gateway": (Slack("portal", waits_for("gateway"), 14),),
        "portal": (Slack("letters", waits_for("portal", lag="2 weeks"), 3),),
        "letters": (Slack("trial", waits_for("letters", kind="finish-to-finish"), 11),),
    }


def test_what_runs_already_waits_no_more_to_start(tmp_path: Path) -> None:
    files = {**STORY, "portal": dated("2027-04-15", "2027-05-14", "[gateway]", status="running")}
    assert "gateway" not in slack_to_dependents(opened(tmp_path, **files))


# Laws

FIRST = date(2027, 1, 1)
KINDS: tuple[Link, ...] = ("finish-to-start", "start-to-start", "finish-to-finish", "start-to-finish")
STATUSES: tuple[Status, ...] = ("proposal", "running")
IDS = "abcdef"
LAGS = ("-9 days", "-1 days", "1 day", "9 days")
FEWER = settings(max_examples=settings().max_examples // 3)
"""Each example reckons with several portfolios."""
Shape: TypeAlias = Mapping[str, Mapping[str, object]]


@pytest.fixture(scope="module")
def bare() -> Portfolio:
    with TemporaryDirectory() as root:
        return opened(Path(root), a=dated("2027-01-01", "2027-01-31"))


@st.composite
def shapes(draw: st.DrawFn, *, circles: bool = False) -> Shape:
    """Draw up to six initiatives that wait for earlier ones, or (``circles``) for any other."""
    names = IDS[: draw(st.integers(2, len(IDS)))]
    drawn = {}
    for number, name in enumerate(names):
        others = [each for each in (names if circles else names[:number]) if each != name]
        waits = draw(st.lists(st.sampled_from(others), unique=True)) if others else []
        start = FIRST + timedelta(days=draw(st.integers(0, 60)))
        drawn[name] = {
            "status": draw(st.sampled_from(STATUSES)),
            "period": TypeAdapter(Period).validate_python(
                {"start": str(start), "end": str(start + timedelta(days=draw(st.integers(0, 40))))}
            ),
            "depends_on": tuple(
                waits_for(on, kind=draw(st.sampled_from(KINDS)), lag=draw(st.sampled_from(LAGS)))
                for on in waits
            ),
        }
    return drawn


def shaped(bare: Portfolio, shape: Shape) -> Portfolio:
    def made(name: str, values: Mapping[str, object]) -> Initiative:
        made = copy(bare.initiatives["a"])
        for key, value in {"id": name, **values}.items():
            object.__setattr__(made, key, value)
        return made

    return bare.with_initiatives({name: made(name, values) for name, values in shape.items()})


DELAYS = st.integers(0, 90)


@FEWER
@given(shapes(circles=True))
def test_no_slip_moves_nothing(bare: Portfolio, shape: Shape) -> None:
    made = shaped(bare, shape)
    assert slips(made, {}) == Slips()
    assert slips(made, dict.fromkeys(shape, Lag())).rows == ()


@FEWER
@given(shapes(), DELAYS, DELAYS, st.sampled_from(IDS))
def test_a_larger_delay_never_makes_anything_slip_less(
    bare: Portfolio, shape: Shape, one: int, two: int, name: str
) -> None:
    made = shaped(bare, shape)
    less, more = (days(slips(made, {name: Lag(days=n)})) for n in sorted((one, two)))
    assert all(more.get(each, 0) >= moved for each, moved in less.items())


@FEWER
@given(shapes(), DELAYS, st.sampled_from(IDS))
def test_nothing_slips_more_than_what_started_it_and_never_without_a_link_to_it(
    bare: Portfolio, shape: Shape, delay: int, name: str
) -> None:
    found = slips(shaped(bare, shape), {name: Lag(days=delay)})
    seen: dict[str, int] = {}
    for row in found.rows:
        assert row.days <= (delay if row.link is None else max(seen.values()))
        assert row.id == name if row.link is None else row.link.on in seen
        seen[row.id] = row.days


@FEWER
@given(shapes(), DELAYS, st.sampled_from(IDS))
def test_what_slips_by_a_delay_slips_as_much_when_the_push_is_typed(
    bare: Portfolio, shape: Shape, delay: int, name: str
) -> None:
    """Transitive: to type in what was pushed as a delay of its own changes nothing further on."""
    made = shaped(bare, shape)
    found = days(slips(made, {name: Lag(days=delay)}))
    assert days(slips(made, {each: Lag(days=moved) for each, moved in found.items()})) == found


@FEWER
@given(shapes(circles=True), DELAYS, st.sampled_from(IDS))
def test_circles_end(bare: Portfolio, shape: Shape, delay: int, name: str) -> None:
    found = slips(shaped(bare, shape), {name: Lag(days=delay)})
    assert {row.id for row in found.rows}.isdisjoint(found.unknown)


@FEWER
@given(shapes(), st.sampled_from(IDS), st.integers(1, 20))
def test_a_slip_within_all_slack_moves_nothing_else_where_plans_fit(
    bare: Portfolio, shape: Shape, name: str, over: int
) -> None:
    made = shaped(bare, shape)
    slacks = slack_to_dependents(made)
    known = slacks.get(name, ())
    if any(slack.days < 0 for found in slacks.values() for slack in found) or not known:
        return
    assert days(slips(made, {name: Lag(days=known[0].days)})).keys() <= {name}
    least = known[0]
    if least.link.counts_from_start and made.initiatives[name].status == "running":
        return
    assert least.dependent in days(slips(made, {name: Lag(days=least.days + over)}))


@pytest.mark.parametrize(
    ("end", "months", "moved_to"),
    [("2027-02-28", 3, "2027-05-31"), ("2027-05-31", 1, "2027-06-30"), ("2027-02-27", 3, "2027-05-27")],
)
def test_a_delay_in_months_of_what_ends_with_a_month_ends_with_a_month(
    tmp_path: Path, end: str, months: int, moved_to: str
) -> None:
    found = slips(opened(tmp_path, gateway=dated("2027-01-01", end)), {"gateway": Lag(months=months)})
    assert [row.end.isoformat() for row in found.rows] == [moved_to]
