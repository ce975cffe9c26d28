"""Text for Word: what XML can't hold or nobody sees becomes its code, and all else stays."""

import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from icteregie.escape.word import word_line, word_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("een\ntwee\r\ndrie", ["een", "twee", "drie"]),
        ("een\ttwee", ["een twee"]),
        ("€\xa01  b", ["€\xa01  b"]),
        ("a\x00\x0b\u202eb\ufffe", ["a\\u0000\\u000b\\u202eb\\ufffe"]),
        ("", [""]),
    ],
)
def test_lines_are_shown_with_the_codes_of_what_is_unseen(text: str, lines: list[str]) -> None:
    assert word_lines(text) == lines


def test_a_line_has_no_end_in_it() -> None:
    assert word_line("een\ntwee") == "een twee"


@given(st.text())
def test_every_line_can_stand_in_xml(text: str) -> None:
    node = parse_xml("<a/>")
    for line in word_lines(text):
        node.text = line
        assert node.text == line
