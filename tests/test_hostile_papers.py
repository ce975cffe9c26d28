"""Papers of a portfolio full of hostile texts as PDF, read back by another program."""

import re
from pathlib import Path

import pytest

from tests import desk
from tests.papers import reader, tags
from tests.test_hostile import HOSTILE, WORDS, full

__all__ = ["full"]
COMMANDS = ("agenda", "status", "meeting", "decisions")


def squeezed(words: str) -> str:
    """Leave out white space, and what a line ends with where a word parts."""
    return re.sub(r"[\s\u00ad\u2010-]", "", words)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pdf_of_hostile_texts_is_tagged_and_whole(full: Path, tmp_path: Path, command: str) -> None:
    path = tmp_path / "paper.pdf"
    done = desk.regie(command, "-C", full, "--lang", "en", "-o", path, *WORDS[command])
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    pdf = reader(path.read_bytes())
    assert tags(pdf)[0].name == "Document"
    assert not [page for page in pdf.pages if "/JavaScript" in str(page) or "/URI" in str(page)]


def test_hostile_titles_are_read_back_from_a_pdf(full: Path, tmp_path: Path) -> None:
    path = tmp_path / "agenda.pdf"
    desk.regie("agenda", "-C", full, "--lang", "en", "-o", path, *WORDS["agenda"])
    shown = squeezed(" ".join(page.extract_text() for page in reader(path.read_bytes()).pages))
    plain = [text for text in HOSTILE if text.isascii() and text.isprintable()]
    assert plain
    assert [text for text in plain if squeezed(text) not in shown] == []
