"""The cases that are files: found by walking, their expectation in their name and folder.

README.md beside this file says how to add one.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.corpus.case import PARTNERSHIP_FILE, SUBJECT, Case, Finding

HERE = Path(__file__).parent
EXPECTED = "expected.txt"
_NAMED = re.compile(
    r"[^@]+@(?P<places>[0-9.+]*[0-9])(?P<more>\+?)(?:\.(?:regie|ambitions|landscape|plan))?\.yaml"
)
_OTHERS = {
    ".regie.yaml": PARTNERSHIP_FILE,
    ".ambitions.yaml": "ambitions/utrecht.yaml",
    ".landscape.yaml": "landscape/utrecht.yaml",
    ".plan.yaml": "plans/2027.yaml",
}
"""Where a file stands whose name ends in one of these; any other is an initiative."""
_LINE = re.compile(r"(?P<file>\S+):(?P<line>\d+):(?P<column>\d+) (?P<rule>\S+)")


def walked() -> Iterator[Case]:
    """Find every case on disk, in the order of their paths."""
    for path in sorted((HERE / "bad").rglob("*.yaml")):
        yield _bad(path)
    for path in sorted((HERE / "good").rglob("*.yaml")):
        yield _good(path)
    for path in sorted((HERE / "portfolios").iterdir()):
        yield _portfolio(path)


def _bad(path: Path) -> Case:
    """Read «<name>@<line>.<column>.yaml» in a folder with the name of its rule and wording."""
    found = _NAMED.fullmatch(path.name)
    assert found, f"{path.name}: call it <name>@<line>.<column>.yaml"
    places = (at.split(".") for at in found["places"].split("+"))
    expected = tuple(
        Finding(path.parent.name, _file(path), int(line), int(column)) for line, column in places
    )
    return _one(path, expected, may_say_more=bool(found["more"]))


def _good(path: Path) -> Case:
    """Read a file that must be accepted; a .json beside it holds what must have been read."""
    beside = path.with_suffix(".json")
    values = json.loads(beside.read_text("utf-8")) if beside.exists() else {}
    return _one(path, (), values=values)


def _one(path: Path, expected: tuple[Finding, ...], **more: Any) -> Case:
    file = _file(path)
    return Case(_name(path), {file: path.read_bytes()}, expected, is_alone=file != SUBJECT, **more)


def _portfolio(path: Path) -> Case:
    """Read a folder that is laid over a sound portfolio; expected.txt has a finding a line, or «accepted»."""
    lines = (path / EXPECTED).read_text("utf-8").splitlines()
    expected = tuple(_finding(line) for line in lines if line not in ("accepted", "+"))
    files = {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.name != EXPECTED
    }
    return Case(_name(path), files, expected, "+" in lines, is_alone=True)


def _finding(line: str) -> Finding:
    found = _LINE.fullmatch(line)
    assert found, f"«{line}»: write file:line:column rule.wording"
    return Finding(found["rule"], found["file"], int(found["line"]), int(found["column"]))


def _file(path: Path) -> str:
    return next((file for ending, file in _OTHERS.items() if path.name.endswith(ending)), SUBJECT)


def _name(path: Path) -> str:
    return path.relative_to(HERE).as_posix()
