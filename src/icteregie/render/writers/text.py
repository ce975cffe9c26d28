"""A document as plain text: the same bytes whatever the screen."""

import textwrap
from collections.abc import Callable, Iterator

from icteregie.escape.terminal import terminal, width
from icteregie.render.document import Block, Code, Document, Fact, Facts, Item, ItemList, Lines, Paragraph
from icteregie.render.tables import text as table_text
from icteregie.render.tables.table import Table

LINE = 100
"""The text of a fact is broken at so many characters."""
DEEPEST = 12
"""Deeper items are indented no further: a chain of hundreds must stay on the screen."""
_WIDEST_LABEL = 48
_LEAST_RULE = 3
_LEAST_TEXT = 20

TableWriter = Callable[[Table], str]


def write(document: Document, table: TableWriter = table_text.render, line: int = LINE) -> str:
    """Write a document; ``table`` writes a table in the form that suits the screen.

    The text of a fact is broken at ``line`` characters.
    """
    return "\n\n".join(_parts(document, table, line)) + "\n"


def _parts(document: Document, table: TableWriter, line: int) -> Iterator[str]:
    if document.title:
        subtitle = [_flat(document.subtitle)] if document.subtitle else []
        yield "\n".join((*_ruled(document.title, "="), *subtitle))
    yield from _blocks(document.blocks, table, line)
    for section in document.sections:
        yield "\n".join((*_ruled(section.heading, "-"), "\n\n".join(_blocks(section.blocks, table, line))))
    yield from _blocks(document.closing, table, line)


def _blocks(blocks: tuple[Block, ...], table: TableWriter, line: int) -> Iterator[str]:
    return ("\n".join(_block(block, table, line)) for block in blocks)


def _ruled(heading: str, sign: str) -> tuple[str, str]:
    shown = _flat(heading)
    return shown, sign * max(_LEAST_RULE, width(shown))


def _flat(text: str) -> str:
    return terminal(" ".join(text.split()))


def _block(block: Block, table: TableWriter, line: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _flat(block.text)
        case Facts():
            yield from _facts(block.facts, line)
        case Lines():
            yield from map(_flat, block.lines)
        case ItemList():
            yield from (line for item in block.items for line in _item(item))
        case Code():
            yield from map(terminal, block.lines)
        case Table():
            yield from [_flat(block.caption)] if block.caption else []
            yield from table(block).splitlines()


def _facts(facts: tuple[Fact, ...], line: int) -> Iterator[str]:
    widest = max((width(terminal(fact.label)) for fact in facts), default=0) + 2
    for fact in facts:
        yield from _fact(fact, min(widest, _WIDEST_LABEL), line)


def _fact(fact: Fact, indent: int, line: int) -> Iterator[str]:
    label = terminal(fact.label)
    first, *others = _wrapped(fact.text, line - indent) or [""]
    yield (label + " " * max(2, indent - width(label)) + first).rstrip()
    details = (row for detail in fact.details for row in _wrapped(detail, line - indent))
    yield from (" " * indent + row for row in (*others, *details))


def _wrapped(text: str, columns: int) -> list[str]:
    return textwrap.wrap(_flat(text), max(columns, _LEAST_TEXT), break_on_hyphens=False)


def _item(item: Item) -> Iterator[str]:
    indent = "  " * (min(item.depth, DEEPEST) - 1)
    yield f"{indent}- {_flat(item.text)}"
    yield from (f"{indent}  {_flat(detail)}" for detail in item.details)
