"""A drawing as a picture, for writers that can't place SVG."""

from icteregie.escape.typst import typst
from icteregie.render.paper.pdf import compiler
from icteregie.render.paper.pdf.letters import with_codes
from icteregie.render.templates import text


def png(svg: str) -> bytes:
    """Draw a standalone SVG document as PNG at 300 dots an inch, with 96 of its pixels in an inch.

    What is larger than an A4 page, upright or on its side (180 by 267 mm within its margins), is scaled to
    fit. The background is white. A character that no font of typst has is shown as its code.
    """
    template = text("paper/drawing.typ")

    def picture(missing: frozenset[str]) -> bytes:
        shown = {"svg": typst(svg, missing)}
        compiler.pdf(template, shown, 0)  # only its checker names what is missing
        return compiler.png(template, shown)

    return with_codes(picture)
