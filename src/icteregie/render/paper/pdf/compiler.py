"""The door to typst: a fixed template with data, compiled without network, files or system fonts.

Nothing of a paper is part of the source: texts and drawings go to the template as data, so that no text
is ever read as markup. Only the fonts inside typst are used, and for drawings those in ``fonts``: one version
of typst writes the same bytes on every machine.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

DPI = 300
"""Of pictures, in pixels an inch: what printers print."""

_FONTS = Path(__file__).with_name("fonts")
"""Bitstream Vera Sans for drawings: typst itself has no letters without serifs."""

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_CODE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")


class MissingLettersError(Exception):
    """None of typst's fonts has these characters."""

    def __init__(self, letters: frozenset[str]) -> None:
        super().__init__(*sorted(letters))
        self.letters = letters


def pdf(template: str, inputs: Mapping[str, str], timestamp: int) -> bytes:
    """Compile a template as PDF/UA-1; ``timestamp`` is in seconds since 1970.

    Raises MissingLettersError, and ``typst.TypstError`` where typst's own checker finds that the document
    isn't PDF/UA-1.
    """
    with _compiler(template, inputs) as compiler:
        try:
            return _bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=timestamp))
        except typst.TypstError as error:
            if letters := _missing(error.diagnostic):
                raise MissingLettersError(letters) from error
            raise


def _missing(diagnostic: str) -> frozenset[str]:
    """Read the characters that typst says it can't display."""
    texts = {_CODE.sub(_character, match[1]) for match in _MISSING.finditer(diagnostic)}
    letters = frozenset(character for text in texts for character in text)
    # Of a letter with a mark, the mark is what fonts lack.
    return frozenset(letter for letter in letters if not letter.isascii()) or letters


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def png(template: str, inputs: Mapping[str, str]) -> bytes:
    """Compile a template of one page as a picture."""
    with _compiler(template, inputs) as compiler:
        return _bytes(compiler.compile(format="png", ppi=DPI))


@contextmanager
def _compiler(template: str, inputs: Mapping[str, str]) -> Iterator[typst.Compiler]:
    """Open a compiler in a folder that holds the template only."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "paper.typ")
        source.write_text(template, "utf-8")
        yield typst.Compiler(
            input=str(source),
            root=folder,
            package_path=folder,
            package_cache_path=folder,
            font_paths=[str(_FONTS)],
            ignore_system_fonts=True,
            sys_inputs=dict(inputs),
        )


def _bytes(compiled: bytes | list[bytes] | None) -> bytes:
    """Take the one file that was compiled."""
    if not isinstance(compiled, bytes):
        raise TypeError("typst wrote no file, or more than one")
    return compiled
