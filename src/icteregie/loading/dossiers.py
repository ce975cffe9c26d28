"""The dossiers beside initiatives: their headings, and what is wrong with them as files."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import PurePosixPath

from icteregie.diagnostics.ceilings import DOSSIER_HEADINGS
from icteregie.diagnostics.suggestions import guesses
from icteregie.diagnostics.types import Address, Finding
from icteregie.loading import decoding
from icteregie.loading.discovery import Files
from icteregie.loading.faults import Fault, Span
from icteregie.loading.reader import text_faults
from icteregie.loading.trees import Trees
from icteregie.portfolio.dossier import DossierSection, names_of
from icteregie.portfolio.readers import is_placeholder

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?\r?")
_CLOSING = re.compile(r"[ \t]#+[ \t]*\Z")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|(-{2,}))[ \t]*\r?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_NO_TEXT = re.compile(r"[\s\-–—_.…*+>|:]*")
_LEAD = re.compile(r"[\s>*_+\-]*(?:[0-9]+[.)] )?[\s*_]*")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


_README = "readme"
"""A folder may explain itself in a text of this name."""


def beside(trees: Trees, files: Files, paths: Mapping[str, str]) -> dict[str, str]:
    """Give the text that lies beside each record, by the record's key, and report the others.

    Of two texts for one record, the one in the same folder counts, or else the first.
    """
    texts: dict[str, str] = {}
    for name, candidates in files.side_files.items():
        if name not in paths:
            for path in () if name.lower() == _README else candidates:
                trees.report(_without_record(path, name, paths))
            continue
        folder = str(PurePosixPath(paths[name]).parent)
        near = [path for path in candidates if str(PurePosixPath(path).parent) == folder]
        texts[name] = (near or candidates)[0]
        for path in candidates:
            if path != texts[name]:
                values = {"first": texts[name]}
                trees.report(Finding(Address(path), values, "second-dossier", rule="misplaced-file"))
    return texts


def _without_record(path: str, name: str, paths: Mapping[str, str]) -> Finding:
    """Report a text of which there is no record, with the record that was perhaps meant."""
    guess = guesses(name, paths)
    if not guess:
        return Finding(Address(path), {"name": name}, "dossier", rule="misplaced-file")
    instead = f"{guess}{PurePosixPath(path).suffix.lower()}"
    return Finding(Address(path), {"name": name, "instead": instead}, "dossier-guess", rule="misplaced-file")


def read_dossiers(trees: Trees, texts: Mapping[str, str]) -> dict[str, tuple[DossierSection, ...]]:
    """Read the headings of all dossiers; of those that can't be read, it is reported why."""
    headings = {}
    for name, path in sorted(texts.items()):
        data = None if trees.quota.exceeded else trees.text(path)
        if data is None:
            continue
        own, faults = read(data)
        trees.add_faults(path, faults)
        if own is not None:
            headings[name] = own
    return headings


def read(data: bytes) -> tuple[tuple[DossierSection, ...] | None, list[Fault]]:
    """Read the headings of a dossier; None when its bytes are no text that everybody sees alike."""
    try:
        text = decoding.decode(data)
    except decoding.NotTextError as wrong:
        rule = "syntax" if wrong.wording == "too-large" else "encoding"
        wording = "too-large-dossier" if wrong.wording == "too-large" else wrong.wording
        span = Span(wrong.line, wrong.column, wrong.line, wrong.column + 1)
        return None, [Fault(rule, wording, span, wrong.values)]
    if faults := text_faults(text, data):
        return None, faults
    further = next(islice(_headings(_without_comments(text).split("\n")), DOSSIER_HEADINGS, None), None)
    if further is not None:
        _, _, line, _ = further
        return None, [
            Fault("syntax", "too-many-headings", Span(line, 0, line, 1), {"most": DOSSIER_HEADINGS})
        ]
    return tuple(sections(text)), []


def shown_text(data: bytes) -> str:
    """Give what a reader sees of a dossier that can be read: its text without its comments."""
    return _without_comments(decoding.decode(data)).strip()


def sections(text: str) -> Iterator[DossierSection]:
    """List the headings of a Markdown text; code fences hold none."""
    lines = _without_comments(text).split("\n")
    headings = list(_headings(lines))
    ends: list[int] = [len(lines)] * len(headings)
    open_: list[int] = []
    for index, (level, _, line, _) in enumerate(headings):
        while open_ and headings[open_[-1]][0] >= level:
            ends[open_.pop()] = line
        open_.append(index)
    written = _written_lines(lines, headings)
    for (_, heading, line, first), end in zip(headings, ends, strict=True):
        is_filled = written[end] > written[first]
        yield DossierSection(heading, names_of(heading), line, is_filled)


def _without_comments(text: str) -> str:
    """Blank out comments, which nobody who reads the dossier sees; lines stay where they are."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text) if "<!--" in text else text


def _headings(lines: list[str]) -> Iterator[tuple[int, str, int, int]]:
    """Give the level, the text, the line and the first line below it of each heading."""
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.fullmatch(line.rstrip("\r"))
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
        elif heading := _HEADING.fullmatch(line):
            text = _CLOSING.sub("", f" {heading[2] or ''}").strip()
            yield len(heading[1]), text, number, number + 1
        elif (under := _UNDERLINE.fullmatch(line)) and number and _is_paragraph(lines[number - 1]):
            yield 1 if under[1] else 2, lines[number - 1].strip(), number - 1, number + 1


def _is_paragraph(line: str) -> bool:
    """Whether a line can be a heading that is underlined: a text of its own, no list, table or quote."""
    text = line.strip()
    return bool(text) and not line.startswith("    ") and not re.match(r"[#>|\-+*`~]|[0-9]+[.)] ", text)


def _written_lines(lines: list[str], headings: list[tuple[int, str, int, int]]) -> list[int]:
    """Count the lines with a text before each line: headings, placeholders and dashes are none."""
    heading_lines = {number for _, _, line, first in headings for number in range(line, first)}
    counts = [0]
    for number, line in enumerate(lines):
        counts.append(counts[-1] + (number not in heading_lines and _is_text(line)))
    return counts


def _is_text(line: str) -> bool:
    if _NO_TEXT.fullmatch(line) or _FENCE.fullmatch(line.rstrip("\r")):
        return False
    lead = _LEAD.match(line)
    return not is_placeholder(line[lead.end() :] if lead else line)
