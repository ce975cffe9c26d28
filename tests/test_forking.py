"""A forked process is held to its limits and ends as one that was started would."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import ENVIRONMENT, HANGS_AFTER, initiative, portfolio
from tests.forking import Forks, Limits, program
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
    PORTFOLIOS["tangle"](tmp_path, 1_000)  # some ten seconds of work where 250 took one
    done = forks.run("validate", folder=tmp_path, limits=Limits(1, 1_000_000))
    assert done.returncode < 0


def shell(folder: Path, line: str, command: str | Path, **env: str) -> tuple[int, str, str]:
    """Run a line of a shell in which ``regie`` is a command; give how it ended and what it said."""
    done = subprocess.run(
        ["bash", "-c", line.replace("regie", str(command))],
        cwd=folder,
        env={**ENVIRONMENT, **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=HANGS_AFTER,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("cd wrong/initiatives && REGIE_LANG=en regie validate --format json | cat; exit $PIPESTATUS", 1),
        ("regie show -C sound '' 'a  b' $'\\xff'", 2),
        ("regie list -C sound >&-", 2),
        ("regie init new --language nl --name Samen --members utrecht,rotterdam <&- && ls new", 0),
        ("cp -r sound gone; cd gone; rm -r ../gone; regie list", 2),
        ("echo first > told; regie list -C sound >> told; cat told", 0),
    ],
)
def test_the_program_does_what_a_new_interpreter_does(tmp_path: Path, line: str, code: int) -> None:
    outcomes = []
    for name, command in (("one", f"{sys.executable} -m icteregie"), ("two", program())):
        portfolio(tmp_path / name / "sound", {"access": initiative()})
        portfolio(tmp_path / name / "wrong", {"access": initiative(status="nooit")})
        outcomes.append(shell(tmp_path / name, line, command))
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][0] == code


def test_what_only_a_new_interpreter_takes_is_refused(tmp_path: Path) -> None:
    code, told, said = shell(tmp_path, "regie --version", program(), PYTHONUTF8="0")
    assert (code, told) == (70, "")
    assert "only a process of its own takes" in said
