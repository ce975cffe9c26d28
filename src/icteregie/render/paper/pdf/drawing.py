"""A drawing as a picture, for writers that can't place SVG."""

from icteregie.render.paper.pdf import compiler
from icteregie.render.templates import text


def png(svg: str) -> bytes:
    """Draw a standalone SVG document as PNG at 300 dots an inch, with 96 of its pixels in an inch.

    What is larger than an A4 page in landscape (267 by 180 mm within its margins) is scaled to fit. The
    background is white.
    """
    return compiler.png(text("paper/drawing.typ"), {"svg": svg})
