"""The landscape of a large city: read whole, and with work that grows as its size does."""

import sys
import time
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie
from tests.forking import Forks
from tests.landscape_desk import on_disk
from tests.landscapes import MEMBERS, generate
from tests.test_limits import CLEAR, judged

CLEAN = 0
COMMANDS = [("validate",), ("landscape",), ("agenda", "--year", "2027")]
LARGEST = 1_500
SIZES = (4, 400, 800)
"""The first is what every size costs; twice the second less that is the third."""


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    folder = tmp_path_factory.mktemp("cities")
    return tuple(on_disk(generate(16, MEMBERS[:1], size), folder / f"{size}") for size in SIZES)


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize(
    "shape",
    [(MEMBERS, 150, 1), (MEMBERS[:1], LARGEST, 1), (MEMBERS[:1], LARGEST, 6)],
    ids=["four-members", "one-file", "six-files"],
)
def test_a_large_city_is_read_within_bounds(
    tmp_path: Path, forks: Forks, words: tuple[str, ...], shape: tuple[tuple[str, ...], int, int]
) -> None:
    run = judged(forks, on_disk(generate(16, *shape), tmp_path / "city"), *words)
    assert run.code == CLEAN, run.output[-500:]


def calls(root: Path, *words: str) -> int:
    """Count the calls and returns of a command: the same each time, whatever else the machine does."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        regie(words[0], "-C", root, *words[1:])
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("words", COMMANDS)
def test_twice_the_applications_take_twice_the_calls(
    cities: tuple[Path, ...], words: tuple[str, ...]
) -> None:
    regie(words[0], "-C", cities[0], *words[1:])
    start, once, twice = (calls(root, *words) for root in cities)
    # A cache of some thousand days is full somewhere between: then each is read again.
    assert (twice - start) / (once - start) < CLEAR


def left_over(folder: Path, size: int) -> Path:
    """Write a landscape in which all is ending, and an initiative that is done was to replace it."""
    rows = "".join(
        f"  app-{n}: {{product: P{n}, components: [identity], stage: ending, initiative: done}}\n"
        for n in range(size)
    )
    files = {
        "landscape/utrecht.yaml": f"as_of: 2026-09-01\napplications:\n{rows}",
        "done": initiative(status="done", agenda=None, retires="[letters]"),
    }
    return portfolio(folder, files)


def test_what_is_left_of_one_initiative_takes_work_in_proportion(tmp_path: Path) -> None:
    start, once, twice = (calls(left_over(tmp_path / f"{n}", n), "validate") for n in (4, 250, 500))
    assert (twice - start) / (once - start) < CLEAR


def seconds(root: Path, *words: str) -> float:
    """Measure the CPU time of a command in this process, without the start of an interpreter."""
    before = time.process_time()
    regie(words[0], "-C", root, *words[1:])
    return time.process_time() - before


@pytest.mark.parametrize("words", COMMANDS)
def test_twice_the_applications_take_about_twice_the_time(
    cities: tuple[Path, ...], words: tuple[str, ...]
) -> None:
    rounds: list[list[float]] = []
    ratio = 9.9
    # What calls nothing, such as looking through a list, only time shows. As in test_limits: the least of
    # each is the work itself, and one round that is clearly in proportion is enough.
    while len(rounds) < 9 and ratio > CLEAR:
        rounds.append([seconds(root, *words) for root in cities])
        start, once, twice = (min(times) for times in zip(*rounds, strict=True))
        ratio = (twice - start) / (once - start)
    assert ratio < 3.2
