"""A drawing of a paper as a picture: its size, its dots an inch, and what may not enter it."""

import re
import struct
from datetime import date

import pytest
import typst

from icteregie.render.graph.gantt import Bar
from icteregie.render.paper.drawings.shapes import drawing, text
from icteregie.render.paper.drawings.timeline import timelines
from icteregie.render.paper.paper import Drawing
from icteregie.render.paper.pdf.drawing import png
from tests.papers import read


def svg(width: int, height: int, body: str = "") -> str:
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'


def size_of(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_drawing_has_300_dots_an_inch() -> None:
    assert size_of(png(svg(192, 96))) == (600, 300)


def test_a_drawing_is_scaled_to_a_page_in_landscape() -> None:
    assert size_of(png(svg(9600, 96))) == (3154, 32)


def test_a_drawing_is_the_same_bytes_twice() -> None:
    drawn = svg(192, 96, '<text x="10" y="40">€ 1.000</text>')
    assert png(drawn) == png(drawn)


def test_a_file_that_a_drawing_names_is_not_read() -> None:
    with pytest.raises(typst.TypstError, match="failed to load linked image"):
        png(svg(192, 96, '<image href="/etc/hostname" width="10" height="10"/>'))


def test_what_no_font_has_is_drawn_as_its_code() -> None:
    shown, coded = (svg(192, 96, f'<text x="10" y="40">{words}</text>') for words in ("漢", r"\u6f22"))
    assert png(shown) == png(coded)


def test_a_cross_is_drawn_as_the_cross_that_the_fonts_have() -> None:
    shown, other = (svg(192, 96, f'<text x="10" y="40">{words}</text>') for words in "✕×")
    assert png(shown) == png(other)


def test_a_drawing_is_scaled_to_an_upright_page() -> None:
    assert size_of(png(svg(96, 9600))) == (32, 3154)


def test_a_drawing_has_letters_without_serifs() -> None:
    pdf = read(Drawing(drawing(300, 40, text(4, 20, "▲ 122 dagen te laat", 11)), "Te laat"))
    fonts = {
        str(font["/BaseFont"].partition("+")[2]) for font in pdf.pages[0]["/Resources"]["/Font"].values()
    }
    assert "BitstreamVeraSans-Roman" in {name.removesuffix("-Identity-H") for name in fonts}


def test_a_title_in_the_planning_takes_a_second_line_before_it_is_cut() -> None:
    bar = Bar(
        "Waar staat mijn aanvraag? Statusinformatie in de Mijn-omgeving",
        "Dienstverlening",
        date(2027, 1, 1),
        date(2027, 6, 30),
        is_critical=False,
    )
    (drawn,) = timelines([bar])
    texts = re.findall(r">([^<>]+)</text>", drawn)
    assert texts[-2:] == ["Waar staat mijn aanvraag? Statusinformatie in", "de Mijn-omgeving"]
