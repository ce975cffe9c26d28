"""Mermaid's codes, read back one by one; tests/test_mermaid.py asks Mermaid itself."""

import re

import pytest
from hypothesis import example, given

from icteregie.escape.mermaid import mermaid, mermaid_gantt
from icteregie.escape.unseen import on_one_line
from tests.escape.texts import TEXTS


def decoded(written: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written.replace("<wbr>", ""))


@given(TEXTS)
@example("</script>")
@example("\u202e")
@example("$$x$$ fa:fa-car \\n ﬂ°°36¶ß")
def test_a_label_has_only_safe_characters_and_gives_the_text_back(text: str) -> None:
    written = mermaid(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|#\d+;|<wbr>)*", written)
    assert decoded(written) == on_one_line(text)


@given(TEXTS)
@example("Section 5")
def test_a_task_has_only_safe_characters_and_gives_the_text_back(text: str) -> None:
    written = mermaid_gantt(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|#\d+;)*", written)
    assert decoded(written) == on_one_line(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Section 5", "#83;ection 5"),
        ("click x", "#99;lick x"),
        ("Opening", "Opening"),
        ("a title", "a title"),
    ],
)
def test_only_a_keyword_at_the_start_of_a_task_is_written_as_a_code(text: str, written: str) -> None:
    assert mermaid_gantt(text) == written
