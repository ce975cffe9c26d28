"""Documents as a paper: what commands write as text or Markdown, for a meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from icteregie.render.document import (
    Block,
    Code,
    Document,
    Emphasis,
    Facts,
    Item,
    ItemList,
    Lines,
    Paragraph,
)
from icteregie.render.paper import paper
from icteregie.render.paper.marks import spaced
from icteregie.render.paper.paper import (
    Break,
    Grid,
    Head,
    Heading,
    Paper,
    Point,
    Points,
    Prose,
    Run,
    Text,
)
from icteregie.render.paper.widths import fitted
from icteregie.render.tables.table import Table

_SHAPES: dict[Emphasis, paper.Emphasis] = {"plain": "plain", "strong": "strong", "light": "italic"}


def from_document(document: Document, blank: Paper) -> Paper:
    """Fill a paper with a document; the name of the partnership below its title is left out."""
    subtitle = document.subtitle if document.subtitle != blank.partnership else ""
    blocks = [*([Prose(_text(subtitle))] if subtitle else []), *_parts(document, 0)]
    return replace(blank, title=document.title, blocks=fitted(blocks))


def annexed(document: Document, name: str) -> tuple[paper.Block, ...]:
    """Make the blocks of a document that follows others: its title on a new page; ``name`` is of a part."""
    subtitle = [Prose(_text(document.subtitle))] if document.subtitle else []
    return fitted([Break(name), Heading(_text(document.title), 1), *subtitle, *_parts(document, 1)])


def _parts(document: Document, above: int) -> Iterator[paper.Block]:
    """Give the blocks and sections of a document; ``above`` is the level of what they stand below."""
    yield from map(_block, document.blocks)
    top = min((section.level for section in document.sections), default=1)
    for section in document.sections:
        yield Heading(_text(section.heading), section.level - top + 1 + above)
        yield from map(_block, section.blocks)
    yield from map(_block, document.closing)


def _block(block: Block) -> paper.Block:
    match block:
        case Paragraph():
            return Prose(_text(block.text, _SHAPES[block.emphasis]))
        case Facts():
            rows = ((_text(fact.label, "strong"), _lines((fact.text, *fact.details))) for fact in block.facts)
            return Grid((), tuple(rows))
        case Lines():
            return Points(tuple(Point(_text(line)) for line in block.lines))
        case ItemList():
            return Points(tuple(map(_point, block.items)))
        case Code():
            return Prose((Run("\n".join(block.lines), "code"),))
    return grid(block)


def _point(item: Item) -> Point:
    """Make a point; above details, its first line is what it is about."""
    if not item.details:
        return Point(_lines((item.text,)), item.depth)
    first, rest = _text(item.text, "strong"), _lines(("", *item.details))
    return Point((*first, *rest), item.depth)


def grid(table: Table) -> Grid:
    """Make a table of a paper, with its totals strong."""
    heads = tuple(
        Head(_text(column.heading), "right" if column.is_right else "left") for column in table.columns
    )
    rows = [tuple(_text(cell.words) for cell in row) for row in table.rows]
    totals = [tuple(_text(cell.words, "strong") for cell in row) for row in table.totals]
    return Grid(heads, (*rows, *totals), _text(table.caption), len(totals))


def _text(text: str, shape: paper.Emphasis = "plain") -> Text:
    return (Run(spaced(text).strip(), shape),) if text else ()


def _lines(lines: Sequence[str]) -> Text:
    """Put lines below each other."""
    return (Run("\n".join(spaced(line).strip() for line in lines)),)
