"""Texts for typst: they reach its template as they are, and no text keeps a paper from being written."""

import json
import re

import typst as library
from hypothesis import example, given, settings

from icteregie.escape.typst import typst
from icteregie.escape.unseen import UNSEEN
from icteregie.render.paper.paper import Drawing, Grid, Head, Heading
from icteregie.render.paper.pdf.writer import write
from tests.escape.texts import TEXTS
from tests.papers import drawing, paper, prose, text


@given(TEXTS)
@example('"; #panic() //')
@example("\\u{41}\0\ud800")
def test_a_text_is_data_for_typst(words: str) -> None:
    shown = typst(words)
    compiler = library.Compiler(b"", sys_inputs={"text": json.dumps(shown)}, ignore_system_fonts=True)
    assert json.loads(compiler.eval("json(bytes(sys.inputs.text))", format="json")) == shown


@given(TEXTS)
def test_what_cannot_be_seen_is_shown(words: str) -> None:
    assert UNSEEN.search(typst(words).replace("\n", "")) is None


@given(TEXTS)
def test_plain_letters_stay_as_they_are(words: str) -> None:
    plain = re.sub("[^a-zA-Z0-9#$*_\\\\\"'@<>-]", "", words)
    assert typst(plain) == plain


@settings(max_examples=40, deadline=None)
@given(TEXTS)
@example("e\u0489\u0348 漢\u0301 👩\u200d👩")
@example("\u05d0\u0301\u0300 \u0e33\u0e33")
def test_any_text_can_be_written(words: str) -> None:
    table = Grid((Head(text(words)),), ((text(words),),), text(words))
    body = (Heading(text(words), 1, words), prose(words), table)
    assert write(paper(*body, title=f"a {words}", has_contents=True)).startswith(b"%PDF")


def test_any_text_can_be_written_in_a_drawing() -> None:
    assert write(paper(Drawing(drawing("a \0 \u202e 漢"), ""))).startswith(b"%PDF")
