"""SARIF, read back by the rules of sections 3.11.5 and 3.11.6, and of RFC 3986."""

import re
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from icteregie.escape.sarif import sarif_message, sarif_uri
from icteregie.escape.unseen import visible
from tests.escape.texts import TEXTS

LINK = re.compile(r"\[(?:[^\\\[\]]|\\[\\\[\]])*\]\([^)]*\)")
CARELESS_LINK = re.compile(r"\[[^\]]*\]\([^)]+\)")
"""How viewers look for links that know of no backslash."""


def shown(message: str) -> str:
    """Read a text as a viewer does; refuses placeholders, single braces and links."""
    assert not LINK.search(message)
    assert not CARELESS_LINK.search(message)
    bare = re.sub(r"\{\{|\}\}", "", message)
    assert not set("{}") & set(bare)
    return message.replace("{{", "{").replace("}}", "}")


@given(TEXTS)
@example("zie [hier](https://x.nl) en [daar](1), {0} en {{1}}, [x\\](1) en [x\\\\](1)")
@example("[[x](1)](2)")
def test_a_message_shows_the_text_without_links_or_placeholders(text: str) -> None:
    # The one thing that differs: no sign takes a bracket back outside a link, so a space parts two.
    whole = "\n".join(map(visible, text.split("\n")))
    assert shown(sarif_message(text)) == whole.replace("](", "] (")


def test_the_reader_knows_links_and_placeholders() -> None:
    assert LINK.search("een [pad\\[0\\]\\\\x](1)")
    with pytest.raises(AssertionError):
        shown("{0}")


NAMES = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("/:\\%?#[]@ .~\udcff"), min_size=1)


@given(NAMES)
@example("a,b:c%0A100%.yaml")
@example("x:y/../..\\z?q#f")
@example("\udcff\udcfe.yaml")
@example("//host/x")
def test_a_file_name_is_one_path_whose_bytes_come_back(name: str) -> None:
    path = f"initiatives/{name}"
    uri = sarif_uri(path)
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    parts = urlsplit(uri)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote_to_bytes(uri) == path.encode("utf-8", "surrogateescape")


def test_half_a_character_in_a_name_is_written_all_the_same() -> None:
    assert sarif_uri("\ud800.yaml") == "%ED%A0%80.yaml"
