"""Every promise of SECURITY.md is held by tests that exist, and says the limits that the code has."""

import ast
import re
from pathlib import Path

import pytest

from icteregie.checking.collector import MOST_A_FILE
from icteregie.cli import context as exit_code
from icteregie.loading.events import MOST_DEPTH
from icteregie.loading.quota import MOST_FILES, MOST_MEGABYTES, MOST_VALUES
from icteregie.portfolio.kinds import PARTNERSHIP
from icteregie.portfolio.kinds import USUAL_BOUNDS as USUAL
from tests import desk

PAGE = (desk.ROOT / "SECURITY.md").read_text("utf-8")
LARGER = PARTNERSHIP.bounds
PROMISES = {
    int(number): text
    for number, text in re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |^## )", PAGE, re.MULTILINE | re.DOTALL)
}
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def named_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_are_fifteen_promises() -> None:
    assert list(PROMISES) == list(range(1, 16))


@pytest.mark.parametrize("number", range(1, 16))
def test_a_promise_is_held_by_tests_that_are_there(number: int) -> None:
    named = NAMED.findall(PROMISES[number])
    assert named
    for file, name in named:
        assert name in named_in(desk.ROOT / file), f"{file}::{name}"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (3, f"{exit_code.CLEAN} nothing wrong"),
        (3, f"{exit_code.FINDINGS} something found"),
        (3, f"{exit_code.WRONG} wrong use"),
        (3, f"{exit_code.INTERRUPTED} interrupted"),
        (4, f"{USUAL.kilobytes} KiB, {MOST_DEPTH} levels and {USUAL.values:,} values"),
        (4, f"of `regie.yaml` at most {LARGER.kilobytes} KiB and {LARGER.values:,} values"),
        (4, f"{MOST_FILES:,} files, {MOST_MEGABYTES} MiB and {MOST_VALUES:,} values"),
        (7, f"{ {50: 'fifty'}[MOST_A_FILE] }"),
    ],
)
def test_a_promise_gives_the_limits_that_the_code_has(number: int, said: str) -> None:
    assert said in " ".join(PROMISES[number].split())
