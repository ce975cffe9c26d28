"""Markdown, read back by two readers: markdown-it-py, and cmark-gfm as GitHub has it."""

import html
import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from icteregie.escape.markdown import markdown, markdown_paragraphs
from icteregie.escape.unseen import visible
from tests.escape.texts import PIECES, STARTS, TEXTS
from tests.gfm import gfm_html

OURS = "<!-- -->"
PLAIN = {"text", "softbreak"}
STRANGE_TAG = re.compile(r"<(?!/?(?:p|table|thead|tbody|tr|th|td)\b|!-- -->)[^>]*>")


def flat(text: str) -> str:
    """Give a text on one line, with what can't be seen as a code: what a reader should see."""
    return visible(" ".join(text.split()))


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from [token] if token.children is None else token.children


def read_back(document: str) -> tuple[str, list[str]]:
    """Give the text that a reader of CommonMark with tables shows, and every mark-up in it."""
    (paragraph,) = [t for t in MARKDOWN.parse(document) if t.type == "inline"]
    shown, strange = "", []
    for token in inline([paragraph]):
        if token.type in PLAIN:
            shown += token.content
        elif token.type != "html_inline" or token.content != OURS:
            strange.append(token.type)
    return shown, strange


MARKDOWN = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def blocks(document: str) -> list[str]:
    return [token.type for token in MARKDOWN.parse(document)]


def on_github(document: str) -> tuple[list[str], list[str]]:
    """Give the texts of paragraphs or cells as GitHub's own reader makes them, and strange tags."""
    made = gfm_html(document)
    texts = re.findall(r"<(?:p|td)[^>]*>(.*?)</(?:p|td)>", made, flags=re.DOTALL)
    return [html.unescape(text.replace(OURS, "")) for text in texts], STRANGE_TAG.findall(made)


@given(TEXTS)
@example("a@b.nl www.x.nl http://x.nl")
def test_a_paragraph_shows_the_text_and_has_no_markup(text: str) -> None:
    written = markdown(text)
    if not flat(text):
        assert written == ""
        return
    assert blocks(written) == ["paragraph_open", "inline", "paragraph_close"]
    assert read_back(written) == (flat(text), [])


@pytest.mark.parametrize("text", [*STARTS, *PIECES])
def test_no_start_of_a_line_makes_a_block(text: str) -> None:
    written = markdown(text)
    assert blocks(written) == ["paragraph_open", "inline", "paragraph_close"]
    assert read_back(written) == (flat(text), [])
    assert on_github(written) == ([flat(text)], [])


@given(TEXTS)
def test_a_list_item_shows_the_text_and_has_no_markup(text: str) -> None:
    written = f"1. {markdown('x' + text)}\n- {markdown(text)}\n\n{markdown('y' + text)}\n"
    read = blocks(written)
    assert read.count("list_item_open") == 2
    assert not {"heading_open", "fence", "code_block", "blockquote_open", "html_block", "hr"} & set(read)


@given(TEXTS, TEXTS)
def test_a_table_keeps_its_cells_and_shows_their_text(one: str, other: str) -> None:
    cells = f"| {markdown(one)} | {markdown(other)} |"
    written = f"| a | b |\n| --- | --- |\n{cells}\n| eind | eind |\n"
    tokens = [token for token in MARKDOWN.parse(written) if token.type == "inline"][2:]
    strange = [t for t in inline(tokens) if t.type != "text" and t.content != OURS]
    shown = ["".join(t.content for t in inline([token]) if t.type == "text") for token in tokens]
    assert shown == [flat(one), flat(other), "eind", "eind"]
    assert strange == []
    if "\0" not in written:
        texts, tags = on_github(written)
        assert [text.strip() for text in texts] == [flat(one).strip(), flat(other).strip(), "eind", "eind"]
        assert tags == []


@given(TEXTS)
@example("a@b.nl, www.x.nl, http://x.nl, ftp://x.nl en mailto:a@b.nl")
def test_github_links_and_marks_nothing(text: str) -> None:
    texts, tags = on_github(markdown(text))
    assert tags == []
    assert texts == ([flat(text)] if flat(text) else [])


# What hosts look for in the runs of text between tags and comments, after reading the Markdown.
REFERENCES = re.compile(
    r"""
      @[\w-] | (?<!\w)(?:GH|GHSA|CVE)-\w | \#\d | [!&$]\d | [~%]["'\w] | \*[a-z]+: | :[\w+-]+:
    | (?<!\w)[0-9a-f]{7,40}(?!\w) | \w:// | www\.\w | (?:mailto|xmpp):\w | \$.*\$ | \{[+-]
    | \[(?:[\[+-]|\w+:|TOC)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@given(TEXTS)
@example("@user van @org/team over #12 en :white_check_mark:")
@example("0MAILTO:0 0xmpp:x")
@example("a" * 41 + " 2b66fd261ee5c6cfc8de7fa466bab600bcfe4f69")
def test_no_run_of_text_holds_a_reference_that_hosts_know(text: str) -> None:
    made = gfm_html(markdown(text))
    for run in re.split(r"<[^>]*>", made):
        assert not REFERENCES.search(html.unescape(run))


@pytest.mark.parametrize("text", PIECES)
def test_the_readers_of_references_know_what_they_look_for(text: str) -> None:
    # Each piece that a host would take for a reference is one to the expression above as well.
    if text in KNOWN:
        assert REFERENCES.search(text)


KNOWN = {
    *("@user", "@org/team", "#12", "org/repo#12", "GH-12", "gh-3", "org/repo@abcdef0", "0123456", "deadbeef"),
    *("GHSA-abcd-1234", "CVE-2026-1", "!12", "~label", '~"a b"', "%mijlpaal", '%"a b"', "&12", "$12"),
    *("*iteration:1", "^alert#1", "[vulnerability:1]", "[[_TOC_]]", "{+ x +}", "$$x$$", "$x$", ":smile:"),
    *(
        ":white_check_mark:",
        "irc://x",
        "https://x.nl/a_b",
        "www.x.nl",
        "mailto:a@b.nl",
        "xmpp:a@b.nl",
        "[TOC]",
    ),
}


@given(TEXTS)
@example("/close")
@example(" /label ~x")
@example("x\n/close")
def test_no_line_starts_a_command_of_gitlab_or_front_matter(text: str) -> None:
    for line in markdown_paragraphs(text).split("\n"):
        assert not re.match(r"\s*/|---|\+\+\+|;;;", line)


@given(TEXTS)
def test_a_template_engine_finds_nothing_to_fill_in(text: str) -> None:
    # Sites made of Markdown run Liquid or Jinja over it first.
    assert not re.search(r"\{[{%]|\$\{", markdown(text))


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_paragraphs_stay_apart(texts: list[str]) -> None:
    whole = [text for text in (" ".join(text.split()) for text in texts) if text]
    written = markdown_paragraphs("\n\n".join(whole))
    shown = ["".join(t.content for t in inline([token]) if t.type in PLAIN) for token in inline_of(written)]
    assert shown == [visible(text) for text in whole]


def inline_of(document: str) -> list[Token]:
    return [token for token in MARKDOWN.parse(document) if token.type == "inline"]
