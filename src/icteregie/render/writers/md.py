"""A document in Markdown."""

import re
from collections.abc import Iterator

from icteregie.escape.markdown import markdown
from icteregie.escape.unseen import visible
from icteregie.render.document import Block, Code, Document, Emphasis, Fact, Facts, ItemList, Lines, Paragraph
from icteregie.render.tables import md as table_md

_MARKS: dict[Emphasis, str] = {"plain": "", "strong": "**", "light": "*"}
_LEAST_FENCE = 3


def write(document: Document) -> str:
    """Write a document, with an empty line between its blocks and a newline at its end."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    if document.title:
        yield f"{'#' * document.level} {markdown(document.title)}"
    if document.subtitle:
        yield markdown(document.subtitle)
    yield from map(_block, document.blocks)
    for section in document.sections:
        yield f"{'#' * section.level} {markdown(section.heading)}"
        yield from map(_block, section.blocks)
    yield from map(_block, document.closing)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            mark = _MARKS[block.emphasis]
            return f"{mark}{markdown(block.text)}{mark}"
        case Facts():
            return "\n".join(line for fact in block.facts for line in _point(_fact(fact), fact.details))
        case Lines():
            return "\n".join(f"- {markdown(line)}" for line in block.lines)
        case ItemList():
            return "\n".join(
                line
                for item in block.items
                for line in _point(markdown(item.text), item.details, "  " * (item.depth - 1))
            )
        case Code():
            return _code(block)
    caption = f"{markdown(block.caption)}\n\n" if block.caption else ""
    return caption + table_md.render(block).rstrip("\n")


def _fact(fact: Fact) -> str:
    return f"**{markdown(fact.label)}**: {markdown(fact.text)}".rstrip()


def _point(first: str, details: tuple[str, ...], indent: str = "") -> Iterator[str]:
    """Write a point; a backslash ends every line but the last, or else the lines run together."""
    yield f"{indent}- " + f"\\\n{indent}  ".join((first, *map(markdown, details)))


def _code(block: Code) -> str:
    """Write a block of code between fences that are longer than any row of backticks in it."""
    longest = max((len(row) for line in block.lines for row in re.findall("`+", line)), default=0)
    fence = "`" * max(_LEAST_FENCE, longest + 1)
    return "\n".join((f"{fence}{block.language}", *map(visible, block.lines), fence))
