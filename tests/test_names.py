"""Names say what a thing is: the house words that a reader had to learn stay out.

``python tests/test_names.py`` prints every name that is still to be replaced, by folder and line;
``python tests/test_names.py render vcs`` prints those of some folders.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src/icteregie"

BANNED_MODULES = frozenset(
    """
    allowance asking base characters chosen common compared complaints completed core course crowd
    culprits evidence filed frame gathering given habits helper helpers known lead leaf leaves let_go
    life look lookalike misc nearest oddity opened outline outlook parts past pile present put reading
    refusals remembered rest retelling risk room season sheet spot stays story stretch teller
    together torn trouble turn util utils wave way whereabouts whole wishes
    """.split()  # noqa: SIM905 - a table of words
)
# A family of rules, with the word that the board uses.
FAMILIES = frozenset({"evidence"})
# To be renamed with the documents that are built from it.
REMAINING_MODULES: frozenset[str] = frozenset()

WANTED = frozenset(
    """
    asking born called chosen complaint complaints course courses crowd culprit culprits damage
    filed found frame gathering given habits hurt keeps leaf leaves let_go life look lookalike oddities
    oddity one outline outlook pile put refusal refusals retelling room rooms say sheet side sides spot
    spots stays story stretch tell teller told torn trouble turn wave waves way ways
    whereabouts whole wishes
    """.split()  # noqa: SIM905 - a table of words
)
BANNED_VARIABLES = frozenset(
    """
    complaints culprits habits let_go lookalike outline outlook refusals retelling rooms
    story tell waves whereabouts wishes
    """.split()  # noqa: SIM905 - a table of words
)


def modules(package: Path) -> list[str]:
    """List every module and folder by its path in the package, without its suffix."""
    files = (path.relative_to(package).with_suffix("") for path in package.rglob("*.py"))
    paths = {path.parent if path.name == "__init__" else path for path in files}
    return sorted(path.as_posix() for path in paths if path.name)


def badly_named(package: Path) -> list[str]:
    names = [(path, path.rpartition("/")[2]) for path in modules(package)]
    return [
        path
        for path, name in names
        if name.strip("_") in BANNED_MODULES and not (path.startswith("rules/") and name in FAMILIES)
    ]


def bindings(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Give every name that a module gives to something, with its line; uses follow from these."""
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, line
            case ast.arg(arg=name):
                yield name, line
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, line
            case ast.alias(asname=str(name)):
                yield name, line
            case ast.ExceptHandler(name=str(name)):
                yield name, line
            case (
                ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name))
            ):
                yield name, line


@cache
def named(path: Path) -> list[tuple[str, int]]:
    """List the names that a module gives, by line; a module is parsed once for all tests."""
    return sorted(bindings(ast.parse(path.read_text("utf-8"))), key=lambda each: each[::-1])


def house_words(package: Path, words: frozenset[str]) -> list[tuple[str, int, str]]:
    """List path, line and name of every binding that is one of these words, in any case."""
    return [
        (path.relative_to(package).as_posix(), line, name)
        for path in sorted(package.rglob("*.py"))
        for name, line in named(path)
        if name.strip("_").lower() in words
    ]


def folder_of(path: str) -> str:
    return path.partition("/")[0]


def test_no_module_has_a_house_word_for_its_name() -> None:
    assert set(badly_named(PACKAGE)) - REMAINING_MODULES == set()


def test_no_variable_has_a_banned_name() -> None:
    assert house_words(PACKAGE, BANNED_VARIABLES) == []


def test_no_folder_has_a_house_word() -> None:
    assert house_words(PACKAGE, WANTED) == []


def test_a_module_with_a_house_word_is_found(tmp_path: Path) -> None:
    for path in (
        "utils.py",
        "vcs/Whereabouts.py",
        "vcs/past.py",
        "core/__init__.py",
        "rules/evidence/rule.py",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("", "utf-8")
    assert badly_named(tmp_path) == ["core", "utils", "vcs/past"]


@pytest.mark.parametrize(
    "line",
    [
        "def told(): ...",
        "class Told: ...",
        "async def _told(): ...",
        "def f(told): ...",
        "def f(*, told=1): ...",
        "lambda told: 1",
        "told = 1",
        "told: int",
        "self.told = 1",
        "a, (b, told) = c",
        "for told in a: ...",
        "[told for told in a]",
        "if told := a: ...",
        "with a as told: ...",
        "import a as told",
        "from a import b as told",
        "try: ...\nexcept A as told: ...",
        "match a:\n    case {'b': told}: ...",
        "match a:\n    case [*told]: ...",
        "match a:\n    case {**told}: ...",
        "TOLD = 1",
    ],
)
def test_a_name_is_found_wherever_it_is_given(tmp_path: Path, line: str) -> None:
    (tmp_path / "module.py").write_text(line, "utf-8")
    assert [name.strip("_").lower() for _, _, name in house_words(tmp_path, frozenset({"told"}))] == ["told"]


if __name__ == "__main__":
    remaining = house_words(PACKAGE, WANTED)
    folders = sys.argv[1:] or sorted({folder_of(path) for path, _, _ in remaining})
    listed = [each for each in remaining if folder_of(each[0]) in folders]
    sys.stdout.writelines(f"src/icteregie/{path}:{line}: {name}\n" for path, line, name in listed)
    for folder, count in sorted(Counter(folder_of(path) for path, _, _ in listed).items()):
        sys.stdout.write(f"{folder}: {count}\n")
