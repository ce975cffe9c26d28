"""The terminal, and the logs of CI: nothing steers them, and all that can be seen stays as it is."""

import re
import string
import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from icteregie.escape.terminal import terminal
from icteregie.escape.unseen import on_one_line, visible
from icteregie.loading.decoding import unwanted
from tests.escape.texts import PIECES, STARTS, TEXTS
from tests.runner import Runner


@given(st.text(st.characters()))
@example("".join(chr(code) for code in range(0x20)))
@example("\x7f\x85\x9b\u00ad\u061c\u200e\u202a\u202e\u2066\u2069\ufeff\u115f\u3164\U000e0041\ud800")
def test_a_terminal_gets_no_control_bidi_or_invisible_character(text: str) -> None:
    shown = terminal(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [c for c in shown if unicodedata.bidirectional(c) in BIDI]
    assert unwanted(shown) == []
    assert terminal(shown) == shown


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text(st.sampled_from(string.printable[:95] + "éü€→«»日本👩🏽"), max_size=40))
@example("👩\u200d💻 aan het werk")
def test_a_terminal_gets_what_can_be_seen_as_it_is(text: str) -> None:
    assert terminal(text) == text


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x1b", "\\u001b"),
        ("\n", "\\u000a"),
        ("\r", "\\u000d"),
        ("\t", "\\u0009"),
        ("\u202e", "\\u202e"),
        ("\U000e0041", "\\U000e0041"),
        ("a\u200db", "a\\u200db"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_its_code(character: str, code: str) -> None:
    assert terminal(character) == code


@given(TEXTS, st.sampled_from(["", "  ", "a: "]))
@example("::error::x", "")
@example("x ::error file=y::z", "    ")
@example("##[error]x ###[error]y", "a ")
def test_a_log_of_ci_finds_no_command_wherever_a_line_is_broken(text: str, before: str) -> None:
    lines = [before + terminal(text), *terminal(on_one_line(text)).split(" ")]
    assert Runner("\n".join(lines)).commands == []
    assert not re.search(r"##\w*\[", "\n".join(lines))


@pytest.mark.parametrize("text", ["std::vector", "a: b", "#12", "C#[x]", "kop ## twee", "12:30"])
def test_what_is_no_command_stays_as_it_is(text: str) -> None:
    assert terminal(text) == text


@given(TEXTS)
def test_the_text_is_read_back_from_the_codes_of_commands(text: str) -> None:
    assume("\\u" not in visible(text))
    assert terminal(text).replace("\\u003a", ":").replace("\\u0023", "#") == visible(text)


@pytest.mark.parametrize("text", [*PIECES, *STARTS])
def test_one_line_stays_one_line(text: str) -> None:
    assert not set("\n\r") & set(terminal(text))
