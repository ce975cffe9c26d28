"""Quarters, months, days and lags: where they begin, where they end, what is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.portfolio.period import Lag, Moment, lag, moment, month_start
from tests.test_scalars import OUT_OF_RANGE, Refusal, refusal


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-Q1", date(2027, 1, 1), date(2027, 3, 31)),
        ("2027-Q2", date(2027, 4, 1), date(2027, 6, 30)),
        ("2027-Q3", date(2027, 7, 1), date(2027, 9, 30)),
        ("2027-Q4", date(2027, 10, 1), date(2027, 12, 31)),
        ("1990-Q1", date(1990, 1, 1), date(1990, 3, 31)),
        ("2100-Q4", date(2100, 10, 1), date(2100, 12, 31)),
        ("2027-02", date(2027, 2, 1), date(2027, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2100-12", date(2100, 12, 1), date(2100, 12, 31)),
        ("2028-02-29", date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_moment_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    assert moment(text) == Moment(text, first, last)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2027-Q5", ("not-a-moment", {})),
        ("2027-Q0", ("not-a-moment", {})),
        ("Q1", ("not-a-moment", {})),
        ("2027-q1", ("loose-quarter", {"instead": "2027-Q1"})),
        ("Q1 2027", ("loose-quarter", {"instead": "2027-Q1"})),
        ("2027Q1", ("loose-quarter", {"instead": "2027-Q1"})),
        ("2027 Q4", ("loose-quarter", {"instead": "2027-Q4"})),
        ("K2-2027", ("loose-quarter", {"instead": "2027-Q2"})),
        ("q5 2027", ("not-a-moment", {})),
        ("2027", ("only-a-year", {"first": "2027-Q1", "last": "2027-Q4"})),
        ("٢٠٢٧", ("not-a-moment", {})),
        ("2027-13", ("not-a-moment", {})),
        ("2027-00", ("not-a-moment", {})),
        ("2027-3", ("not-a-moment", {})),
        ("2027-02-30", ("no-such-day", {})),
        ("18-05-2027", ("day-first", {"instead": "2027-05-18"})),
        ("2027-5-18", ("not-a-day", {})),
        ("1989-Q4", OUT_OF_RANGE),
        ("2101-01", OUT_OF_RANGE),
        ("maart 2027", ("not-a-moment", {})),
        ("", ("empty", {})),
        (["2027-Q1"], ("one-value-expected", {})),
    ],
)
def test_what_is_no_moment_is_refused(text: object, why: Refusal) -> None:
    assert refusal(moment, text) == why


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@settings(deadline=None)
@given(DAYS)
def test_a_moment_begins_before_it_ends_and_holds_its_days(day: date) -> None:
    quarter = f"{day.year}-Q{(day.month + 2) // 3}"
    for text in (day.isoformat(), f"{day:%Y-%m}", quarter):
        found = moment(text)
        assert found.first <= day <= found.last
        assert str(found) == text


@settings(deadline=None)
@given(st.integers(1990, 2100), st.integers(1, 12))
def test_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    following = month_start(year, month + 1)
    assert moment(f"{year}-{month:02}").last + timedelta(days=1) == following


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 day", Lag(days=1)),
        ("10 days", Lag(days=10)),
        ("2 weeks", Lag(days=14)),
        ("1 month", Lag(months=1)),
        ("120 months", Lag(months=120)),
        ("3650 days", Lag(days=3650)),
        ("520 weeks", Lag(days=3640)),
        ("-1 day", Lag(days=-1)),
        ("-2 weeks", Lag(days=-14)),
        ("-1 month", Lag(months=-1)),
    ],
)
def test_a_lag_is_a_number_and_a_unit(text: str, found: Lag) -> None:
    assert lag(text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("121 months", ("too-large", {"most": 120})),
        ("3651 days", ("too-large", {"most": 3650})),
        ("521 weeks", ("too-large", {"most": 520})),
        ("0 days", ("not-a-lag", {})),
        ("01 day", ("not-a-lag", {})),
        ("- 1 month", ("not-a-lag", {})),
        ("-0 days", ("not-a-lag", {})),
        ("--1 day", ("not-a-lag", {})),
        ("+1 day", ("not-a-lag", {})),
        ("-3651 days", ("too-large", {"most": 3650})),
        ("1.5 months", ("not-a-lag", {})),
        ("1  month", ("not-a-lag", {})),
        ("1 maand", ("not-a-lag", {})),
        ("month", ("not-a-lag", {})),
        ("1 year", ("not-a-lag", {})),
        ("99999 days", ("not-a-lag", {})),
        ("", ("empty", {})),
    ],
)
def test_what_is_no_lag_is_refused(text: str, why: Refusal) -> None:
    assert refusal(lag, text) == why


@pytest.mark.parametrize(
    ("start", "after", "end"),
    [
        (date(2027, 1, 31), Lag(months=1), date(2027, 2, 28)),
        (date(2028, 1, 31), Lag(months=1), date(2028, 2, 29)),
        (date(2027, 1, 28), Lag(months=1), date(2027, 2, 28)),
        (date(2027, 2, 28), Lag(months=1), date(2027, 3, 28)),
        (date(2027, 12, 31), Lag(months=2), date(2028, 2, 29)),
        (date(2027, 11, 30), Lag(months=14), date(2029, 1, 30)),
        (date(2028, 2, 29), Lag(months=12), date(2029, 2, 28)),
        (date(2027, 12, 31), Lag(days=1), date(2028, 1, 1)),
        (date(2027, 12, 31), Lag(), date(2027, 12, 31)),
        (date(2100, 12, 31), Lag(months=120), date(2110, 12, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_the_month(start: date, after: Lag, end: date) -> None:
    assert after.after(start) == end


@settings(deadline=None)
@given(DAYS, st.integers(-120, 120))
def test_a_lag_in_months_never_skips_a_month(start: date, months: int) -> None:
    end = Lag(months=months).after(start)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day
