"""A paper as one printable article in HTML, with the style of the page and without a script."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from icteregie.messages import formats
from icteregie.messages.catalogue import sentence
from icteregie.render import templates
from icteregie.render.paper.paper import (
    Block,
    Break,
    Drawing,
    Grid,
    Heading,
    Paper,
    Point,
    Points,
    Prose,
    Run,
    Text,
    plain,
)
from icteregie.render.site.footer import footer
from icteregie.render.site.html import html, isolated

_TAGS = {"strong": "strong", "italic": "em", "code": "code"}


def write(paper: Paper) -> str:
    """Write a paper; the same paper gives the same bytes."""
    named = replace(paper, blocks=tuple(_anchored(paper.blocks)))
    style = "".join(templates.text(f"site/{name}.css") for name in ("style", "print", "paper"))
    day = formats.day(paper.day, paper.language)
    style += footer(paper.language, (paper.partnership, paper.title, paper.state, day))
    chapters = list(_chapters(named.blocks))
    contents = _contents(named) if paper.has_contents and len(chapters) > 1 else ""
    body = "".join(
        _chapter(chapter, contents if number == 1 else "") for number, chapter in enumerate(chapters)
    )
    about = " · ".join(
        filter(None, (isolated(paper.partnership), html(paper.state_beside_title), _day(paper)))
    )
    return (
        f'<!doctype html>\n<html lang="{paper.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="robots" content="noindex">\n<title>{html(paper.title)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n"
        f'<main class="paper"><article>\n<h1>{isolated(paper.title)}</h1>\n<p class="of">{about}</p>\n'
        f'{body}</article></main>\n<footer class="end"><p>{about}</p></footer>\n</body>\n</html>\n'
    )


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _day(paper: Paper) -> str:
    return html(formats.day(paper.day, paper.language))


def _anchored(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give every heading an anchor."""
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Heading) and not block.anchor:
            yield replace(block, anchor=f"h-{number}")
        else:
            yield block


def _chapters(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Part the blocks where a new page begins."""
    chapter: list[Block] = []
    for block in blocks:
        if not isinstance(block, Break):
            chapter.append(block)
        elif chapter:
            yield chapter
            chapter = []
    yield chapter


def _chapter(blocks: Sequence[Block], contents: str) -> str:
    sections = "".join(map(_section, _sections(blocks)))
    return f'<div class="chapter">\n{contents}{sections}</div>\n'


def _sections(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Part the blocks at headings; headings that follow each other stay together."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and section and not isinstance(section[-1], Heading):
            yield section
            section = []
        section.append(block)
    yield section


def _section(blocks: Sequence[Block]) -> str:
    """Write a part; one with a wide table is printed on a page on its side."""
    heading = next((plain(block.text) for block in blocks if isinstance(block, Heading)), "")
    written = "".join(f"{_block(block, heading)}\n" for block in blocks)
    is_wide = any(isinstance(block, Grid) and block.is_wide for block in blocks)
    return f'<div class="landscape">\n{written}</div>\n' if is_wide else written


def _contents(paper: Paper) -> str:
    rows = "".join(
        f'<li><a href="#{block.anchor}">{_text(block.text)}</a></li>'
        for block in paper.blocks
        if isinstance(block, Heading) and block.level == 1
    )
    title = html(sentence(paper.language, "paper/contents"))
    return f'<nav aria-label="{title}"><h2>{title}</h2><ol>{rows}</ol></nav>\n'


def _block(block: Block, heading: str) -> str:
    match block:
        case Heading():
            level = min(block.level + 1, 6)
            return f'<h{level} id="{html(block.anchor)}">{_text(block.text)}</h{level}>'
        case Prose():
            return f"<p>{_text(block.text)}</p>"
        case Points():
            return _points(block)
        case Grid():
            return _grid(block, plain(block.caption) or heading)
        case Drawing():
            caption = f"<figcaption>{_text(block.caption)}</figcaption>" if block.caption else ""
            name = html(block.alternative)
            drawn = f'<div class="drawing" role="img" aria-label="{name}">{block.svg}</div>'
            return f"<figure>{drawn}{caption}</figure>"
    return ""


def _points(points: Points) -> str:
    if points.first is not None:
        items = "".join(f"<li>{_text(point.text)}</li>" for point in points.points)
        return f'<ol start="{points.first}">{items}</ol>'
    return f"<ul>{_items(points.points, 1)}</ul>"


def _items(points: Sequence[Point], depth: int) -> str:
    """Write points with the deeper ones that follow each within it."""
    items: list[str] = []
    at = 0
    while at < len(points):
        below = at + 1
        while below < len(points) and points[below].depth > depth:
            below += 1
        inner = f"<ul>{_items(points[at + 1 : below], depth + 1)}</ul>" if below > at + 1 else ""
        items.append(f"<li>{_text(points[at].text)}{inner}</li>")
        at = below
    return "".join(items)


def _grid(grid: Grid, name: str) -> str:
    caption = f"<caption>{_text(grid.caption)}</caption>" if grid.caption else ""
    aligns = [head.align for head in grid.heads] or ["left"] * len(grid.weights or grid.rows[0])
    heads = "".join(
        f'<th scope="col"{_class(head.align)}>{_text(head.text)}</th>' if head.text else "<td></td>"
        for head in grid.heads
    )
    head = f"<thead><tr>{heads}</tr></thead>" if grid.heads else ""
    last = len(grid.rows) - grid.totals
    rows = "".join(_row(row, aligns, is_total=number >= last) for number, row in enumerate(grid.rows))
    kind = "" if grid.heads else ' class="pairs-of"'
    table = f"<table{kind}>{caption}{head}<tbody>{rows}</tbody></table>"
    return f'<div class="scroll" role="group" aria-label="{html(name)}" tabindex="0">{table}</div>'


def _row(row: Sequence[Text], aligns: Sequence[str], *, is_total: bool) -> str:
    cells = "".join(
        f'<th scope="row"{_class(align)}>{_text(cell)}</th>'
        if number == 0 and cell
        else f"<td{_class(align)}>{_text(cell)}</td>"
        for number, (cell, align) in enumerate(zip(row, aligns, strict=True))
    )
    kind = ' class="sum"' if is_total else ""
    return f"<tr{kind}>{cells}</tr>"


def _class(align: str) -> str:
    return ' class="amount"' if align == "right" else ""


def _text(text: Text) -> str:
    return "".join(map(_run, text))


def _line(text: str) -> str:
    """Escape a text, which takes away the spaces at its ends and makes every other space a plain one."""
    before, after = (" " if end == " " else "" for end in (text[:1], text[1:][-1:]))
    return f"{before}{formats.unparted(isolated(text))}{after}"


def _run(run: Run) -> str:
    words = "<br>".join(map(_line, run.text.split("\n")))
    tag = _TAGS.get(run.emphasis)
    shaped = f"<{tag}>{words}</{tag}>" if tag else words
    return f'<a href="#{html(run.target)}">{shaped}</a>' if run.target else shaped
