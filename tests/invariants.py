"""What holds of a portfolio whatever one of its files contains: for tests that mutate, and for fuzzing."""

import json
from pathlib import Path

import yaml

from icteregie.checking.runner import FAILED, check
from icteregie.diagnostics.ceilings import MOST_A_FILE
from icteregie.diagnostics.types import Diagnostic
from icteregie.loading.load import Loaded, load
from icteregie.loading.reader import read
from icteregie.loading.trees import NotLoadedError
from icteregie.messages.catalogue import LANGUAGES
from icteregie.render.findings.formats import FORMATS
from icteregie.render.findings.report import findings_report
from tests import desk

NEIGHBOUR = "initiatives/buur.yaml"
KNOWN = ("unknown-dependency", NEIGHBOUR, 10, 14)
"""What is wrong with the neighbour of the file that is spoilt, which must be told whatever happens."""


def beside_a_neighbour(root: Path) -> Path:
    """Make a portfolio with one file of which it is known what is wrong with it."""
    return desk.portfolio(root, {NEIGHBOUR: desk.initiative(depends_on="[nergens-te-vinden]")})


def holds(root: Path, path: str, data: bytes) -> list[Diagnostic]:
    """Put a file in the portfolio, and look that all that must hold does; give what was found."""
    file = root / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    try:
        loaded = load(root)
    except NotLoadedError as refused:
        # A format that comes after this one is told as such, and nothing is judged by it.
        if refused.name == "newer-format":
            return []
        raise
    found = check(loaded, desk.TODAY)
    assert not [one for one in found if one.rule == FAILED], found
    for one in found:
        _stands_somewhere(root, one)
    own = [one for one in found if one.place.file == path]
    assert len(own) <= MOST_A_FILE + 2
    if path != "regie.yaml":
        told = [(d.rule, d.place.file, d.place.line, d.place.column) for d in found]
        assert KNOWN in told, told
    _is_told(loaded, found)
    if not [one for one in own if one.severity == "error"]:
        _is_read_as_written(data)
    return own


def _stands_somewhere(root: Path, one: Diagnostic) -> None:
    """A finding points at a line that is there, and at a column on it or just behind it."""
    place = one.place
    data = (root / place.file).read_bytes() if (root / place.file).is_file() else b""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        lines = data.decode("utf-8", "replace").split("\n")
    assert 1 <= place.line <= len(lines), one
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1, one
    assert (place.line, place.column) <= (place.end_line, place.end_column), one


def _is_told(loaded: Loaded, found: list[Diagnostic]) -> None:
    """Every form can be written in both languages, is well-formed, and steers nothing."""
    for language in LANGUAGES:
        told = findings_report("x", 1, language, found)
        for form, load_renderer in FORMATS.items():
            written = load_renderer()(told)
            assert not {c for c in written if c < " " and c != "\n"} | (
                {"\x1b", "\x7f", "\u202e"} & set(written)
            )
            if form in ("json", "gitlab", "sarif"):
                json.loads(written)


def _is_read_as_written(data: bytes) -> None:
    """What was accepted is what another reader of YAML, which takes all for text, makes of it."""
    tree, _ = read(data)
    other = yaml.load(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)  # noqa: S506 - makes texts only
    assert _empty(tree) == _empty(other)


def _empty(tree: object) -> object:
    """Take the ways of writing nothing for one."""
    if isinstance(tree, dict):
        return {key: _empty(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_empty(value) for value in tree]
    return "" if tree in (None, "", "~", "null", "Null", "NULL") else tree
