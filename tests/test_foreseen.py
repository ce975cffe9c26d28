"""What is foreseen of an initiative: the newest fact of each quantity, and its cost by year."""

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.foreseen import Flag, Foreseen, foreseen
from tests.desk import initiative, loaded, portfolio

BASELINE = "{adopted: 2026-10-08, end: 2027-Q2, one_off: 300000, recurring: 40000}"
COSTS = "{as_of: 2026-05-01, one_off: {2027: 200000, 2028: 100000}, recurring: {2028: 40000, 2029: 40000}}"
PERIOD = "{start: 2027-Q1, end: 2027-Q2}"


def of(root: Path, day: date | None = None, **keys: str | None) -> Foreseen:
    """Write an initiative that runs, and say what is foreseen of it on a day."""
    text = initiative(**{"status": "running", "baseline": BASELINE, "costs": COSTS, "period": PERIOD, **keys})
    read = loaded(portfolio(root, {"access": text})).portfolio
    return foreseen(replace(read, day=day), read.initiatives["access"])


def test_without_a_report_the_files_own_plan_is_foreseen_and_not_the_baseline(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        costs="{as_of: 2026-05-01, one_off: {2027: 450000}}",
        period="{start: 2027-Q1, end: 2027-Q4}",
    )
    assert (found.end, found.one_off) == (date(2027, 12, 31), {2027: 450000})
    assert (found.sources["end"].source, found.sources["one_off"].source) == ("plan", "plan")


def test_an_older_report_does_not_beat_a_newer_rebaseline(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        progress="[{date: 2027-04-01, end: 2027-Q3, one_off: 330000}]",
        rebaselines="[{date: 2027-05-01, end: 2028-Q1, one_off: 500000}]",
    )
    assert (found.end, found.one_off_total) == (date(2028, 3, 31), 500000)
    fact = found.sources["end"]
    assert (fact.source, fact.day, fact.keys) == ("rebaseline", date(2027, 5, 1), ("rebaselines", 0, "end"))


def test_a_newer_report_beats_an_older_rebaseline(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        progress="[{date: 2027-06-01, end: 2027-Q3}]",
        rebaselines="[{date: 2027-05-01, end: 2028-Q1, one_off: 500000}]",
    )
    assert (found.end, found.one_off_total) == (date(2027, 9, 30), 500000)


def test_a_report_by_year_divides_its_own_total(tmp_path: Path) -> None:
    found = of(tmp_path, progress="[{date: 2027-04-01, one_off: {2027: 150000, 2028: 180000}}]")
    assert (found.one_off, found.flags) == ({2027: 150000, 2028: 180000}, ())
    assert found.sources["one_off"].value == 330000


def test_a_later_amount_is_divided_as_the_newest_report_by_year_does(tmp_path: Path) -> None:
    by_year = "{date: 2027-04-01, one_off: {2027: 150000, 2029: 180000}}"
    found = of(tmp_path, progress=f"[{by_year}, {{date: 2027-05-01, one_off: 340000}}]")
    assert found.one_off == {2027: 160000, 2029: 180000}
    assert found.flags == (Flag("not-in-plan", 10000, 2027),)


def test_more_spent_than_a_report_by_year_adds_to_its_years(tmp_path: Path) -> None:
    report = "{date: 2027-04-01, spent: 340000, one_off: {2026: 150000, 2027: 180000}}"
    assert of(tmp_path, progress=f"[{report}]").one_off == {2026: 150000, 2027: 190000}


def test_without_an_estimate_the_years_of_the_baseline_count(tmp_path: Path) -> None:
    baseline = "{adopted: 2026-10-08, end: 2027-Q2, one_off: {2026: 5, 2027: 6}}"
    found = of(tmp_path, costs=None, baseline=baseline)
    assert (found.one_off, found.flags) == ({2026: 5, 2027: 6}, ())


def test_a_newer_estimate_of_the_file_beats_an_older_report(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        costs="{as_of: 2027-06-02, one_off: {2027: 280000}}",
        progress="[{date: 2027-06-01, end: 2028-Q3, one_off: 900000}]",
    )
    assert (found.end, found.one_off) == (date(2027, 6, 30), {2027: 280000})


def test_on_one_day_a_report_goes_over_a_rebaseline_and_that_over_the_plan(tmp_path: Path) -> None:
    costs = COSTS.replace("2026-05-01", "2027-05-01")
    promise = "[{date: 2027-05-01, end: 2028-Q1, one_off: 500000}]"
    found = of(tmp_path, costs=costs, rebaselines=promise, progress="[{date: 2027-05-01, one_off: 310000}]")
    assert (found.end, found.one_off_total) == (date(2028, 3, 31), 310000)


@pytest.mark.parametrize(
    ("day", "end"), [(date(2027, 4, 30), date(2027, 6, 30)), (date(2027, 5, 1), date(2028, 3, 31))]
)
def test_a_report_counts_from_its_own_day(tmp_path: Path, day: date, end: date) -> None:
    assert of(tmp_path, day, progress="[{date: 2027-05-01, end: 2028-Q1}]").end == end


def test_a_report_of_2099_is_not_the_latest(tmp_path: Path) -> None:
    progress = "[{date: 2099-01-01, end: 2027-Q1, one_off: 1}, {date: 2027-02-01, end: 2027-Q4}]"
    found = of(tmp_path, date(2027, 3, 1), progress=progress)
    assert (found.end, found.one_off_total) == (date(2027, 12, 31), 300000)


def test_it_is_never_below_what_was_spent(tmp_path: Path) -> None:
    found = of(tmp_path, progress="[{date: 2027-02-01, spent: 340000, one_off: 300000}]")
    assert (found.one_off, found.spent) == ({2027: 240000, 2028: 100000}, 340000)
    assert found.sources["one_off"].keys == ("progress", 0, "spent")


def test_what_the_plan_does_not_add_up_to_falls_in_the_year_of_the_end(tmp_path: Path) -> None:
    found = of(tmp_path, progress="[{date: 2027-02-01, end: 2029-Q1, one_off: 360000}]")
    assert found.one_off == {2027: 200000, 2028: 100000, 2029: 60000}
    assert found.flag("not-in-plan") == Flag("not-in-plan", 60000, 2029)


def test_less_than_planned_comes_off_the_last_years(tmp_path: Path) -> None:
    found = of(tmp_path, progress="[{date: 2027-02-01, end: 2028-Q1, one_off: 150000}]")
    assert found.one_off == {2027: 150000, 2028: 0}
    assert found.flag("not-in-plan") == Flag("not-in-plan", -150000, 2028)


def test_recurring_cost_is_what_was_stated_last_in_the_years_of_the_plan(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 300000}, recurring: {2027: 30000, 2028: 90000, 2029: 90000}}"
    found = of(tmp_path, costs=costs, progress="[{date: 2027-02-01, recurring: 180000}]")
    assert found.recurring == {2027: 60000, 2028: 180000, 2029: 180000}
    assert found.recurring_level == 180000


def test_recurring_cost_that_no_plan_divides_is_said(tmp_path: Path) -> None:
    found = of(tmp_path, costs="{one_off: {2027: 300000}}")
    assert found.recurring == {}
    assert found.flag("recurring-without-years") == Flag("recurring-without-years", 40000)


def test_what_nobody_gave_is_unknown_and_not_zero(tmp_path: Path) -> None:
    found = of(tmp_path, costs=None, baseline=None, status="proposal")
    assert (found.one_off, found.recurring, found.spent) == (None, None, None)
    assert not found.is_cost_known


def test_a_key_that_cannot_be_read_makes_its_quantities_unknown(tmp_path: Path) -> None:
    found = of(tmp_path, progress="[{date: 30 february, end: 2029-Q1}]")
    assert (found.end, found.one_off, found.recurring, found.spent) == (None, None, None, None)


@pytest.mark.parametrize("status", ["running", "on-hold"])
def test_what_runs_past_its_end_ends_today_at_the_earliest(tmp_path: Path, status: str) -> None:
    found = of(tmp_path, date(2027, 7, 1), status=status)
    assert (found.end, found.flag("overrun")) == (date(2027, 7, 1), Flag("overrun"))


def test_on_its_last_day_nothing_has_overrun(tmp_path: Path) -> None:
    found = of(tmp_path, date(2027, 6, 30))
    assert (found.end, found.flag("overrun")) == (date(2027, 6, 30), None)


def test_what_is_done_cost_what_was_spent_in_each_year_and_never_the_plan(tmp_path: Path) -> None:
    reports = [("2027-12-20", 90000), ("2028-03-01", 110000), ("2028-09-01", 250000)]
    progress = "[" + ", ".join(f"{{date: {day}, spent: {spent}}}" for day, spent in reports) + "]"
    found = of(tmp_path, status="done", progress=progress)
    assert found.one_off == {2027: 90000, 2028: 160000}
    assert found.flags == ()


def test_what_was_spent_before_the_first_report_is_not_split_by_year(tmp_path: Path) -> None:
    found = of(tmp_path, status="stopped", progress="[{date: 2028-03-01, spent: 110000}]")
    assert found.one_off == {2028: 110000}
    assert found.flag("not-split-by-year") == Flag("not-split-by-year", 110000, 2028)


@pytest.mark.parametrize("status", ["done", "stopped"])
def test_without_a_report_of_what_was_spent_its_cost_is_unknown(tmp_path: Path, status: str) -> None:
    found = of(tmp_path, status=status)
    assert (found.one_off, found.flag("spent-unknown")) == (None, Flag("spent-unknown"))


def test_what_was_stopped_still_owes_what_a_later_total_says(tmp_path: Path) -> None:
    progress = "[{date: 2027-06-01, spent: 110000}, {date: 2028-01-15, one_off: 150000}]"
    found = of(tmp_path, status="stopped", progress=progress)
    assert (found.one_off, found.recurring) == ({2027: 110000, 2028: 40000}, {})
    assert found.flag("still-due") == Flag("still-due", 40000, 2028)


def test_its_last_report_can_state_a_lower_total_than_before(tmp_path: Path) -> None:
    found = of(tmp_path, status="stopped", progress="[{date: 2027-06-01, spent: 110000, one_off: 150000}]")
    assert found.one_off == {2027: 150000}


def test_what_was_foreseen_while_it_ran_is_not_due_once_it_was_stopped(tmp_path: Path) -> None:
    found = of(tmp_path, status="stopped", progress="[{date: 2027-06-01, spent: 110000, one_off: 320000}]")
    assert (found.one_off, found.flag("still-due")) == ({2027: 110000}, None)


def test_what_is_done_keeps_its_recurring_cost(tmp_path: Path) -> None:
    found = of(tmp_path, status="done", progress="[{date: 2027-06-01, spent: 110000, recurring: 50000}]")
    assert found.in_year(2029) == (0, 50000)


DAYS = st.dates(date(2026, 10, 8), date(2029, 12, 31))
AMOUNTS = st.integers(0, 900_000)


class Report(NamedTuple):
    """What one report says; an even number of days makes it a rebaseline as well."""

    date: date
    end: str | None
    one_off: int | None
    recurring: int | None
    spent: int | None


REPORTS = st.lists(
    st.builds(
        Report,
        DAYS,
        st.sampled_from([None, "2027-Q1", "2027-Q4", "2028-03", "2029-12-31"]),
        *([AMOUNTS | st.none()] * 3),
    ),
    max_size=5,
)


@dataclass(frozen=True)
class Course:
    """A plan by year and what was reported, looked at on a day."""

    reports: list[Report]
    plan: dict[int, int]
    day: date
    status: str

    def foreseen(self) -> Foreseen:
        """Write it, and say what is foreseen of it."""
        plan = ", ".join(f"{year}: {amount}" for year, amount in self.plan.items())
        promises = [
            report._replace(end=report.end or "2028-Q1", one_off=report.one_off or 1000, spent=None)
            for report in self.reports
            if report.date.toordinal() % 2 == 0
        ]
        with tempfile.TemporaryDirectory() as folder:
            return of(
                Path(folder),
                self.day,
                status=self.status,
                costs=f"{{as_of: 2027-03-01, one_off: {{{plan}}}}}" if plan else None,
                progress=listed(self.reports),
                rebaselines=listed(promises),
            )


def listed(reports: list[Report]) -> str | None:
    """Write reports as a list of YAML; None without any."""
    keys = [
        ", ".join(f"{key}: {value}" for key, value in report._asdict().items() if value is not None)
        for report in reports
    ]
    return "[" + ", ".join(f"{{{each}}}" for each in keys) + "]" if keys else None


def values(found: Foreseen) -> tuple[object, ...]:
    """Give all but where in the file it was stated."""
    facts = [(name, fact.value, fact.source, fact.day) for name, fact in found.sources.items()]
    return found.start, found.end, found.one_off, found.recurring, found.spent, found.flags, facts


COURSES = st.builds(
    Course,
    REPORTS,
    st.dictionaries(st.integers(2026, 2030), AMOUNTS, max_size=4),
    DAYS,
    st.sampled_from(["adopted", "running", "done", "stopped"]),
)


@given(course=COURSES, shuffled=st.randoms())
def test_the_order_of_facts_in_the_file_never_matters(course: Course, shuffled: Random) -> None:
    others = [*course.reports]
    shuffled.shuffle(others)
    assert values(replace(course, reports=others).foreseen()) == values(course.foreseen())


@given(course=COURSES)
def test_the_years_add_up_and_are_never_below_zero_or_what_was_spent(course: Course) -> None:
    found = course.foreseen()
    years = (found.one_off or {}).values()
    assert all(amount >= 0 for amount in years)
    assert sum(years) >= (found.spent or 0)
    if course.status in ("adopted", "running") and found.one_off is not None:
        assert sum(years) == found.sources["one_off"].value


@given(course=COURSES)
def test_facts_of_later_days_change_nothing(course: Course) -> None:
    until = [report for report in course.reports if report.date <= course.day]
    assert values(replace(course, reports=until).foreseen()) == values(course.foreseen())
