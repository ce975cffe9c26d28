"""A document as HTML: what other commands write as text or Markdown, with links to the cards."""

from collections.abc import Iterator

from icteregie.escape.html import html
from icteregie.render.document import Block, Code, Document, Facts, ItemList, Lines, Paragraph
from icteregie.render.site.html import Safe, amount, isolated
from icteregie.render.site.names import link
from icteregie.render.tables.table import Cell, Column, Table
from icteregie.reports.site.view import SiteReport

MANY = 7
"""Tables with more columns than this are written smaller."""


class Writer:
    """Writes documents whose sections have headings of one level."""

    def __init__(self, report: SiteReport, level: int) -> None:
        self.report = report
        self.level = level

    def document(self, document: Document) -> Safe:
        """Write a document with its title, a level above its sections."""
        title = f"<h{self.level}>{html(document.title)}</h{self.level}>"
        subtitle = f'<p class="note">{html(document.subtitle)}</p>' if document.subtitle else ""
        below = Writer(self.report, self.level + 1)
        return Safe(f"{title}{subtitle}{below.parts(document)}")

    def parts(self, document: Document) -> Safe:
        """Write what stands below the title."""
        return Safe("".join(self._parts(document)))

    def _parts(self, document: Document) -> Iterator[str]:
        yield from (self._block(block, "") for block in document.blocks)
        for section in document.sections:
            yield f"<h{self.level}>{html(section.heading)}</h{self.level}>"
            yield from (self._block(block, section.heading) for block in section.blocks)
        yield from (self._block(block, "") for block in document.closing)

    def _block(self, block: Block, heading: str) -> str:
        match block:
            case Paragraph():
                return f"<p>{isolated(block.text)}</p>"
            case Facts():
                return f'<dl class="facts">{"".join(self._facts(block))}</dl>'
            case Lines():
                return f"<ul>{''.join(f'<li>{isolated(line)}</li>' for line in block.lines)}</ul>"
            case ItemList():
                return f"<ul>{''.join(f'<li>{isolated(item.text)}</li>' for item in block.items)}</ul>"
            case Code():
                return f"<pre>{html(' '.join(block.lines))}</pre>"
        return self.table(block, block.caption or heading)

    def _facts(self, facts: Facts) -> Iterator[str]:
        for fact in facts.facts:
            lines = "".join(f"<dd>{self._text(line)}</dd>" for line in (fact.text, *fact.details))
            yield f"<div><dt>{isolated(fact.label)}</dt>{lines}</div>"

    def _text(self, text: str) -> Safe:
        """Link what is nothing but an id of an initiative."""
        return link(self.report, text) if text in self.report.portfolio.initiatives else isolated(text)

    def table(self, table: Table, caption: str) -> str:
        """Write a table that becomes a list of rows where there is no room for it."""
        heads = "".join(
            f'<th scope="col"{_align(column)}>{html(column.heading)}</th>' for column in table.columns
        )
        rows = "".join(self._row(table.columns, row) for row in table.shown)
        classes = "stack many" if len(table.columns) > MANY else "stack"
        return (
            f'<table class="{classes}"><caption class="unseen">{html(caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _row(self, columns: tuple[Column, ...], row: tuple[Cell, ...]) -> str:
        cells = []
        for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
            text = amount(cell.words) if column.is_right else self._cell(cell)
            label = f' data-label="{html(column.heading)}"'
            tag = 'th scope="row"' if number == 0 else "td"
            empty = "" if cell.words else ' class="none"'
            cells.append(f"<{tag}{_align(column) or empty}{label}>{text}</{tag.split(maxsplit=1)[0]}>")
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Cell) -> Safe:
        """Link to the initiative that a cell is about."""
        is_id = isinstance(cell.data, str) and cell.data in self.report.portfolio.initiatives
        return (
            link(self.report, str(cell.data)) if is_id and cell.words == cell.data else isolated(cell.words)
        )


def _align(column: Column) -> str:
    return ' class="amount"' if column.is_right else ""
