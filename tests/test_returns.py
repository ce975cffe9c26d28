"""Payback, break-even, net present value, cost of ownership and the year end, as reckoned by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.money.estimates import estimate_of
from icteregie.analysis.money.ownership import alone_or_together, ownership_of
from icteregie.analysis.money.returns import (
    Payback,
    Return,
    break_even,
    net_present_value,
    payback,
    return_of,
)
from icteregie.analysis.money.year_end import carried_by_member, realisation, year_end
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.portfolio import Portfolio
from tests.desk import PARTNERSHIP, initiative, loaded, portfolio

CASH = st.dictionaries(st.integers(2020, 2060), st.integers(-(10**9), 10**9))
RATE = "money: {discount_rate: {rate: 10%, source: eigen keuze}}\n"


def single(root: Path, partnership: str = PARTNERSHIP, **keys: str) -> tuple[Portfolio, Initiative]:
    found = loaded(portfolio(root, {"access": initiative(**keys)}, partnership)).portfolio
    return found, found.initiatives["access"]


# As published: webwereld.nl 3748565 and 3749014, agconnect.nl; millions of euros.
@pytest.mark.parametrize(
    ("invested", "saved", "years"), [(60, 20, "3.00"), (94, 30, "3.13"), (100, 22, "4.55")]
)
def test_the_published_cases_of_amsterdam(invested: int, saved: int, years: str) -> None:
    costs = {2010: (invested * 10**6, 0), 2011: (0, 0)}
    assert payback(costs, {2011: saved * 10**6}) == Payback(Decimal(years), 2011)


def test_a_published_saving_without_a_published_cost_has_no_payback(tmp_path: Path) -> None:
    # Lievegem, after a merger of three municipalities: 43,000 euros a year, hln.be a54f09d5.
    assert return_of(*single(tmp_path, benefits="{recurring: {2019: 43000}, booked_on: ICT}")) is None


def test_what_costs_as_much_as_it_saves_never_pays_back() -> None:
    assert payback({2027: (100, 0), 2028: (0, 50)}, {2028: 50}) == Payback(None, 2028)
    assert payback({2027: (100, 0), 2028: (0, 49)}, {2028: 50}) == Payback(Decimal(100), 2028)


def test_only_a_year_after_the_last_one_off_cost_with_both_counts() -> None:
    costs = {2027: (100, 0), 2028: (20, 10), 2029: (0, 10)}
    assert payback(costs, {2028: 90, 2029: 40}) == Payback(Decimal(4), 2029)
    assert payback(costs, {2028: 90, 2030: 40}) is None


def test_it_breaks_even_in_the_year_in_which_all_cash_is_exactly_nothing() -> None:
    assert break_even({2027: -100, 2028: 60, 2029: 40}) == 2029
    assert break_even({2027: -100, 2028: 60, 2029: 39}) is None


@given(CASH)
def test_at_no_rate_the_net_present_value_is_the_sum(cash: dict[int, int]) -> None:
    assert net_present_value(cash, Decimal(0)) == sum(cash.values())


def test_the_return_of_a_file(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 1000}, recurring: {2028: 100, 2029: 100}}"
    benefits = "{recurring: {2028: 650, 2029: 705}, booked_on: beheer}"
    found, one = single(tmp_path, PARTNERSHIP + RATE, costs=costs, benefits=benefits)
    # 1000 / (650 - 100) = 1.818…; -1000 + 550 / 1.1 + 605 / 1.21 = 0.
    assert return_of(found, one) == Return(
        is_booked=True,
        payback=Payback(Decimal("1.82"), 2028),
        break_even=2029,
        net_present_value=0,
        last=2029,
    )


def test_without_a_rate_the_net_present_value_is_unknown(tmp_path: Path) -> None:
    keys = {"costs": "{one_off: {2027: 10}}", "benefits": "{recurring: {2028: 5}}"}
    found, one = single(tmp_path, **keys)
    assert return_of(found, one) == Return(
        is_booked=False, payback=None, break_even=None, net_present_value=None, last=2028
    )


def test_no_return_is_asked_of_an_experiment(tmp_path: Path) -> None:
    experiment = "{learning_goal: a, time_box: 2027-Q2, budget_cap: 10, stop_when: b, decides: directors}"
    keys = {"costs": "{one_off: {2027: 10}}", "benefits": "{recurring: {2028: 5}}", "experiment": experiment}
    found, one = single(tmp_path, steering="experimental", **keys)
    assert (return_of(found, one), ownership_of(found, one)) == (None, None)


@pytest.mark.parametrize(
    ("extra", "amount", "repeated"),
    [("", 1_500, 4), (", tco_years: 2", 1_100, 0), (", until: {year: 2029, because: op}", 1_200, 1)],
)
def test_years_beyond_the_estimate_repeat_the_last(
    tmp_path: Path, extra: str, amount: int, repeated: int
) -> None:
    partnership = PARTNERSHIP + "money: {tco_years: {business_critical: 6}}\n"
    costs = f"{{one_off: {{2027: 1000}}, recurring: {{2028: 100}}{extra}}}"
    owned = ownership_of(*single(tmp_path, partnership, costs=costs, steering="business-critical"))
    assert owned is not None
    assert (owned.amount, owned.repeated, owned.first) == (amount, repeated, 2027)


def test_the_range_is_rounded_outwards(tmp_path: Path) -> None:
    _, one = single(tmp_path, costs="{one_off: {2027: 101}, margin: 10%}")
    assert estimate_of(one).bounds == (90, 112)


def test_alone_beside_together(tmp_path: Path) -> None:
    keys = {"costs": "{one_off: {2027: 100}}", "alone": "{utrecht: 70}", "cost_key": "equal"}
    (found,) = alone_or_together(*single(tmp_path, **keys))
    assert (found.member, found.alone, found.together) == ("utrecht", 70, 25)


RUNS = {
    "status": "running",
    "costs": "{one_off: {2027: 100, 2028: 50}}",
    "baseline": "{adopted: 2026-10-08, end: 2028-Q4, one_off: {2027: 100, 2028: 50}}",
    "cost_key": "equal",
}


@pytest.mark.parametrize(
    ("report", "left", "carried"),
    [
        ("spent: 60", 40, 40),
        # It got 15 cheaper, so only 25 of the 40 is still needed.
        ("spent: 60, one_off: {2027: 60, 2028: 75}", 40, 25),
        ("spent: 60, one_off: {2027: 60, 2028: 50}", 40, 0),
        ("spent: 110", -10, 0),
    ],
)
def test_what_is_left_at_the_year_end_and_carried_over(
    tmp_path: Path, report: str, left: int, carried: int
) -> None:
    found, one = single(tmp_path, progress=f"[{{date: 2027-12-20, {report}}}]", **RUNS)
    after = replace(found, day=date(2028, 1, 5))
    end = year_end(after, one, 2027)
    assert (end.planned, end.left, end.carried_over) == (100, left, carried)
    assert sum(carried_by_member(after, one, end, 2027).values()) == carried


def test_the_realisation_rate_is_what_was_spent_of_what_was_planned(tmp_path: Path) -> None:
    found, one = single(tmp_path, progress="[{date: 2027-12-20, spent: 67}]", **RUNS)
    assert realisation([year_end(replace(found, day=date(2028, 1, 5)), one, 2027)]) == 67
    assert realisation([]) is None


def test_what_was_stopped_shows_what_was_spent_and_must_still_be_paid(tmp_path: Path) -> None:
    reports = "[{date: 2027-06-01, spent: 60}, {date: 2027-09-01, spent: 60, one_off: 75}]"
    found, one = single(tmp_path, progress=reports, **{**RUNS, "status": "stopped"})
    end = year_end(replace(found, day=date(2027, 10, 1)), one, 2027)
    assert (end.spent, end.due, end.carried_over) == (60, 15, 0)
