"""Values of options that are far beyond what anyone means: refused in words, or taken for what they say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from icteregie.cli.commands import COMMANDS
from tests import desk

NEEDED: dict[str, tuple[str, ...]] = {
    "init": ("--members", "amsterdam,utrecht"),
    "show": ("access",),
    "why": ("access",),
    "history": ("access",),
    "schema": ("initiative",),
    "new": (
        *("--title", "x", "--submitter", "utrecht", "--steering", "supporting"),
        *("--agenda", "2027", "--summary", "s"),
    ),
}
VALUES = {
    "number": ("1000000000", "999999999", "9999", "9" * 30, "0"),
    "path": ("x" * 300, "x" * 5_000, "d/" * 3_000 + "x", "\u00e9" * 200, "a\0b"),
    "day": ("0001-01-01", "9999-12-31", "9" * 50),
}


def lines() -> Iterator[tuple[str, ...]]:
    """Write every option that takes a number, a path or a day, with every value."""
    for command in COMMANDS:
        for parameter in command.parameters:
            for value in VALUES.get(parameter.kind, ()):
                typed = (value,) if parameter.is_argument else (parameter.flags[-1], value)
                yield (command.name, *NEEDED.get(command.name, ()), *typed)
                if command.name == "agenda":
                    yield (command.name, "--check", *typed)


def test_no_value_of_an_option_is_a_mistake_of_regie_itself(tmp_path: Path) -> None:
    costs = "{as_of: 2026-01-01, one_off: {2027: 10}, recurring: {2028: 1}}"
    wrong = []
    for number, words in enumerate(lines()):
        root = desk.portfolio(tmp_path / str(number), {"access": desk.initiative(costs=costs)})
        if words[0] == "init":
            (root / "regie.yaml").unlink()
        done = desk.regie(*words, cwd=root, env={"REGIE_DEBUG": "1", "REGIE_LANG": "nl"})
        if (
            done.returncode not in (0, 1, 2)
            or "Traceback" in done.stderr
            or "fout in het programma" in done.stderr
        ):
            wrong.append(f"{[word[:20] for word in words]}: {done.stderr[-200:]}")
    assert wrong == []


@pytest.mark.parametrize("name", ["x" * 300, "x" * 5_000])
def test_a_name_that_is_too_long_is_told(tmp_path: Path, name: str) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()})
    done = desk.regie("validate", "-o", name, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == f"{name[:300]}{'…' * (len(name) > 300)} kan niet worden opgeslagen: de naam is te lang.\n"
    )


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()})
    assert desk.regie("validate", "-o", "x" * 255, cwd=root).returncode == 0
    assert (root / ("x" * 255)).read_text("utf-8").endswith("geen bevindingen.\n")


def test_more_days_than_there_are_means_all_that_is_to_come(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()})
    whole = desk.regie("calendar", cwd=root).stdout
    assert desk.regie("calendar", "--days", "3000000", cwd=root).stdout == whole
    until = [
        desk.regie("calendar", "--days", days, "--format", "csv", cwd=root).stdout for days in ("13", "14")
    ]
    assert ["2026-10-08" in text for text in until] == [False, True]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "--component: «niets-ervan» bestaat hier niet. Kies uit 43, zoals socrates, benefit-calculation,",
        ),
        ("en", "--component: «niets-ervan» is not known here. Choose from 43, such as socrates,"),
    ],
)
def test_of_many_names_it_says_how_many_there_are(language: str, said: str) -> None:
    words = ("--component", "niets-ervan", "-C", desk.EXAMPLE, "--lang", language)
    assert desk.regie("landscape", *words).stderr.startswith(said)
