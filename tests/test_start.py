"""What is loaded to start: each heavy library only where it is needed."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

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

# Runs the command, and lists on the last line of standard error the files of the package that it loads, and
# those of which it calls a function (a lambda and a generator too; no module or class body).
FILES = """
import inspect, os, sys
called = set()
def note(frame, event, arg):
    if event == "call" and frame.f_code.co_flags & inspect.CO_OPTIMIZED:
        called.add(frame.f_code.co_filename)
sys.setprofile(note)
from icteregie.__main__ import main
try:
    main()
finally:
    sys.setprofile(None)
    modules = {name: sys.modules[name] for name in sys.modules if name.startswith("icteregie.")}
    paths = {name: module.__file__ for name, module in modules.items() if not hasattr(module, "__path__")}
    sys.stderr.write(" ".join(f"{name}={path in called:d}" for name, path in sorted(paths.items())))
"""

EXAMPLE = str(Path(__file__).parent.parent / "examples/agenda")
VALIDATE = ("validate", "-C", EXAMPLE, "--today", "2026-09-24")
LIST = ("list", "-C", EXAMPLE, "--today", "2026-09-24")


def loaded(*words: str) -> set[str]:
    return {name.partition(".")[0] for name in last_words(TELL, *words)}


def files(*words: str) -> dict[str, bool]:
    """Map each module of the package outside rules/ that is loaded to whether a function of it is called."""
    pairs = (word.split("=") for word in last_words(FILES, *words))
    return {name: flag == "1" for name, flag in pairs if not name.startswith("icteregie.rules.")}


@cache
def last_words(script: str, *words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=HANGS_AFTER,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()[-1].split()


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


@pytest.mark.parametrize("library", ["docx", "lxml"])
def test_an_agenda_as_text_loads_nothing_that_writes_word_files(library: str) -> None:
    assert library not in loaded("agenda", *LIST[1:], "--year", "2027", "--format", "md")


@pytest.mark.parametrize("name", ["kinds", "partnership", "initiative", "readers"])
def test_help_loads_no_type_of_a_file(name: str) -> None:
    assert f"icteregie.portfolio.{name}" not in files("--help")


@pytest.mark.parametrize("library", ["networkx", "jinja2", "rich", "typer", "click"])
def test_validate_on_a_sound_portfolio_loads_only_what_reads_and_checks(sound: str, library: str) -> None:
    assert library not in loaded("validate", "-C", sound, "--today", "2026-09-24")


@pytest.mark.parametrize("name", ["field_errors", "parser_errors"])
def test_validate_on_a_sound_portfolio_loads_nothing_that_words_mistakes(sound: str, name: str) -> None:
    assert f"icteregie.loading.{name}" not in files("validate", "-C", sound, "--today", "2026-09-24")


@pytest.mark.parametrize("library", ["typer", "pydantic", "yaml", "rich", "networkx", "jinja2", "tomllib"])
def test_the_version_loads_no_library_at_all(library: str) -> None:
    assert library not in loaded("--version")


def test_the_wrapper_tells_a_loaded_file_from_one_that_is_called() -> None:
    modules = files(*LIST)
    assert modules["icteregie.cli.run"]
    assert not modules["icteregie.reports.basis"]
    assert "icteregie.vcs.cache" not in modules


@pytest.mark.parametrize("name", ["analysis.standing.standing", "workspace.timelines", "workspace.arrivals"])
def test_a_plain_list_loads_nothing_of_what_main_says(name: str) -> None:
    assert f"icteregie.{name}" not in files(*LIST)


# What a change may not add to unseen. Before the command line was rebuilt, validate loaded 68 files and
# called 53, and list 71 and 41. Standing, foreseen and decisions took ten more for validate, help in our
# words two for --help, and the names of what the system refuses and what people write out of habit two for
# all. One of those of list says whether the checkout is sparse. The rules about progress took five more
# for validate: the two colours, signs of life, and how a baseline changed on main; those about money and
# the rates of regie.yaml four, of which all commands load the rates. What main says of initiatives is loaded
# when something first asks for it: list, which asks for nothing of it, loads fifteen files fewer for that.
# Help needs the name of regie.yaml and the languages, not the types of files: seventeen fewer, half its time.
# The goal was 35 called for validate and 30 for list, from before the domain doubled. Of the 82 of validate
# 32 are the definitions in analysis that the rules ask for, and 13 the types of the files.
# Landscapes took eighteen more for validate: the type of their file, the deadlines of each kind that nothing
# answers, and what comes and goes. List has the type and the words of a selector in a file of their own.
# Then slivers that one other file read, or that were always read together, became one: sixteen fewer for
# validate, loaded and called, and one for list.
@pytest.mark.parametrize(("words", "most"), [(VALIDATE, 116), (LIST, 66), (("--help",), 21)])
def test_no_more_files_are_loaded_than_known(words: tuple[str, ...], most: int) -> None:
    modules = files(*words)
    assert len(modules) <= most, sorted(modules)


@pytest.mark.parametrize(("words", "most"), [(VALIDATE, 101), (LIST, 50)])
def test_no_more_files_are_called_than_known(words: tuple[str, ...], most: int) -> None:
    modules = sorted(name for name, is_called in files(*words).items() if is_called)
    assert len(modules) <= most, modules
