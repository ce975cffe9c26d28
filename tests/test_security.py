"""Every promise of SECURITY.md is held by tests that exist, and says the limits that the code has."""

import ast
import re
from pathlib import Path

import pytest

from icteregie.cli import context as exit_code
from icteregie.diagnostics import ceilings
from icteregie.diagnostics.ceilings import MOST_A_FILE, MOST_FILES, MOST_LEVELS, MOST_MEGABYTES, MOST_VALUES
from icteregie.messages.catalogue import read
from icteregie.portfolio.kinds import PARTNERSHIP
from icteregie.portfolio.kinds import USUAL_BOUNDS as USUAL
from icteregie.portfolio.partnership import Language
from tests import desk

PAGE = (desk.ROOT / "SECURITY.md").read_text("utf-8")
LARGER = PARTNERSHIP.bounds
PROMISES = {
    int(number): text
    for number, text in re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |^## )", PAGE, re.MULTILINE | re.DOTALL)
}
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def named_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_are_fifteen_promises() -> None:
    assert list(PROMISES) == list(range(1, 16))


@pytest.mark.parametrize("number", range(1, 16))
def test_a_promise_is_held_by_tests_that_are_there(number: int) -> None:
    named = NAMED.findall(PROMISES[number])
    assert named
    for file, name in named:
        assert name in named_in(desk.ROOT / file), f"{file}::{name}"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (3, f"{exit_code.CLEAN} (no errors)"),
        (3, f"{exit_code.FINDINGS} (findings)"),
        (3, f"{exit_code.WRONG} (usage error or internal error)"),
        (3, f"{exit_code.INTERRUPTED} (interrupted)"),
        (4, f"{USUAL.kilobytes} KiB, {MOST_LEVELS} levels and {USUAL.values:,} values"),
        (4, f"of `regie.yaml` at most {LARGER.kilobytes} KiB and {LARGER.values:,} values"),
        (4, f"{MOST_FILES:,} files, {MOST_MEGABYTES} MiB and {MOST_VALUES:,} values"),
        (7, f"{ {50: 'fifty'}[MOST_A_FILE] }"),
    ],
)
def test_a_promise_gives_the_limits_that_the_code_has(number: int, said: str) -> None:
    assert said in " ".join(PROMISES[number].split())


TOO_LARGE = "src/icteregie/rules/files/too_large_portfolio.md"


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (TOO_LARGE, f"more than {ceilings.MOST_FILES:,} YAML files, more than {ceilings.MOST_MEGABYTES} MiB"),
        (
            TOO_LARGE,
            f"meer dan {dotted(ceilings.MOST_FILES)} YAML-bestanden, meer dan {ceilings.MOST_MEGABYTES} MiB",
        ),
        (TOO_LARGE, f"about {ceilings.MOST_VALUES:,} values"),
        (TOO_LARGE, f"ongeveer {dotted(ceilings.MOST_VALUES)} waarden"),
        (TOO_LARGE, f"folders nested more than {ceilings.MOST_FOLDER_DEPTH} levels deep"),
        (TOO_LARGE, f"mappen dieper dan {ceilings.MOST_FOLDER_DEPTH} niveaus"),
        ("docs/output.md", f"{ceilings.MOST_FILES:,} YAML files, {ceilings.MOST_MEGABYTES} MiB"),
        ("docs/output.md", f"up to {ceilings.SUMMARY_BYTES:,} bytes"),
        ("action.yml", f"at most {ceilings.SUMMARY_BYTES:,} bytes"),
        ("src/icteregie/messages/en/commands/diff.toml", f"{ceilings.DIFF_CHARACTERS:,} characters"),
        ("src/icteregie/messages/nl/commands/diff.toml", f"{dotted(ceilings.DIFF_CHARACTERS)} tekens"),
    ],
)
def test_other_texts_give_the_same_limits(file: str, said: str) -> None:
    assert said in (desk.ROOT / file).read_text("utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_total_of_the_files_is_in_the_unit_that_is_counted(language: Language) -> None:
    for sentence in (
        read(language, "findings")["too-large-portfolio"]["bytes"][key] for key in ("text", "one")
    ):
        assert "{most} MiB" in sentence


CEILINGS = {name: value for name, value in vars(ceilings).items() if name.isupper()}
AMOUNT = re.compile(r"^_?(?:MOST|MAX)_|[A-Z]_(?:BYTES|KILOBYTES|MEGABYTES|SECONDS|FILES|LENGTH|DEPTH)$")
"""How a ceiling is named."""
ON_PAPER = {
    "MAX_IN_ROW", "MOST_ACROSS", "MOST_BUCKETS", "MOST_BYTES_SHOWN", "MOST_CHARACTERS_SHOWN",
    "MOST_CHANCES", "MOST_CHOICES", "MOST_COMPARED", "MOST_DIGITS", "MOST_DRAWN", "MOST_EXCERPT",
    "MOST_GUESSED",
    "MOST_IN_WORDS", "MOST_PATHS", "MOST_ROWS",
    "MOST_KEPT", "MOST_LATER_YEARS", "MOST_LETTERS", "MOST_MARKS",
    "MOST_HEIGHT", "_MOST_BOXES", "_MOST_ARROWS",
    "_MOST_HYPHENATED", "_HEAD_BYTES", "MOST_LISTED", "MOST_NAMED", "MOST_OF_A_KIND", "MOST_OF_A_NAME",
    "MOST_OF_A_PART", "MOST_PARTS", "MOST_TRIED",
    "MOST_SETTLED", "MOST_SHOWN", "MOST_TITLES", "MOST_SHOWN_OPTIONS", "MOST_WORK", "MOST_YEARS",
    "NAME_LENGTH", "TITLE_LENGTH", "_MAX_NAMED", "_MOST_NAMES",
}  # fmt: skip
"""What a sentence, a suggestion or a drawing shows at most, to be read with ease."""


def written(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def constants(path: Path) -> set[str]:
    """Name the constants that a module gives a value of its own."""
    own: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        own |= {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return own


def test_the_page_lists_every_ceiling_with_its_value() -> None:
    said = {
        name: value for value, name in re.findall(r"^\| [^|]* \| ([^|]*) \| `(\w+)` \|$", PAGE, re.MULTILINE)
    }
    assert said == {name: written(value) for name, value in CEILINGS.items()}


def test_no_other_module_has_a_ceiling() -> None:
    sources = desk.ROOT / "src" / "icteregie"
    elsewhere = {
        f"{path.relative_to(sources).as_posix()}: {name}"
        for path in sources.rglob("*.py")
        if path != Path(ceilings.__file__)
        for name in constants(path) - ON_PAPER
        if AMOUNT.search(name)
    }
    assert elsewhere == set()
