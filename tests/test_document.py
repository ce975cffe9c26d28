"""A document is the same in every format: each writer escapes every text, and escapes it once."""

from icteregie.render.document import (
    Code,
    Document,
    Fact,
    Facts,
    Item,
    ItemList,
    Lines,
    Paragraph,
    Section,
)
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.render.writers import md, text

HOSTILE = "*a* | `b` \x1b[31m <c> ::d::"
TABLE = Table(
    (Column("name", "Name"), Column("amount", "Amount", "euros")),
    ((Cell("x", "x"), Cell(5, "€ 5")),),
    caption="What it costs",
)
WHOLE = Document(
    "Title",
    "id · file",
    (Paragraph("First.", "strong"), Facts((Fact("Label", "text", ("more",)),)), Lines(("one", "two"))),
    (Section("Heading", (ItemList((Item("a"), Item("b", 2, ("detail",)))), TABLE, Code(("x  y",)))),),
    (Paragraph("Last.", "light"),),
)


def test_every_block_in_markdown() -> None:
    assert md.write(WHOLE) == (
        "## Title\n\nid · file\n\n**First.**\n\n- **Label**: text\\\n  more\n\n- one\n- two\n\n"
        "### Heading\n\n"
        "- a\n  - b\\\n    detail\n\nWhat it costs\n\n| Name | Amount |\n| --- | ---: |\n| x | € 5 |\n\n"
        "```text\nx  y\n```\n\n*Last.*\n"
    )


def test_every_block_in_text() -> None:
    assert text.write(WHOLE) == (
        "Title\n=====\nid · file\n\nFirst.\n\nLabel  text\n       more\n\none\ntwo\n\nHeading\n-------\n"
        "- a\n  - b\n    detail\n\nWhat it costs\nName  Amount\n----  ------\nx        € 5\n\nx  y\n\nLast.\n"
    )


def hostile() -> Document:
    """Make a document that has the same text everywhere."""
    table = Table((Column("c", HOSTILE),), ((Cell(HOSTILE, HOSTILE),),), HOSTILE)
    blocks = (
        Paragraph(HOSTILE),
        Facts((Fact(HOSTILE, HOSTILE, (HOSTILE,)),)),
        Lines((HOSTILE,)),
        ItemList((Item(HOSTILE, details=(HOSTILE,)),)),
        table,
    )
    return Document(HOSTILE, HOSTILE, blocks, (Section(HOSTILE, blocks),), blocks)


def test_every_text_is_escaped_once_in_markdown() -> None:
    written = md.write(hostile())
    shown = r"\*a\* \| \`b\` \\u001b\[31m \<c\> ::<!-- -->d::"
    assert written.count(shown) == written.count("31m") > 15
    assert "\x1b" not in written
    assert r"\\\*" not in written


def test_every_text_is_escaped_once_in_text() -> None:
    written = text.write(hostile())
    assert "\x1b" not in written
    assert written.count(r"\u001b[31m <c> \u003a:d::") == written.count("31m") > 15


def test_a_fence_is_longer_than_any_row_of_backticks_in_it() -> None:
    assert md.write(Document(blocks=(Code(("```` x",)),))) == "`````text\n```` x\n`````\n"
