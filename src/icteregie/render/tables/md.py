"""A table in Markdown, for a document or a comment."""

from icteregie.escape.markdown import markdown
from icteregie.render.tables.table import Table


def render(table: Table) -> str:
    """Write the table with amounts to the right; what a cell holds is shown letter by letter."""
    lines = [
        _line([markdown(column.heading) for column in table.columns]),
        _line(["---:" if column.is_right else "---" for column in table.columns]),
        *(_line([markdown(cell.words) for cell in row]) for row in table.shown),
    ]
    return "".join(f"{line}\n" for line in lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
