"""What it costs by year: a column a year for each member on one scale, and what nobody estimated."""

from fractions import Fraction
from pathlib import Path

import pytest

from tests import answers, desk
from tests.page import Element


def written(root: Path, *words: str) -> Element:
    return answers.page(*words, root=root)


@pytest.fixture(scope="module", params=["nl", "en"])
def page(request: pytest.FixtureRequest) -> Element:
    return written(desk.EXAMPLE, "--lang", request.param)


def multiples(page: Element) -> dict[str, list[Element]]:
    """Give the columns of each member by its name, and of all together."""
    every = page.by_id("costs").with_class("multiples")[0].all("li")
    return {each.with_class("cell")[0].words: each.all("svg", y="36") for each in every}


def heights(column: Element) -> dict[str, Fraction]:
    """Give how high each part of a column is, in percent."""
    return {
        each.attributes["class"]: Fraction(each.attributes["height"].removesuffix("%"))
        for each in column.all("rect")
        if each.attributes["class"] != "unknown"
    }


def exact(page: Element) -> dict[str, list[int]]:
    """Read the amounts of the table of years."""
    rows = page.by_id("costs").with_class("years")[0].all("tr")[1:]
    return {
        row.all("th")[0].words: [
            int("".join(letter for letter in cell.words if letter.isdecimal())) for cell in row.all("td")
        ]
        for row in rows
    }


def test_each_member_and_all_together_have_a_column_for_every_year(page: Element) -> None:
    labels = {
        name: [each.with_class("label")[0].words for each in drawn] for name, drawn in multiples(page).items()
    }
    years = ["2027", "2028", "2029", "2030"]
    together = page.by_id("costs").with_class("years")[0].all("tr")[-1].all("th")[0].words
    assert labels == dict.fromkeys(("Amsterdam", "Rotterdam", "Den Haag", "Utrecht", together), years)


def test_columns_of_members_are_as_high_as_the_table_says_on_one_scale(page: Element) -> None:
    *members, together = multiples(page).items()
    told = exact(page)
    most = max(amount for name, _ in members for amount in told[name])
    for (name, drawn), scale in (*((each, most) for each in members), (together, max(told[together[0]]))):
        for column, amount in zip(drawn, told[name], strict=True):
            # Each of the three parts is rounded to a hundredth of a percent.
            assert abs(sum(heights(column).values()) - Fraction(100 * amount, scale)) <= Fraction(2, 100)


def test_a_member_is_divided_in_what_is_new_and_what_runs(page: Element) -> None:
    first = multiples(page)["Amsterdam"][0]
    # Of its 2,414,070 euros 476,384 run, and the most is Rotterdam's 2,606,933.
    assert heights(first)["runs"] == Fraction(1827, 100)
    assert sorted(heights(first)) == ["more", "new", "runs"]


def test_a_year_in_which_not_all_is_estimated_has_a_hatched_top(page: Element) -> None:
    for drawn in multiples(page).values():
        assert [len(each.with_class("unknown")) for each in drawn] == [0, 1, 1, 1]
    keys = [each.attributes["class"] for each in page.by_id("costs").with_class("sw")]
    assert keys == ["sw runs", "sw new", "sw more", "sw unknown"]


def test_a_year_of_which_nothing_is_estimated_is_not_zero(tmp_path: Path) -> None:
    files = {"letters": desk.initiative(costs="{one_off: {2027: 40000}, recurring: {2027: 10000}}")}
    page = written(desk.portfolio(tmp_path, files))
    cells = page.by_id("costs").with_class("years")[0].all("tr")[-1].all("td")
    assert [each.words for each in cells] == ["€ 50.000", *["niet opgegeven"] * 3]
    for drawn in multiples(page).values():
        assert [each.with_class("total")[0].words for each in drawn][1:] == ["", "", ""]


def test_small_amounts_are_whole_euros_on_the_columns(tmp_path: Path) -> None:
    files = {"letters": desk.initiative(costs="{one_off: {2027: 40000}}")}
    drawn = list(multiples(written(desk.portfolio(tmp_path, files))).values())[-1]
    assert drawn[0].with_class("total")[0].words == "40.000"
