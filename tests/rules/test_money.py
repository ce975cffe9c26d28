"""The rules about money at their limits: exactly there, and one past it."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.rules.single import SingleRule, text_at

ONE_OFF = "{one_off: {2027: 250000}}"
TO_2031 = "{2028: 12000, 2029: 12000, 2030: 12000, 2031: 12000}"
YEARS = "recurring: {2028: 10, 2031: 10}"


def told(root: Path, rule: str, /, **keys: str) -> list[tuple[str, str, dict[str, object]]]:
    """Give wording, text at the place and values of each finding about one initiative."""
    findings = SingleRule(rule).findings(portfolio(root, {"access": initiative(**keys)}))
    return [(f.wording, text_at(f), {k: v for k, v in f.values.items() if k != "id"}) for f in findings]


@pytest.mark.parametrize(
    ("costs", "values"),
    [
        (ONE_OFF, [{"after": 2028, "recurring": TO_2031}]),
        ("{one_off: {2027: 5}, recurring: {2028: 0}}", []),
        ("{as_of: 2026-05-01}", []),
    ],
)
def test_a_given_0_is_recurring_cost_and_nothing_given_is_not(
    tmp_path: Path, costs: str, values: list[object]
) -> None:
    found = told(tmp_path, "no-recurring-cost", costs=costs)
    assert [shown for _, _, shown in found] == values


@pytest.mark.parametrize(("end", "last"), [("2033-Q4", "2037: 12000}"), ("2034-Q4", "{2028: 12000}")])
def test_an_advice_names_ten_years_at_most(tmp_path: Path, end: str, last: str) -> None:
    period = f"{{start: 2027-Q1, end: {end}}}"
    ((_, _, values),) = told(tmp_path, "no-recurring-cost", costs=ONE_OFF, period=period)
    assert str(values["recurring"]).endswith(last)


@pytest.mark.parametrize(("today", "days"), [(date(2026, 5, 1), []), (date(2026, 5, 2), [366])])
def test_an_estimate_of_exactly_a_year_ago_can_be_used(tmp_path: Path, today: date, days: list[int]) -> None:
    root = portfolio(tmp_path, {"access": initiative(costs="{as_of: 2025-05-01}", submitted="2026-04-01")})
    found = SingleRule("stale-estimate").findings(root, today)
    assert [(text_at(f), f.values["count"]) for f in found] == [("2025-05-01", day) for day in days]


@pytest.mark.parametrize(("margin", "shown"), [("20%", []), ("19.9%", ["19.9"])])
def test_exactly_the_least_margin_is_enough(tmp_path: Path, margin: str, shown: list[str]) -> None:
    found = told(tmp_path, "narrow-margin", costs=f"{{margin: {margin}}}")
    assert [values["percent"] for _, _, values in found] == shown


def test_who_must_find_cover_is_told_with_its_share(tmp_path: Path) -> None:
    cover = "cover: {utrecht: to-be-found, den-haag: reserve}"
    keys = {"participants": "[utrecht, den-haag]", "cost_key": "equal"}
    found = told(
        tmp_path / "a", "uncovered-share", costs=f"{{one_off: {{2027: 9, 2028: 4}}, {cover}}}", **keys
    )
    # 5 + 2 for Den Haag, which comes first among the members; 4 + 2 for Utrecht.
    assert found == [("", "to-be-found", {"member": "Utrecht", "amount": 6})]
    found = told(tmp_path / "b", "uncovered-share", costs=f"{{{cover}}}", **keys)
    assert found == [("without-cost", "to-be-found", {"member": "Utrecht"})]


@pytest.mark.parametrize(
    ("benefits", "amounts"),
    [
        ("{recurring: {2028: 5, 2029: 9}}", [(9, 2029)]),
        ("{one_off: {2028: 5}}", [(5, 2028)]),
        ("{recurring: {2028: 5}, booked_on: beheer}", []),
        ("{recurring: {2028: 0}}", []),
        ("{text: Minder werk.}", []),
    ],
)
def test_a_saving_is_booked_somewhere(tmp_path: Path, benefits: str, amounts: list[tuple[int, int]]) -> None:
    found = told(tmp_path, "unbooked-benefit", benefits=benefits)
    assert [(values["amount"], values["year"]) for _, _, values in found] == amounts


@pytest.mark.parametrize(
    ("saving", "keys", "values"),
    [
        (30, {}, []),
        (29, {}, [("", {"year": 2028, "longest": 5, "years": "5.26"})]),
        (10, {}, [("never", {"year": 2028, "longest": 5})]),
        (10, {"obligation": "{kind: statutory}"}, []),
        (10, {"obligation": "{kind: choice}"}, [("never", {"year": 2028, "longest": 5})]),
    ],
)
def test_five_years_is_not_slow(
    tmp_path: Path, saving: int, keys: dict[str, str], values: list[object]
) -> None:
    costs, benefits = (
        "{one_off: {2027: 100}, recurring: {2028: 10}}",
        f"{{recurring: {{2028: {saving}}}}}",
    )
    found = told(tmp_path, "slow-payback", costs=costs, benefits=benefits, **keys)
    assert [(wording, shown) for wording, _, shown in found] == values


@pytest.mark.parametrize(
    ("costs", "amounts"),
    [
        (ONE_OFF, [250000]),
        ("{one_off: {2027: 249999}}", []),
        ("{one_off: {2027: 250000}, people: 0}", []),
    ],
)
def test_from_the_limit_on_people_have_a_price(tmp_path: Path, costs: str, amounts: list[int]) -> None:
    assert [v["amount"] for _, _, v in told(tmp_path, "no-people-cost", costs=costs)] == amounts


def test_what_one_member_wants_alone_is_bespoke(tmp_path: Path) -> None:
    found = SingleRule("bespoke-on-joint-agenda").finding(
        portfolio(tmp_path / "one", {"access": initiative(participants="[utrecht]")})
    )
    assert found.values == {"id": "access", "member": "Utrecht", "year": 2027}
    assert told(tmp_path / "two", "bespoke-on-joint-agenda", participants="[utrecht, den-haag]") == []


def test_twins_are_reported_as_twins_alone(tmp_path: Path) -> None:
    twins = {
        member: initiative(participants=f"[{member}]", components="[identity]")
        for member in ("utrecht", "rotterdam")
    }
    assert SingleRule("bespoke-on-joint-agenda").findings(portfolio(tmp_path, twins)) == []


@pytest.mark.parametrize(
    ("costs", "benefits", "wording", "needed"),
    [
        (f"{{{YEARS}}}", "{text: Ja.}", None, None),
        ("{recurring: {2030: 10}}", "{text: Ja.}", "", 2031),
        ("{recurring: {2030: 10}}", "{recurring: {2031: 9}}", "benefit", 2031),
        # One advice for both: up to the last of the years that are asked.
        ("{recurring: {2029: 10}}", "{recurring: {2030: 9}}", "benefit", 2031),
        (f"{{{YEARS}}}", "{recurring: {2032: 9}}", "benefit", 2032),
        ("{recurring: {2030: 10}, until: {year: 2030, because: Op.}}", "{recurring: {2031: 9}}", None, None),
        ("{recurring: {2030: 10}, until: {year: 2029, because: Op.}}", "{text: Ja.}", "until", None),
    ],
)
def test_what_recurs_goes_on_for_four_years_after_the_end(
    tmp_path: Path, costs: str, benefits: str, wording: str | None, needed: int | None
) -> None:
    keys = {"period": "{start: 2027-Q1, end: 2027-Q4}", "costs": costs, "benefits": benefits}
    found = told(tmp_path, "recurring-stops", **keys)
    expected = [] if wording is None else [(wording, needed)]
    assert [(name, values.get("needed")) for name, _, values in found] == expected


RULES = (
    "no-recurring-cost",
    "narrow-margin",
    "no-people-cost",
    "recurring-stops",
    "slow-payback",
    "unbooked-benefit",
)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("keys", [{"steering": "experimental"}, {"status": "idea"}, {"status": "running"}])
def test_no_figures_are_asked_of_experiments_ideas_and_what_was_decided(
    tmp_path: Path, rule: str, keys: dict[str, str]
) -> None:
    experiment = "{learning_goal: a, time_box: 2027-Q2, budget_cap: 10, stop_when: b, decides: directors}"
    costs = "{one_off: {2027: 900000}, margin: 1%}"
    wrong = {"costs": costs, "benefits": "{recurring: {2028: 1}}", "experiment": experiment}
    assert told(tmp_path, rule, **wrong, **keys) == []
