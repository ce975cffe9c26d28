"""Twice the applications take about twice the work, also where all names look alike."""

import sys
from itertools import product
from pathlib import Path

import pytest

from tests.desk import regie
from tests.landscape_files import application, landscape, landscapes

SMALL, LARGE = 300, 600
MOST = 2.5
"""Comparing each with each would take four times as much."""


def calls(root: Path) -> int:
    """Count the calls and returns of the command: the same each time, whatever else the machine does."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        regie("landscape", "-C", root, "--format", "json")
    finally:
        sys.setprofile(before)
    return count


def cities(root: Path, size: int, name: str) -> Path:
    """Write two cities of so many applications, of one supplier, whose contracts end on one day."""
    letters = ["".join(row) for row in product("abcdefghij", repeat=3)]
    applications = {
        f"a{n:04}": application(
            name.format(letters[n]),
            supplier="X",
            users=n,
            yearly=n,
            stage="ending",
            contract="{end: 2028-01-01}",
        )
        for n in range(size)
    }
    return landscapes(root, {"utrecht": landscape(**applications), "amsterdam": landscape(**applications)})


@pytest.mark.parametrize("name", ["Zaak{}wijs", "Zaakwijs"], ids=["names-alike", "one-product"])
def test_twice_the_applications_take_about_twice_the_calls(tmp_path: Path, name: str) -> None:
    small, large = (calls(cities(tmp_path / f"{size}", size, name)) for size in (SMALL, LARGE))
    assert large < MOST * small
