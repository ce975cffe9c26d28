"""What goes in as text comes out as that text and as nothing else, in every target.

Markdown is read back by two readers: markdown-it-py, and cmark-gfm as GitHub has it.
"""

import csv
import html
import io
import json
import re
import string
import unicodedata
from collections.abc import Iterator

import cmarkgfm  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from icteregie.loading.characters import unwanted
from icteregie.render import escape

MARKS = list("\\`*_[]<>|~&$^=!#-+.:;,@%'\"(){}/?0123456789 \t\nabcwW")
PIECES = [
    *("http://x.nl", "https://x.nl/a_b", "ftp://x.nl", "www.x.nl", "WWW.X.NL", "mailto:a@b.nl", "a@b.nl"),
    *("@user", "#12", "org/repo#12", ":smile:", ":100:", "[x](http://x)", "![x](y.png)", "[x]: y", "[^1]"),
    *("<b>", "</td>", "<!--", "-->", "<script>", "<http://x>", "&amp;", "&#x41;", "&lt;b&gt;"),
    *("**b**", "__b__", "*i*", "_i_", "~~s~~", "`c`", "``c``", "$x$", "==m==", "\\", "\\|", "|", "||"),
    *("{{ 7*7 }}", "${x}", "- [ ] x", "---", "===", "***", "```", "~~~", "éé", "日本", "\u202e", "\x1b[31m"),
]
STARTS = [
    *("# kop", "###### kop", "#", "- punt", "-", "+ punt", "+", "* punt", "1. een", "1) een", "12345678. x"),
    *(
        "> citaat",
        "    code",
        "\tcode",
        "--- ",
        "===",
        "= x",
        ":---",
        "---:",
        ":-:",
        "-:",
        "| a | b |",
        "~~~ x",
    ),
    *(
        "```x",
        "[a]: b",
        "<div>",
        "<!-- x",
        "[ ] taak",
        "\u00a0x",
        "1.",
        "1)",
        "- ",
        "eind\\",
        "eind\\\\",
        ": x",
    ),
]
ANY = st.text(st.characters(), max_size=30)
TEXTS = st.one_of(
    ANY,
    st.text(st.sampled_from(MARKS), max_size=25),
    st.lists(st.one_of(st.sampled_from([*PIECES, *STARTS]), ANY), max_size=5).map("".join),
    st.lists(st.sampled_from([*PIECES, *STARTS]), max_size=5).map(" ".join),
)
OURS = "<!-- -->"
PLAIN = {"text", "softbreak"}
STRANGE_TAG = re.compile(r"<(?!/?(?:p|table|thead|tbody|tr|th|td)\b|!-- -->)[^>]*>")


def flat(text: str) -> str:
    """Give a text on one line, with what can't be seen as a code: what a reader should see."""
    return escape.terminal(" ".join(text.split()))


def inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from [token] if token.children is None else token.children


def read_back(markdown: str) -> tuple[str, list[str]]:
    """Give the text that a reader of CommonMark with tables shows, and every mark-up in it."""
    (paragraph,) = [t for t in MARKDOWN.parse(markdown) if t.type == "inline"]
    shown, strange = "", []
    for token in inline([paragraph]):
        if token.type in PLAIN:
            shown += token.content
        elif token.type != "html_inline" or token.content != OURS:
            strange.append(token.type)
    return shown, strange


MARKDOWN = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])


def blocks(markdown: str) -> list[str]:
    return [token.type for token in MARKDOWN.parse(markdown)]


def on_github(markdown: str) -> tuple[list[str], list[str]]:
    """Give the texts of paragraphs or cells as GitHub's own reader makes them, and strange tags."""
    # With unsafe, HTML comes out as it went in, instead of being left out before we can see it.
    options = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    made = cmarkgfm.github_flavored_markdown_to_html(markdown, options)
    texts = re.findall(r"<(?:p|td)[^>]*>(.*?)</(?:p|td)>", made, flags=re.DOTALL)
    return [html.unescape(text.replace(OURS, "")) for text in texts], STRANGE_TAG.findall(made)


@given(TEXTS)
@example("a@b.nl www.x.nl http://x.nl")
def test_a_paragraph_shows_the_text_and_has_no_markup(text: str) -> None:
    written = escape.markdown(text)
    if not flat(text):
        assert written == ""
        return
    assert blocks(written) == ["paragraph_open", "inline", "paragraph_close"]
    assert read_back(written) == (flat(text), [])


@pytest.mark.parametrize("text", [*STARTS, *PIECES])
def test_no_start_of_a_line_makes_a_block(text: str) -> None:
    written = escape.markdown(text)
    assert blocks(written) == ["paragraph_open", "inline", "paragraph_close"]
    assert read_back(written) == (flat(text), [])
    assert on_github(written) == ([flat(text)], [])


@given(TEXTS)
def test_a_list_item_shows_the_text_and_has_no_markup(text: str) -> None:
    written = (
        f"1. {escape.markdown('x' + text)}\n- {escape.markdown(text)}\n\n{escape.markdown('y' + text)}\n"
    )
    read = blocks(written)
    assert read.count("list_item_open") == 2
    assert not {"heading_open", "fence", "code_block", "blockquote_open", "html_block", "hr"} & set(read)


@given(TEXTS, TEXTS)
def test_a_table_keeps_its_cells_and_shows_their_text(one: str, other: str) -> None:
    cells = f"| {escape.markdown(one)} | {escape.markdown(other)} |"
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
    texts, tags = on_github(escape.markdown(text))
    assert tags == []
    assert texts == ([flat(text)] if flat(text) else [])


@given(TEXTS)
@example("@user van @org/team over #12 en :smile:")
def test_no_run_of_text_holds_a_mention_a_reference_or_an_emoji(text: str) -> None:
    # A host looks for these in the texts between tags and comments, after reading the Markdown.
    made = cmarkgfm.github_flavored_markdown_to_html(
        escape.markdown(text), cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    )
    for run in re.split(r"<[^>]*>", made):
        assert not re.search(r"@\w|#\d|:[\w+-]+:", html.unescape(run))


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_paragraphs_stay_apart(texts: list[str]) -> None:
    whole = [text for text in (" ".join(text.split()) for text in texts) if text]
    written = escape.markdown_paragraphs("\n\n".join(whole))
    shown = ["".join(t.content for t in inline([token]) if t.type in PLAIN) for token in inline_of(written)]
    assert shown == [escape.terminal(text) for text in whole]


def inline_of(markdown: str) -> list[Token]:
    return [token for token in MARKDOWN.parse(markdown) if token.type == "inline"]


@given(TEXTS)
@example("</script>")
@example("\u202e")
def test_mermaid_has_only_safe_characters_and_gives_the_text_back(text: str) -> None:
    written = escape.mermaid(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9 ]|#\d+;)*", written)
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written) == flat(text)


@given(TEXTS)
@example('"]; evil -> x; ["')
@example("&quot;")
@example("eind\\")
@example("\\N")
def test_dot_quotes_one_text(text: str) -> None:
    written = escape.dot(text)
    # Graphviz: a quoted text holds no bare quote; then \\ is a backslash, and entities are read.
    assert re.fullmatch(r'"(?:[^"\\\n]|\\\\|\\")*"', written)
    bare = re.sub(r"\\(.)", r"\1", written[1:-1])
    assert re.sub(r"&(#?\w+);", lambda found: html.unescape(found[0]), bare) == flat(text)


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "\uff1dx"])
def test_a_cell_of_csv_is_read_back_and_is_no_formula(texts: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([escape.csv_cell(text) for text in texts])
    # A lone carriage return is the writer's own business: table_csv makes it a line feed.
    if any("\r" in text for text in texts):
        return
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert [cell.removeprefix("'") for cell in row] == [text.removeprefix("'") for text in texts]
    assert not any(cell.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")) for cell in row)


def github_unescaped(text: str) -> str:
    """Read a value as GitHub's runner does."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@given(TEXTS)
@example("100%25 a,b:c\nd%0Ae::error::x\r")
def test_github_gives_the_text_back_from_one_line(text: str) -> None:
    data, value = escape.github_data(text), escape.github_property(text)
    shown = "\n".join(map(escape.terminal, text.split("\n")))
    assert not set("\r\n") & set(data)
    assert not set("\r\n:,") & set(value)
    assert (github_unescaped(data), github_unescaped(value)) == (shown, shown)


@given(st.text(st.characters()))
@example("".join(chr(code) for code in range(0x20)))
@example("\x7f\x85\x9b\u00ad\u061c\u200e\u202a\u202e\u2066\u2069\ufeff\u115f\u3164\U000e0041\ud800")
def test_a_terminal_gets_no_control_bidi_or_invisible_character(text: str) -> None:
    shown = escape.terminal(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not [c for c in shown if unicodedata.bidirectional(c) in BIDI]
    assert unwanted(shown) == []
    assert escape.terminal(shown) == shown


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text(st.sampled_from(string.printable[:95] + "éü€→«»日本👩🏽"), max_size=40))
@example("👩\u200d💻 aan het werk")
def test_a_terminal_gets_what_can_be_seen_as_it_is(text: str) -> None:
    assert escape.terminal(text) == text


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
    assert escape.terminal(character) == code


@given(st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=5))
@example("\x9b\u202e\x7f\U000e0041")
def test_json_is_the_same_data_and_safe_to_look_at(data: object) -> None:
    written = escape.json_document(data)
    # Two halves of one character that stood apart come back as that character.
    assert json.loads(written) == json.loads(json.dumps(data))
    assert escape.terminal(written.replace("\n", "")) == written.replace("\n", "")
