"""Every figure of generated landscapes, as the command gives it, compared with a calculation apart."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.desk import TODAY
from tests.landscape_desk import landscape, on_disk
from tests.landscape_figures import (
    Difference,
    Product,
    Together,
    differences,
    folded,
    running,
    together,
    total,
)
from tests.landscapes import MEMBERS, App, Generated, generate

SEEDS = (1, 2, 3)
KINDS = [(seed, MEMBERS, 150, 1) for seed in SEEDS] + [(4, MEMBERS[:1], 1500, 1), (4, MEMBERS[:1], 1500, 6)]


@pytest.fixture(scope="module", params=KINDS, ids=["one", "two", "three", "city", "city-in-parts"])
def made(request: pytest.FixtureRequest) -> Generated:
    seed, members, each, parts = request.param
    return generate(seed, members, each, parts)


@pytest.fixture(scope="module")
def root(made: Generated, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return on_disk(made, tmp_path_factory.mktemp("landscape"))


@pytest.fixture(scope="module")
def answer(root: Path) -> dict[str, Any]:
    return landscape(root)


def ids(apps: Iterable[App]) -> set[str]:
    return {app.id for app in apps}


def sums(apps: Iterable[App]) -> dict[str, int | None]:
    """Give users and euros as the output has them: null where nothing is given, and how many give nothing."""
    apps = list(apps)
    found: dict[str, int | None] = {}
    for key in ("users", "yearly"):
        added = total(getattr(app, key) for app in apps)
        found[key] = None if added.of and added.unknown == added.of else added.known
        found[f"{key}_unknown"] = added.unknown
    return found


def of(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in ("users", "users_unknown", "yearly", "yearly_unknown")}


def test_who_has_no_landscape_is_not_judged(answer: dict[str, Any], made: Generated) -> None:
    assert answer["judged"] == list(made.members)
    assert answer["not_judged"] == [member for member in MEMBERS if member not in made.members]


def test_totals_count_each_application_once(answer: dict[str, Any], made: Generated) -> None:
    apps, totals = running(made), answer["totals"]
    assert totals["applications"] == len(apps)
    assert of(totals) == sums(apps)
    assert totals["of_several_components"] == len([app for app in apps if len(app.components) > 1])
    assert totals["of_no_component"] == len([app for app in apps if not app.components])


def test_each_component_has_its_applications_in_full(answer: dict[str, Any], made: Generated) -> None:
    assert {
        row["component"]: (set(row["applications"]), set(row["members"]), of(row))
        for row in answer["differences"]
    } == {each.component: (ids(each.apps), each.members, sums(each.apps)) for each in differences(made)}


def described(product: Product) -> tuple[object, ...]:
    return product.name, ids(product.apps), product.members, sums(product.apps), len(product.versions)


def test_its_products_are_distinct_and_the_most_common_is_first(
    answer: dict[str, Any], made: Generated
) -> None:
    assert {
        row["component"]: [
            (folded(p["product"]), set(p["applications"]), set(p["members"]), of(p), p["versions"])
            for p in row["products"]
        ]
        for row in answer["differences"]
    } == {each.component: [described(product) for product in each.products] for each in differences(made)}
    assert {row["component"]: folded(row["most_common"]) for row in answer["differences"]} == {
        each.component: each.products[0].name for each in differences(made)
    }


def percents(each: Difference) -> list[int | None]:
    """Share 100 by users: the largest remainders get what rounding down leaves, first come first."""
    users = [product.users.known for product in each.products]
    if not sum(users):
        return [None] * len(users)
    whole = [100 * own // sum(users) for own in users]
    rest = sorted(range(len(users)), key=lambda n: (-(100 * users[n] % sum(users)), n))
    for n in rest[: 100 - sum(whole)]:
        whole[n] += 1
    return list(whole)


def test_the_shares_by_users_add_up_to_100(answer: dict[str, Any], made: Generated) -> None:
    assert {
        row["component"]: [product["users_percent"] for product in row["products"]]
        for row in answer["differences"]
    } == {each.component: percents(each) for each in differences(made)}


def test_harmonising_touches_all_outside_the_most_common_product(
    answer: dict[str, Any], made: Generated
) -> None:
    assert {
        row["component"]: (
            set(row["touched"]["applications"]),
            set(row["touched"]["members"]),
            of(row["touched"]),
            row["touched"]["contracts"],
        )
        for row in answer["differences"]
    } == {
        each.component: (
            ids(each.outside),
            {app.member for app in each.outside},
            sums(each.outside),
            len([app for app in each.outside if app.contract]),
        )
        for each in differences(made)
    }


def largest(each: Difference) -> Together | None:
    """Give the contracts that most members can choose about together, and of those the most and first."""
    groups = together(each.apps, TODAY)
    return max(
        groups,
        key=lambda group: (len(group.members), len(group.ends), -min(group.ends.values()).toordinal()),
        default=None,
    )


def size(each: Difference) -> tuple[int, int, int, str]:
    """Sort the largest first: by euros, then contracts, then users, then name."""
    group = largest(each)
    gain = -1 if each.gain is None else int(each.gain)
    users = total(app.users for app in each.outside).known
    return -gain, -(len(group.ends) if group else 0), -users, each.component


def test_the_largest_differences_are_by_gain(root: Path, made: Generated) -> None:
    different = sorted((each for each in differences(made) if len(each.products) > 1), key=size)
    rows = landscape(root, "--top", "40")["gains"]
    assert [(row["component"], row["gain"], row["users_moved"]) for row in rows] == [
        (each.component, None if each.gain is None else int(each.gain), sums(each.outside)["users"])
        for each in different
    ]
    assert [set(row["contracts"]["applications"]) if row["contracts"] else None for row in rows] == [
        set(group.ends) if (group := largest(each)) else None for each in different
    ]


def test_there_are_ten_unless_asked_otherwise(answer: dict[str, Any], root: Path) -> None:
    assert answer["gains"] == landscape(root, "--top", "40")["gains"][:10]


def test_parts_of_a_landscape_say_what_one_file_says(tmp_path: Path) -> None:
    whole, parts = (landscape(on_disk(generate(5, MEMBERS[:1], 200, n), tmp_path / f"{n}")) for n in (1, 5))
    by_name = {each["component"]: each for each in parts["differences"]}
    assert whole["totals"] == parts["totals"]
    for row in whole["differences"]:
        assert of(row) == of(by_name[row["component"]])
