"""What holds for every module: a size that can be read, and no handler that hides a mistake of ours."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import ROOT

PACKAGE = ROOT / "src/icteregie"
MOST_LINES = 250

LONG = {
    "rules/catalogue.py": "one table of data, with two lines for each rule",
    "cli/commands.py": "one table of data, with a line for each thing that a command takes",
}
BROAD = {
    "cli/run.py": "the outermost handler turns a mistake of ours into one line and exit code 2",
    "checking/runner.py": "a mistake in one rule must not hide what the others find",
}


def long_files(package: Path) -> list[str]:
    files = {path.relative_to(package).as_posix(): path.read_text("utf-8") for path in package.rglob("*.py")}
    return sorted(path for path, text in files.items() if len(text.splitlines()) > MOST_LINES)


def broad_handlers(source: str) -> Iterator[int]:
    """Give the line of every handler or ``suppress`` that takes whatever goes wrong."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
            yield node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            yield from (node.lineno for each in node.args if _is_broad(each))


def _is_broad(caught: ast.expr | None) -> bool:
    classes = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(each is None or ast.unparse(each) in ("Exception", "BaseException") for each in classes)


def test_no_file_is_too_long_to_read() -> None:
    assert [path for path in long_files(PACKAGE) if path not in LONG] == []


def test_no_file_is_excused_that_is_short_enough() -> None:
    assert sorted(LONG) == [path for path in long_files(PACKAGE) if path in LONG]


def test_a_long_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/long.py").write_text("\n" * 251, "utf-8")
    (tmp_path / "short.py").write_text("\n" * 250, "utf-8")
    assert long_files(tmp_path) == ["folder/long.py"]


def test_only_the_outermost_handler_and_the_guard_of_rules_catch_everything() -> None:
    found = [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        for _ in broad_handlers(path.read_text("utf-8"))
    ]
    assert found == sorted(BROAD)


@pytest.mark.parametrize(
    "handler",
    [
        "try: ...\nexcept: ...",
        "try: ...\nexcept Exception: ...",
        "try: ...\nexcept BaseException:\n    raise",
        "try: ...\nexcept (ValueError, Exception) as error: ...",
        "try: ...\nexcept* Exception: ...",
        "with contextlib.suppress(Exception): ...",
    ],
)
def test_a_broad_handler_is_found(handler: str) -> None:
    assert len(list(broad_handlers(handler))) == 1


def test_a_narrow_handler_is_none() -> None:
    assert not list(broad_handlers("try: ...\nexcept (OSError, ValueError): ..."))
