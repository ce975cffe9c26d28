"""The blocks of a paper as paragraphs, tables and pictures for Word, section by section."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn

from icteregie.messages.catalogue import sentence
from icteregie.render.paper.docx.contents import bookmarks, contents, entries
from icteregie.render.paper.docx.elements import Element, children, element, flag, hairline
from icteregie.render.paper.docx.layout import Contents, Placed, Section
from icteregie.render.paper.docx.lines import about
from icteregie.render.paper.docx.numbering import started, unnumbered
from icteregie.render.paper.docx.page import Page, section
from icteregie.render.paper.docx.pictures import Draw, picture
from icteregie.render.paper.docx.runs import plain, runs
from icteregie.render.paper.docx.styles import Styles
from icteregie.render.paper.docx.tables import tables
from icteregie.render.paper.paper import Break, Drawing, Grid, Heading, Paper, Points, Prose, Run, Text

_DEEPEST_HEADING, _DEEPEST_POINT = 4, 3
_LEAD = 300
"""A text with fewer letters stays with the table or the list that it announces, or explains."""
_GAP = 160
"""Between a table and what follows it, in twentieths of a point."""
_GAP_BELOW_POINTS = 80
_LEAST_ABOVE_TABLE = 60


@dataclass(frozen=True, slots=True)
class Appearance:
    """What decides how a paper looks: styles, page, the footer of pages in landscape, and who draws."""

    styles: Styles
    page: Page
    wide_footer: str
    draw: Draw


class Writing:
    """Writes the blocks of one paper in their order."""

    def __init__(self, document: Document, paper: Paper, appearance: Appearance) -> None:
        self._document, self._paper, self._styles = document, paper, appearance.styles
        self._page, self._wide_footer, self._draw = appearance.page, appearance.wide_footer, appearance.draw
        self._entries = entries(paper.blocks)
        self._bookmarks = bookmarks(self._entries)
        self._headings = self._pictures = 0
        self._is_break = self._is_top = self._is_below_table = self._is_below_points = False
        self._is_above_table = False
        self._space = (appearance.page.width, appearance.page.height)

    def body(self, parts: Sequence[Section]) -> Iterator[Element]:
        """Make all that the text of the file holds, with the properties of the last section at the end."""
        yield from self._title()
        for number, part in enumerate(parts):
            page = self._page
            self._space = (page.wide_width, page.wide_height) if part.is_wide else (page.width, page.height)
            self._is_top = number > 0
            following = (*part.blocks[1:], None)
            pairs = zip(part.blocks, following, strict=True)
            made = [node for block, after in pairs for node in self._block(block, after)]
            self._is_break = False
            properties = section(
                page, is_wide=part.is_wide, is_first=not number, wide_footer=self._wide_footer
            )
            yield from self._ended(made, properties, is_last=number == len(parts) - 1)
        if not parts:
            yield section(self._page, is_wide=False, is_first=True, wide_footer=self._wide_footer)

    def _ended(self, made: list[Element], properties: Element, *, is_last: bool) -> Iterator[Element]:
        """End a section; its properties are in its last paragraph, and no section ends with a table.

        Nor with the end of the contents: LibreOffice would lose the fields in the footer of the section.
        """
        if not made or not made[-1].tag.endswith("}p") or list(made[-1].iter(qn("w:fldChar"))):
            made.append(hairline())
        self._is_below_table = False
        yield from made
        if is_last:
            yield properties
        else:
            made[-1][0].append(properties)

    def _title(self) -> Iterator[Element]:
        paper = self._paper
        yield self._paragraph("Title", (Run(paper.title),))
        self._is_above_table = any(isinstance(each, Grid) for each in paper.blocks[:1])
        yield self._paragraph("Subtitle", (Run(about(paper, paper.partnership)),))

    def _block(self, block: Placed, following: Placed | None) -> Iterator[Element]:
        match block:
            case Break():
                self._is_break = self._is_top = True
            case Contents():
                yield from self._contents()
            case Heading():
                self._is_above_table = isinstance(following, Grid)
                yield self._heading(block)
            case Prose():
                is_lead = isinstance(following, Grid | Points | Drawing) and len(plain(block.text)) < _LEAD
                self._is_above_table = isinstance(following, Grid)
                yield self._paragraph("Normal", block.text, is_kept=is_lead, gap=_gap_above(block.text))
            case Points():
                yield from self._points(block)
            case Grid():
                is_lead = isinstance(following, Prose) and len(plain(following.text)) < _LEAD
                yield from self._grid(block, is_kept=is_lead)
            case Drawing():
                yield from self._drawing(block)

    def _contents(self) -> Iterator[Element]:
        made = list(contents(self._entries, self._styles, self._paper.language))
        if made and self._is_break:
            made[0][0].insert(1, element("pageBreakBefore"))
        if made and self._is_top:
            place = len(children(made[0][0], "pStyle", "pageBreakBefore", "numPr"))
            made[0][0].insert(place, element("spacing", before=0))
        if made:
            self._is_break = self._is_top = False
        yield from made

    def _heading(self, heading: Heading) -> Element:
        level = max(1, min(heading.level, _DEEPEST_HEADING))
        made = self._paragraph(f"heading {level}", heading.text, is_kept=True)
        entry = self._entries[self._headings]
        self._headings += 1
        made.insert(1, element("bookmarkStart", id=self._headings, name=entry.bookmark))
        made.append(element("bookmarkEnd", id=self._headings))
        return made

    def _points(self, block: Points) -> Iterator[Element]:
        name = "List Bullet" if block.first is None else "List Number"
        numbers = None
        if block.first is not None:
            numbers = started(self._document, self._styles.ids[name], block.first)
        for point in block.points:
            depth = max(1, min(point.depth, _DEEPEST_POINT))
            made = self._paragraph(name if depth == 1 else f"{name} {depth}", point.text, is_whole=True)
            if numbers is not None and depth == 1:
                properties = made[0]
                place = len(children(properties, "pStyle", "keepNext", "keepLines", "pageBreakBefore"))
                properties.insert(place, deepcopy(numbers))
            yield made
        self._is_below_points = True

    def _grid(self, grid: Grid, *, is_kept: bool) -> Iterator[Element]:
        """Make the tables of a grid; one that is kept has the paragraph below it on the page of its end."""
        made = list(tables(grid, self._styles, self._bookmarks, self._space[0], is_kept=is_kept))
        for number, table in enumerate(made):
            if grid.caption:
                words = self._numbered(grid.caption, number, len(made))
                self._is_above_table = True
                yield self._paragraph("caption", words, is_kept=True)
            elif self._is_below_table or self._is_break:
                yield self._paragraph("Table Text", (), is_kept=True)
            yield table
            self._is_below_table, self._is_top, self._is_below_points = True, False, False

    def _numbered(self, caption: Text, number: int, count: int) -> Text:
        if count == 1:
            return caption
        words = sentence(self._paper.language, "paper/part", number=number + 1, of=count)
        return (*caption, Run(f" {words}"))

    def _drawing(self, drawing: Drawing) -> Iterator[Element]:
        png = self._draw(drawing.svg)
        if png is None:
            yield from self._undrawn(drawing)
            return
        self._pictures += 1
        made = self._paragraph("Normal", (), is_kept=bool(drawing.caption))
        made.append(picture(self._document, png, drawing.alternative, self._pictures, self._space))
        yield made
        if drawing.caption:
            yield self._paragraph("caption", drawing.caption)

    def _undrawn(self, drawing: Drawing) -> Iterator[Element]:
        """Write what a drawing shows, and why it isn't there."""
        if drawing.caption:
            yield self._paragraph("caption", drawing.caption, is_kept=True)
        yield self._paragraph("Normal", (Run(drawing.alternative),))
        yield self._paragraph("Normal", (Run(sentence(self._paper.language, "paper/no-drawing"), "italic"),))

    def _paragraph(
        self, style: str, text: Text, *, is_kept: bool = False, is_whole: bool = False, gap: int = 0
    ) -> Element:
        number, indent = unnumbered() if style in self._styles.numbered else (None, None)
        properties = element(
            "pPr",
            element("pStyle", val=self._styles.ids[style]),
            flag("keepNext", is_set=is_kept),
            flag("keepLines", is_set=is_whole),
            flag("pageBreakBefore", is_set=self._is_break),
            number,
            self._spacing(style, gap),
            indent,
        )
        self._is_break = self._is_top = self._is_below_table = self._is_below_points = False
        self._is_above_table = False
        return element("p", properties, *runs(text, self._styles.ids, self._bookmarks))

    def _spacing(self, style: str, gap: int) -> Element | None:
        """Give the space of a paragraph where it isn't that of its style: none on top of a page.

        Whatever a house has, nothing touches a table.
        """
        least = self._is_above_table and self._styles.below.get(style, 0) < _LEAST_ABOVE_TABLE
        below = {"after": _LEAST_ABOVE_TABLE} if least else {}
        if self._is_top:
            return element("spacing", before=0, **below)
        if style == "Normal" and self._is_below_points:
            gap = max(gap, _GAP_BELOW_POINTS)
        if self._is_below_table and style in ("Normal", "List Bullet", "List Number", "caption"):
            gap = max(gap, _GAP)
        if self._is_below_table and style.startswith("heading") and self._styles.above[style] < _GAP:
            gap = _GAP
        above = {"before": gap} if gap else {}
        return element("spacing", **above, **below) if above or below else None


def _gap_above(text: Text) -> int:
    """Give the space above a paragraph: one that is strong throughout heads what follows."""
    return _GAP if all(run.emphasis == "strong" for run in text) else 0
