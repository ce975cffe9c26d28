"""How thorough the tests are: ``pytest --hypothesis-profile=long`` looks a hundred times longer."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.forking import Forks
    from tests.two_years import Seen

# What is compiled is kept, whatever a shell has set: to compile all tests anew takes longer than most files
# of tests, and each process that a test starts would compile the sources again.
sys.dont_write_bytecode = False

# A shell has what it starts in the background ignore Ctrl-C, and so would each process that a test starts.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("long", max_examples=20_000, deadline=None)
# How long one example takes says more about the machine than about the code.
settings.register_profile("usual", deadline=None)
settings.load_profile("usual")


def pytest_collection_finish() -> None:
    """Keep thousands of tests out of what the collector of garbage looks through: they stay until the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> "dict[str, Seen]":
    """Give the portfolio of the two years on each of its six days; it is lived once in a run."""
    from tests.two_years import lived_once

    base = tmp_path_factory.getbasetemp()
    return lived_once((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "two-years")


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Forks]":
    """Give what forks a process for each run: what a start takes says nothing about a portfolio."""
    from tests.forking import Forks

    learnt = ("validate", "list", "graph", "why access", "costs", "agenda --year 2027")
    made = Forks(tmp_path_factory.mktemp("forks"), learnt=learnt)
    yield made
    made.end()
