"""What an estimate comes to: the sum of its one-off cost, the highest year of what recurs."""

import pytest

from icteregie.portfolio.estimate import Benefits, Costs


def test_one_off_cost_adds_up_and_recurring_cost_does_not() -> None:
    costs = Costs(
        one_off={"2027": "450000", "2028": "120000"}, recurring={"2028": "60000", "2029": "75000", "2030": "9"}
    )
    assert (costs.one_off_total, costs.recurring_most) == (570_000, 75_000)


@pytest.mark.parametrize("nothing", [Costs(), Costs(one_off={}, recurring={})])
def test_without_amounts_both_are_zero(nothing: Costs) -> None:
    assert (nothing.one_off_total, nothing.recurring_most) == (0, 0)


def test_a_saving_is_that_of_its_highest_year() -> None:
    assert Benefits(recurring={"2029": "250000", "2030": "300000"}).recurring_most == 300_000
