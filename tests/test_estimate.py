"""What an estimate comes to: the sum of its one-off cost, the highest year of what recurs."""

from typing import Any

from pydantic import TypeAdapter

from icteregie.portfolio.estimate import Benefits, Costs
from tests.desk import loaded, portfolio


def costs(**keys: Any) -> Costs:
    return TypeAdapter(Costs).validate_python(keys)


def test_one_off_cost_adds_up_and_recurring_cost_does_not() -> None:
    recurring = {"2028": "60000", "2029": "75000", "2030": "9"}
    estimate = costs(one_off={"2027": "450000", "2028": "120000"}, recurring=recurring)
    assert (estimate.one_off_total, estimate.recurring_most) == (570_000, 75_000)


def test_without_amounts_both_are_zero() -> None:
    assert (costs().one_off_total, costs().recurring_most) == (0, 0)


def test_a_saving_is_that_of_its_highest_year() -> None:
    saving = TypeAdapter(Benefits).validate_python({"recurring": {"2029": "250000", "2030": "300000"}})
    assert saving.recurring_most == 300_000


def test_who_is_no_member_is_named_as_the_file_names_it(tmp_path: Any) -> None:
    partnership = loaded(portfolio(tmp_path, {})).portfolio.partnership
    assert [partnership.member_name(name) for name in ("den-haag", "breda")] == ["Den Haag", "breda"]
