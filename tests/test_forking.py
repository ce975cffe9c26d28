"""A forked process is held to its limits, as one that was started would be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio
from tests.forking import Forks, Limits
from tests.hostile import PORTFOLIOS

LARGE = Limits(30, 1_000_000)


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    made = Forks(tmp_path_factory.mktemp("forks"))
    yield made
    made.end()


def test_each_has_its_own_exit_code_and_output(forks: Forks, tmp_path: Path) -> None:
    portfolio(tmp_path / "sound", {"access": initiative()})
    portfolio(tmp_path / "wrong", {"access": initiative(status="nooit")})
    words = ("validate", "--today", "2026-09-24")
    outcomes = [forks.run(*words, folder=tmp_path / name, limits=LARGE) for name in ("wrong", "sound")]
    assert [done.returncode for done in outcomes] == [1, 0]
    assert [b"access.yaml" in done.stdout for done in outcomes] == [True, False]
    assert [done.stderr for done in outcomes] == [b"", b""]
    assert forks.run("list", "-C", "nergens", folder=tmp_path).returncode == 2


def test_more_memory_than_it_may_have_is_an_error(forks: Forks, tmp_path: Path) -> None:
    PORTFOLIOS["prose"](tmp_path, 200)
    done = forks.run("validate", folder=tmp_path, limits=Limits(30, 45_000))
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_more_time_than_it_may_have_is_the_end_of_it(forks: Forks, tmp_path: Path) -> None:
    PORTFOLIOS["tangle"](tmp_path, 250)
    done = forks.run("validate", folder=tmp_path, limits=Limits(1, 1_000_000))
    assert done.returncode < 0
