"""A table as plain aligned text: the same bytes whatever the screen."""

from icteregie.escape.terminal import terminal, width
from icteregie.render.tables.table import Table

GAP = "  "


def render(table: Table) -> str:
    """Write headings, a rule, and a line for every row; nothing is cut off."""
    headings = [terminal(column.heading) for column in table.columns]
    rows = [[terminal(" ".join(cell.words.split())) for cell in row] for row in table.shown]
    widths = [max(width(line[n]) for line in (headings, *rows)) for n in range(len(headings))]
    rights = [column.is_right for column in table.columns]
    rule = GAP.join("-" * wide for wide in widths)
    lines = [_aligned(headings, widths, rights), rule, *(_aligned(row, widths, rights) for row in rows)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _aligned(texts: list[str], widths: list[int], rights: list[bool]) -> str:
    padded = []
    for text, wide, right in zip(texts, widths, rights, strict=True):
        padding = " " * (wide - width(text))
        padded.append(padding + text if right else text + padding)
    return GAP.join(padded)
