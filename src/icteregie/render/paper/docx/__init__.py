"""A paper as a Word file (docx), by python-docx (the extra ``docx``)."""

from icteregie.render.paper.docx.styles import missing_styles
from icteregie.render.paper.docx.text import paragraphs
from icteregie.render.paper.docx.writer import write

__all__ = ["missing_styles", "paragraphs", "write"]
