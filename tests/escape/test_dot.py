"""DOT, read back by the rules of Graphviz."""

import html
import re

from hypothesis import example, given

from icteregie.escape.dot import dot
from icteregie.escape.unseen import on_one_line
from tests.escape.texts import TEXTS


@given(TEXTS)
@example('"]; evil -> x; ["')
@example("&quot;")
@example("eind\\")
@example("\\N")
def test_dot_quotes_one_text(text: str) -> None:
    written = dot(text)
    # Graphviz: a quoted text holds no bare quote; then \\ is a backslash, and entities are read.
    assert re.fullmatch(r'"(?:[^"\\\n]|\\\\|\\")*"', written)
    bare = re.sub(r"\\(.)", r"\1", written[1:-1])
    assert re.sub(r"&(#?\w+);", lambda found: html.unescape(found[0]), bare) == on_one_line(text)
