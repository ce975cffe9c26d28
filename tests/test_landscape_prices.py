"""No amount that leaves git, and no difference of such amounts, is what one or two suppliers get."""

import json
import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.analysis.landscape.disclosure import Disclosure, Prices
from tests.desk import PARTNERSHIP, initiative, portfolio, regie
from tests.landscape_desk import on_disk
from tests.landscape_figures import differences, folded, running
from tests.landscape_path import retired
from tests.landscapes import App, Generated, generate

FEWEST = 3
CASES = PARTNERSHIP.replace("components:\n", "components:\n  cases: {name: Zaken, domain: access}\n")
ENDS = "{start: 2027-Q1, end: 2027-Q4}"
TWELVE = tuple(f"app-{number}" for number in range(12))


def payee(app: App) -> str:
    """Who gets it: a supplier with its legal form always; else whoever makes the product."""
    return app.supplier or f"/{folded(app.product)}"


def few(apps: frozenset[tuple[str, str]]) -> bool:
    """Whether a sum of these is of one or two suppliers."""
    return 0 < len({supplier for _, supplier in apps}) < FEWEST


def priced(apps: list[App]) -> frozenset[tuple[str, str]]:
    return frozenset((app.id, payee(app)) for app in apps if app.yearly)


def shown(made: Generated, answer: dict[str, Any]) -> Iterator[tuple[str, frozenset[tuple[str, str]]]]:
    """Give every amount that the answer shows as a number, with the applications whose prices are in it."""
    for row in answer["changes"]["amounts"]:
        level = [
            each
            for each in retired(made)
            if row["year"] is None or each.saved_from <= row["year"]
            if row["member"] in (None, each.app.member)
        ]
        sums = {
            "saved": level,
            "net_cost": level,
            "booked": [each for each in level if each.plan.booked],
            "hoped_for": [each for each in level if not each.plan.booked],
        }
        for key, own in sums.items():
            if row[key] is not None:
                yield f"{key} {row['year']} {row['member']}", priced([each.app for each in own])
    by_name = {each.component: each for each in differences(made)}
    for row in answer["differences"]:
        if row["yearly"] is not None:
            yield row["component"], priced(by_name[row["component"]].apps)
        parts = {row["component"]: row["touched"], **{each["product"]: each for each in row["products"]}}
        ids = {app.id: app for app in running(made)}
        for name, part in parts.items():
            if part["yearly"] is not None:
                yield f"a part: {name}", priced([ids[own] for own in part["applications"]])
    if answer["totals"]["yearly"] is not None:
        yield "totals", priced(running(made))


def answer_of(root: Path, *words: str) -> dict[str, Any]:
    done = regie("landscape", "-C", root, "--format", "json", *words)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize(("seed", "each"), [(1, 5), (2, 8), (3, 12), (4, 20), (5, 40), (6, 150)])
def test_no_amount_nor_difference_of_two_is_of_one_or_two_suppliers(
    tmp_path: Path, seed: int, each: int
) -> None:
    made = generate(seed, each=each)
    every = list(shown(made, answer_of(on_disk(made, tmp_path))))
    assert [name for name, own in every if few(own)] == []
    assert [(one, two) for (one, of), (two, other) in combinations(every, 2) if few(of ^ other)] == []


@pytest.mark.parametrize(("seed", "each"), [(2, 8), (3, 12), (6, 150)])
def test_no_chance_is_worked_out_from_one_or_two_suppliers(tmp_path: Path, seed: int, each: int) -> None:
    made = generate(seed, each=each)
    rows = answer_of(on_disk(made, tmp_path), "--top", "40")["gains"]
    compared = {of.component: priced([app for app in of.apps if app.users]) for of in differences(made)}
    assert [
        row["component"] for row in rows if row["gain"] is not None if few(compared[row["component"]])
    ] == []
    assert any(row["gain_kept"] for row in rows)


def test_with_prices_all_of_it_is_shown(tmp_path: Path) -> None:
    made = generate(2, each=8)
    every = answer_of(on_disk(made, tmp_path), "--with", "prices")["changes"]["amounts"]
    assert [row for row in every if row["saved"] is None and not row["saved_unknown"]] == []


def landscape(**prices: int) -> str:
    own = "".join(
        f"  {name}: {{product: {name}, supplier: Van {name}, components: [cases], "
        f"stage: in-use, yearly: {price}}}\n"
        for name, price in prices.items()
    )
    return f"as_of: 2026-09-01\napplications:\n{own}"


PARTS = {
    "landscape/utrecht.yaml": landscape(een=123456, twee=222222, drie=333333, vier=444444),
    "booked": initiative(retires="[utrecht/een]", period=ENDS, benefits="{booked_on: Zaken}"),
    "hoped": initiative(retires="[utrecht/twee, utrecht/drie, utrecht/vier]", period=ENDS),
}
SECRET = ("123456", "999999", "222222", "333333", "444444")


@pytest.mark.parametrize("form", ["md", "json", "csv"])
def test_what_is_booked_of_one_supplier_and_what_is_left_stay_in_git(tmp_path: Path, form: str) -> None:
    root = portfolio(tmp_path, PARTS, CASES)
    told = regie("landscape", "--part", "changes", "--year", "2027", "-C", root, "--format", form).stdout
    assert "1123455" in told.replace(".", "")
    assert [price for price in SECRET if price in told.replace(".", "")] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_agenda_says_what_it_saves_and_not_which_part_is_booked(tmp_path: Path, language: str) -> None:
    root = portfolio(tmp_path, PARTS, CASES)
    told = regie("agenda", "2027", "-C", root, "--lang", language).stdout
    plain = told.replace(".", "").replace(",", "")
    assert "1123455" in plain
    assert [price for price in SECRET if price in plain] == []
    words = {
        "nl": "Hoeveel daarvan is ingeboekt, laat de prijs van één of twee leveranciers zien",
        "en": "How much of that is booked would show the price of one or two suppliers",
    }
    assert told.count(words[language]) >= 1
    assert "| 2028 | 0 | 0 | 0 | € 1" in told
    assert (
        next(line for line in told.splitlines() if line.startswith("| 2028 | 0 | 0 | 0")).split(" | ")[5]
        == "–"
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_does_not_show_which_part_is_booked(tmp_path: Path, language: str) -> None:
    root = portfolio(tmp_path, PARTS, CASES)
    done = regie("site", "-C", root, "--year", "2027", "--lang", language, "--output", tmp_path / "page.html")
    assert done.returncode == 0, done.stderr
    plain = (tmp_path / "page.html").read_text(encoding="utf-8").replace(".", "").replace(",", "")
    assert [price for price in SECRET if price in plain] == []


def rank(rows: list[list[Fraction]]) -> int:
    """Count the independent rows, by elimination in exact fractions."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(TWELVE)):
        at = next((n for n in range(found, len(rows)) if rows[n][column]), None)
        if at is None:
            continue
        rows[found], rows[at] = rows[at], rows[found]
        for n in range(found + 1, len(rows)):
            times = rows[n][column] / rows[found][column]
            rows[n] = [value - times * pivot for value, pivot in zip(rows[n], rows[found], strict=True)]
        found += 1
    return found


@given(st.randoms(use_true_random=False), st.integers(1, 8))
def test_no_combination_of_what_is_shown_is_of_one_or_two_suppliers(
    chance: random.Random, count: int
) -> None:
    of = {name: f"s{chance.randint(1, 6)}" for name in TWELVE}
    disclosure = Disclosure()
    sums: list[Prices] = [
        frozenset((name, of[name]) for name in TWELVE if chance.random() < 0.6) for _ in range(count)
    ]
    admitted = [own for own in sums if disclosure.admits(own)]
    names = sorted(of.items())
    rows = [[Fraction(key in own) for key in names] for own in admitted]
    for pair in combinations(sorted(set(of.values())), min(2, len(set(of.values())))):
        without = [
            [value * (key[1] not in pair) for key, value in zip(names, row, strict=True)] for row in rows
        ]
        # What vanishes without these two is theirs alone.
        assert rank(without) == rank(rows)


def test_three_parts_from_which_the_fourth_follows_are_not_all_shown() -> None:
    def own(*names: str) -> Prices:
        return frozenset((name, name) for name in names)

    disclosure = Disclosure()
    assert disclosure.admits(own(*"abcdefghijk"))
    assert disclosure.admits(own(*"abc"))
    assert disclosure.admits(own(*"def"))
    assert not disclosure.admits(own(*"ghi"))
    assert disclosure.admits(own(*"abcdef"))


def test_what_a_component_costs_beside_what_is_saved_of_it_is_not_shown(tmp_path: Path) -> None:
    files = {**PARTS, "booked": PARTS["hoped"], "hoped": initiative()}
    root = portfolio(tmp_path, files, CASES)
    told = answer_of(root, "--year", "2027")
    saved = [row["saved"] for row in told["changes"]["amounts"] if row["year"] is row["member"] is None]
    assert saved == [999999]
    assert [(row["yearly"], row["yearly_kept"]) for row in told["differences"]] == [(None, True)]
    assert told["totals"]["yearly"] is None
