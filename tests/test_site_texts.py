"""Texts in drawings: lines that fit, nothing lost without "…", and the same on every machine."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icteregie.render.site.texts import ELLIPSIS, is_right_to_left, width, wrapped

TEXTS = st.text(st.sampled_from("abc mW-é\u0301iljm,漢\u05d0 "), min_size=1, max_size=60).filter(str.strip)


@given(TEXTS, st.integers(40, 200), st.integers(1, 3))
def test_every_line_fits_and_there_are_no_more_than_asked(text: str, most: int, lines: int) -> None:
    made = wrapped(text, 12, most, lines)
    assert 1 <= len(made) <= lines
    assert [line for line in made if width(line, 12) > most] == []


@given(TEXTS, st.integers(40, 200), st.integers(1, 3))
@example("--,WW", 40, 1)  # nothing but signs fits
def test_a_text_is_whole_or_ends_in_an_ellipsis_after_a_letter(text: str, most: int, lines: int) -> None:
    made = wrapped(text, 12, most, lines)
    whole = "".join(text.split())
    shown = "".join("".join(made).split())
    if made[-1].endswith(ELLIPSIS) and ELLIPSIS not in text:
        assert whole.startswith(shown.removesuffix(ELLIPSIS))
        assert made[-1] != ELLIPSIS
        assert made[-1][-2] not in " ," or not made[-1].strip(" ,;:–-…")
    else:
        assert shown == whole


@given(TEXTS)
def test_no_line_begins_with_an_accent(text: str) -> None:
    first = {unicodedata.combining(line[0]) for line in wrapped(text, 12, 60, 3)[1:]}
    begins = {unicodedata.combining(word[0]) for word in text.split()}
    assert first <= {0} | begins


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Azure AD B2C vervangen", ("Azure AD B2C", "vervangen")),
        ("Arbeidsongeschiktheidsverzekering", ("Arbeidsongesch", "iktheidsverzek…")),
        ("Eén loket voor alle inwoners van de stad", ("Eén loket voor", "alle inwoners…")),
        ("  a \t b ", ("a b",)),
    ],
)
def test_lines_end_between_words_where_they_can(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 12, 120, 2) == lines


@pytest.mark.parametrize("text", ["\u05d0bc", "1. \u05d0"])
def test_a_text_runs_to_the_left_as_its_first_letter_does(text: str) -> None:
    assert is_right_to_left(text)


@pytest.mark.parametrize("text", ["a\u05d0", "12", ""])
def test_any_other_text_runs_to_the_right(text: str) -> None:
    assert not is_right_to_left(text)
