"""What is loaded to start: each heavy library only where it is needed."""

import os
import subprocess
import sys
from functools import cache

import pytest

from tests.desk import HANGS_AFTER, initiative, portfolio

# Runs the command, and names on the last line of standard error which modules it has loaded.
TELL = """
import sys
from icteregie.__main__ import main
try:
    main()
finally:
    names = {name.partition(".")[0] for name in sys.modules}
    sys.stderr.write(" ".join(sorted(names)))
"""


@cache
def loaded(*words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", TELL, *words],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=HANGS_AFTER,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(
        portfolio(
            tmp_path_factory.mktemp("sound"), {"one": initiative(), "two": initiative(components="[letters]")}
        )
    )


def test_the_wrapper_names_what_a_command_loads() -> None:
    assert {"icteregie", "typer"} <= loaded("--help")


@pytest.mark.parametrize("library", ["networkx", "rich", "jinja2"])
def test_help_loads_no_library_that_draws_or_renders(library: str) -> None:
    assert library not in loaded("--help")


@pytest.mark.parametrize("library", ["networkx", "jinja2", "rich", "typer", "click"])
def test_validate_on_a_sound_portfolio_loads_only_what_reads_and_checks(sound: str, library: str) -> None:
    assert library not in loaded("validate", "-C", sound, "--today", "2026-09-24")


@pytest.mark.parametrize("library", ["typer", "pydantic", "yaml", "rich", "networkx", "jinja2", "tomllib"])
def test_the_version_loads_no_library_at_all(library: str) -> None:
    assert library not in loaded("--version")
