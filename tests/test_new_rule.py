"""``make rule`` writes the pieces of a rule that works, and nothing of it may stay unwritten."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import ROOT

PLACES = ("src/icteregie/rules", "src/icteregie/messages", "tests/rules", "changes")
FOLDERS = ("src/icteregie/rules", "tests/rules")
LOOK = """
from icteregie.messages.catalogue import term
from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import page
rule = next(rule for rule in RULES if rule.name == "made-up-here")
print([each.name for each in RULES].index(rule.name), rule.family, len(page(rule).sections["nl"]))
print(term("nl", "family", rule.family))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("src", "tools", "tests/rules", "changes"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/__init__.py", "tests/desk.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def python(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=root,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{root / 'src'}:{root}", "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def new_rule(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return python(root, "tools/new_rule.py", *words)


def placeholders(root: Path) -> list[str]:
    """List where something is still to be written, as path and line."""
    return [
        f"{path.relative_to(root).as_posix()}:{number}"
        for place in PLACES
        for path in sorted((root / place).rglob("*"))
        if path.suffix in (".py", ".md", ".toml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\bPLACEHOLDER\b", line)
    ]


def test_nothing_of_a_new_rule_is_left_to_be_written() -> None:
    assert placeholders(ROOT) == []


def test_each_piece_is_named_and_shows_what_is_to_be_written(copy: Path) -> None:
    done = new_rule(copy, "made-up-here", "conflicts")
    *paths, _ = done.stdout.splitlines()
    assert (done.returncode, done.stderr, paths) == (
        0,
        "",
        [
            "src/icteregie/rules/conflicts/made_up_here.py",
            "src/icteregie/rules/conflicts/made_up_here.md",
            "src/icteregie/rules/catalogue.py",
            "src/icteregie/messages/nl/findings.toml",
            "src/icteregie/messages/en/findings.toml",
            "tests/rules/test_made_up_here.py",
            "changes/+made-up-here.added.md",
        ],
    )
    unwritten = {where.partition(":")[0] for where in placeholders(copy)}
    assert unwritten == set(paths) - {"src/icteregie/rules/catalogue.py"}


def test_the_rule_is_listed_after_the_others_of_its_family(copy: Path) -> None:
    new_rule(copy, "made-up-here", "conflicts")
    place, family, sections = python(copy, "-c", LOOK).stdout.splitlines()[0].split()
    before = python(copy, "-c", LOOK.replace("made-up-here", "solo-twins")).stdout.split()[0]
    assert (int(place), family, sections) == (int(before) + 1, "conflicts", "3")


def test_a_new_family_gets_a_folder_and_a_name_in_both_languages(copy: Path) -> None:
    done = new_rule(copy, "made-up-here", "invented")
    assert done.stdout.splitlines()[:3] == [
        "src/icteregie/rules/invented/__init__.py",
        "src/icteregie/messages/nl/terms.toml",
        "src/icteregie/messages/en/terms.toml",
    ]
    assert python(copy, "-c", LOOK).stdout.splitlines()[1] == "PLACEHOLDER Nederlands"


def test_what_is_written_passes_its_own_test_and_lint(copy: Path) -> None:
    new_rule(copy, "made-up-here", "invented")
    assert python(copy, "-m", "ruff", "check", *FOLDERS).stdout == "All checks passed!\n"
    assert python(copy, "-m", "ruff", "format", "--check", *FOLDERS).returncode == 0
    done = python(
        copy, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", "tests/rules/test_made_up_here.py"
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("NoPeople", "invented"), "«NoPeople» is no name of a rule"),
        (("../x", "invented"), "«../x» is no name of a rule"),
        (("made-up-here", "../x"), "«../x» is no family"),
        (("made-up-here", "files"), "«files» is no family"),
        (("over-budget", "conflicts"), "There is a rule «over-budget» already."),
        (("made-up-here",), "Give a family: FAMILY=calendar|conflicts|"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(
    copy: Path, words: tuple[str, ...], said: str
) -> None:
    done = new_rule(copy, *words)
    assert (done.returncode, done.stdout, done.stderr.startswith(said)) == (1, "", True)
    assert placeholders(copy) == []
