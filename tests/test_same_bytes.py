"""The same input gives the same bytes, wherever and whenever the command runs."""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import desk
from tests.forking import Forks
from tests.terminal import at_terminal

TODAY = ("--today", "2026-09-24")
COMMANDS = [
    *(("validate", "--format", form, *TODAY) for form in ("text", "json", "github", "gitlab", "sarif", "md")),
    *(("list", "--format", form) for form in ("table", "json", "csv", "md")),
    *(("costs", "--year", "2027", "--format", form) for form in ("table", "json", "csv", "md")),
    *(("calendar", *TODAY, "--format", form) for form in ("table", "json", "csv", "md")),
    *(("arrivals", *TODAY, "--format", form) for form in ("table", "json", "csv", "md", "svg")),
    ("history", "ai-toezicht", *TODAY),
    *(("direction", *TODAY, "--format", form) for form in ("table", "json", "csv", "md")),
    *(("graph", "--year", "2027", "--format", form, *TODAY) for form in ("mermaid", "dot", "json")),
    *(("why", "ai-toezicht", "--format", form, *TODAY) for form in ("text", "json")),
    ("show", "ai-toezicht"),
    ("agenda", "--year", "2027"),
    ("agenda", "--year", "2027", "--lang", "en"),
    ("agenda", "--year", "2027", "--check"),
    ("explain", "--lang", "nl"),
    ("explain", "late-intake", "--lang", "nl"),
    ("schema", "partnership"),
]
HERE = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1", "COLUMNS": "200", "TERM": "xterm-256color"}
ELSEWHERE = {
    "LC_ALL": "POSIX",
    "LC_NUMERIC": "nl_NL.UTF-8",
    "LC_COLLATE": "tr_TR.UTF-8",
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "4242",
    "PYTHONUTF8": "0",
    "COLUMNS": "31",
    "LINES": "3",
    "TERM": "dumb",
    "FORCE_COLOR": "1",
    "HOME": "/nonexistent",
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """Python as it was started here."""
    yield from started(tmp_path_factory.mktemp("here"), HERE)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forks]:
    """Python as it was started elsewhere."""
    yield from started(tmp_path_factory.mktemp("elsewhere"), ELSEWHERE)


def started(folder: Path, env: dict[str, str]) -> Iterator[Forks]:
    forks = Forks(folder, {"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "REGIE_LANG": "", **env})
    yield forks
    forks.end()


def printed(forks: Forks, root: Path, words: tuple[str, ...], where: Path) -> tuple[int, bytes, bytes]:
    folder = () if words[0] in ("explain", "schema") else ("-C", str(root))
    done = forks.run(*words, *folder, folder=where)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Make the example twice: as it is, and elsewhere with its files made in another order at other times."""
    first = tmp_path_factory.mktemp("een") / "portfolio"
    shutil.copytree(desk.EXAMPLE, first)
    other = tmp_path_factory.mktemp("twee") / "elders" / "é portfolio"
    files = [path for path in sorted(first.rglob("*")) if path.is_file()]
    random.Random(7).shuffle(files)  # noqa: S311 - not for secrets
    for number, path in enumerate(files):
        copy = other / path.relative_to(first)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (number, number))
    return first, other


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_around_it_changes_a_byte(
    copies: tuple[Path, Path], here: Forks, elsewhere: Forks, words: tuple[str, ...]
) -> None:
    first, other = copies
    expected = printed(here, first, words, first)
    assert any(expected[1:])
    assert printed(elsewhere, other, words, other) == expected


def test_the_surroundings_are_others(here: Forks, elsewhere: Forks) -> None:
    assert here.start != elsewhere.start


@pytest.mark.parametrize(
    "words", [COMMANDS[0], ("graph", "--year", "2027", *TODAY), ("agenda", "--year", "2027")]
)
def test_a_screen_changes_no_byte_of_a_finding_or_a_document(
    copies: tuple[Path, Path], words: tuple[str, ...]
) -> None:
    piped = desk.regie(*words, cwd=copies[0])
    assert at_terminal(copies[0], "", *words) == (piped.returncode, piped.stdout + piped.stderr)
