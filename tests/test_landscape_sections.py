"""Pruning, suppliers, contracts, names and layers of generated landscapes, against a calculation."""

from collections.abc import Iterable
from typing import Any

import pytest

from tests.desk import TODAY
from tests.landscape_desk import landscape, on_disk
from tests.landscape_figures import (
    filling,
    folded,
    layers,
    nobody_uses,
    running,
    suppliers,
    together,
    total,
    twice_at_one,
)
from tests.landscape_path import counted, takes
from tests.landscapes import LAYERS, App, Generated, generate


@pytest.fixture(scope="module", params=[1, 2, 3])
def made(request: pytest.FixtureRequest) -> Generated:
    return generate(request.param)


@pytest.fixture(scope="module")
def answer(made: Generated, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return landscape(on_disk(made, tmp_path_factory.mktemp("sections")))


def ids(apps: Iterable[App]) -> frozenset[str]:
    return frozenset(app.id for app in apps)


def pruned(answer: dict[str, Any], reason: str) -> list[dict[str, Any]]:
    return [row for row in answer["pruning"] if row["reason"] == reason]


def test_what_one_member_has_twice_for_one_component(answer: dict[str, Any], made: Generated) -> None:
    assert {
        (row["member"], row["component"]): frozenset(row["applications"]) for row in pruned(answer, "twice")
    } == {key: ids(apps) for key, apps in twice_at_one(made).items()}


def test_what_nobody_uses(answer: dict[str, Any], made: Generated) -> None:
    rows = pruned(answer, "no-users")
    assert sorted(name for row in rows for name in row["applications"]) == sorted(ids(nobody_uses(made)))


def test_what_is_ending_and_nothing_replaces(answer: dict[str, Any], made: Generated) -> None:
    left = [
        app
        for app in running(made)
        if app.stage == "ending" and not any(takes(plan, app) for plan in counted(made))
    ]
    rows = pruned(answer, "ending-without-initiative")
    assert sorted(name for row in rows for name in row["applications"]) == sorted(ids(left))


def test_what_a_plan_retires_by_name(answer: dict[str, Any], made: Generated) -> None:
    named = {app.id: {plan.name for plan in counted(made) if app.id in plan.retires} for app in running(made)}
    rows = pruned(answer, "retired")
    assert {name: set(row["initiatives"]) for row in rows for name in row["applications"]} == {
        name: plans for name, plans in named.items() if plans
    }


def test_suppliers_of_two_members_or_more(answer: dict[str, Any], made: Generated) -> None:
    assert {
        row["supplier"].casefold().removesuffix(" bv"): (
            frozenset(row["applications"]),
            set(row["members"]),
            row["users"],
            row["users_unknown"],
            row["yearly"],
            row["yearly_unknown"],
        )
        for row in answer["suppliers"]
    } == {
        name.removesuffix("bv"): (
            ids(apps),
            {app.member for app in apps},
            (users := total(app.users for app in apps)).known,
            users.unknown,
            (yearly := total(app.yearly for app in apps)).known,
            yearly.unknown,
        )
        for name, apps in suppliers(made).items()
    }


def test_contracts_of_one_supplier_or_component_that_end_together(
    answer: dict[str, Any], made: Generated
) -> None:
    by_supplier = suppliers(made).values()
    by_component = (filling(made, component) for component in made.components)
    groups = [group for apps in (*by_supplier, *by_component) for group in together(apps, TODAY)]
    assert {frozenset(row["applications"]): (row["first"], row["last"]) for row in answer["contracts"]} == {
        frozenset(group.ends): (str(min(group.ends.values())), str(max(group.ends.values())))
        for group in groups
    }


def test_names_that_look_alike_are_listed_and_stay_two(answer: dict[str, Any], made: Generated) -> None:
    run = {folded(app.product) for app in running(made)}
    planted = {frozenset(map(folded, pair)) for pair in made.lookalikes if set(map(folded, pair)) <= run}
    assert {frozenset(folded(each["product"]) for each in pair) for pair in answer["names"]} == planted


def test_each_layer_with_its_share_of_those_that_give_one(answer: dict[str, Any], made: Generated) -> None:
    by_layer = layers(made)
    assert set(answer["layers"]["unknown"]) == ids(by_layer[None])
    rows = {row["layer"]: row for row in answer["layers"]["layers"]}
    assert {name: frozenset(row["applications"]) for name, row in rows.items()} == {
        name: ids(by_layer[name]) for name in LAYERS
    }
    given = sum(len(by_layer[name]) for name in LAYERS)
    assert sum(row["percent"] for row in rows.values()) == 100
    for name, row in rows.items():
        assert row["percent"] - 100 * len(by_layer[name]) // given in (0, 1)


def test_how_many_give_a_security_level(answer: dict[str, Any], made: Generated) -> None:
    assert answer["security"]["applications"] == len(running(made))
    assert answer["security"]["with_bbn"] == len([app for app in running(made) if app.bbn])
