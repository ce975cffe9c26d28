"""The natural order of ids: numbers by their value, the same in every form of one list."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.portfolio.scalars import natural
from tests.desk import initiative, portfolio, regie

IDS = ["item", "item-a", "item01", "item1", "item2", "item10", "item10-a2", "item10-a10", "item10a", "items"]


def test_numbers_count_and_all_else_is_letter_by_letter() -> None:
    assert sorted(IDS, key=natural) == IDS


@given(st.lists(st.from_regex(r"[a-z]{1,3}(-[a-z]{1,3}){0,2}", fullmatch=True)))
def test_without_numbers_the_order_is_that_of_the_letters(names: list[str]) -> None:
    assert sorted(names, key=natural) == sorted(names)


@given(st.integers(0, 10**60), st.integers(0, 10**60))
def test_the_larger_number_comes_later(one: int, other: int) -> None:
    assert (natural(f"i{one}") < natural(f"i{other}")) == (one < other)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three in a row that each wait for the one before, and whose letters are in another order."""
    files = {
        "item2": initiative(title="Twee", depends_on="[item1]"),
        "item10": initiative(title="Tien", depends_on="[item2]"),
        "item1": initiative(title="Een"),
    }
    return portfolio(tmp_path, files)


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ((), ["item1", "item2", "item10"]),
        (("--sort=id",), ["item1", "item2", "item10"]),
        (("--sort=-id",), ["item10", "item2", "item1"]),
        (("--sort=agenda",), ["item1", "item2", "item10"]),
        (("--sort=status,-id",), ["item10", "item2", "item1"]),
    ],
)
def test_a_list_is_in_that_order_in_every_form(root: Path, sort: tuple[str, ...], ids: list[str]) -> None:
    words: tuple[str | Path, ...] = ("list", "--columns", "id", *sort, "-C", root, "--format")
    assert regie(*words, "table").stdout.split()[2:] == ids
    assert [row["id"] for row in json.loads(regie(*words, "json").stdout)["rows"]] == ids
    assert [row["id"] for row in csv.DictReader(io.StringIO(regie(*words, "csv").stdout))] == ids


def test_factsheets_are_in_that_order(root: Path) -> None:
    shown = json.loads(regie("show", "item*", "--format", "json", "-C", root).stdout)["initiatives"]
    assert [sheet["id"] for sheet in shown] == ["item1", "item2", "item10"]


def test_the_graph_is_in_that_order(root: Path) -> None:
    graph = json.loads(regie("graph", "--format", "json", "-C", root).stdout)
    assert [node["id"] for node in graph["nodes"]] == ["item1", "item2", "item10"]
    ends = [(edge["before"], edge["after"]) for edge in graph["lines"] if edge["kind"] == "waits"]
    assert ends == [("item1", "item2"), ("item2", "item10")]
    written = regie("graph", "-C", root).stdout
    assert written.index("item2") < written.index("item10")
