"""A long text is cut to what a meeting reads: after whole sentences, and it says that there is more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.render.shortened import MOST, shortened

SENTENCE = "Nog 23 machines, en de dienst verhuist pas na de jaarwisseling omdat december bevroren is."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Klaar.", "Klaar."),
        ("Klaar.\n\nEn  meer. ", "Klaar. En meer."),
        ("a" * MOST, "a" * MOST),
        ("a" * (MOST + 1), "a" * MOST + " …"),
        (" ".join([SENTENCE] * 4), " ".join([SENTENCE] * 3) + " …"),
        (f"{'woord ' * 60}einde. Meer.", f"{'woord ' * 49}woord …"),
        (f"Het kost € 1.500. {'x' * 400}", "Het kost € 1.500. …"),
    ],
)
def test_whole_sentences_are_left_and_what_is_left_out_has_a_mark(text: str, said: str) -> None:
    assert shortened(text) == said


@given(st.text())
def test_it_is_bounded_and_begins_as_the_text_does(text: str) -> None:
    found = shortened(text)
    line = " ".join(text.split())
    assert len(found) <= MOST + 2
    assert line.startswith(found.removesuffix(" …"))
    assert (found == line) == (len(line) <= MOST)
