"""A paper as PDF, laid out by typst (the extra ``pdf``)."""

from icteregie.render.paper.pdf.writer import write

__all__ = ["write"]
