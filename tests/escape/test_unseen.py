"""What can't be seen is shown as its code, whatever stands around it."""

import sys

from icteregie.escape.unseen import UNSEEN, visible


def test_no_character_that_can_not_be_seen_is_left_as_it_is() -> None:
    every = (f"a{chr(number)}b" for number in range(sys.maxunicode + 1))
    assert [hex(ord(text[1])) for text in every if UNSEEN.search(text) and visible(text) == text] == []
