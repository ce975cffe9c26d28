"""What waits for what on paper: cut so that it can be read, and no word parts in a box."""

import re
from pathlib import Path

import pytest

from tests import desk

LETTERS = 8.25
"""Points of the letters of a drawing at its own size."""
PAGES = ((160, 215), (247, 138))
"""Width and height in millimetres of what a page of A4 has for a drawing, upright and turned."""
MM = 25.4 / 96


def drawings(root: Path, language: str = "nl") -> list[str]:
    done = desk.regie("agenda", "-C", root, "--year", "2027", "--lang", language, "--format", "html")
    assert done.returncode == 0, done.stderr
    return re.findall(r"<svg.*?</svg>", done.stdout, re.DOTALL)


def points(svg: str) -> float:
    """Give the size of the letters of a drawing on the page where it is largest."""
    size = re.search(r'width="(\d+)" height="(\d+)"', svg)
    assert size
    width, height = (int(each) * MM for each in size.groups())
    return LETTERS * min(1, max(min(page[0] / width, page[1] / height) for page in PAGES))


def test_letters_in_drawings_are_8_points_or_more() -> None:
    assert [svg[:80] for svg in drawings(desk.EXAMPLE) if points(svg) < 8] == []


def star(count: int) -> dict[str, str]:
    """Write a fan: all but the first wait for it."""
    waits = {
        f"i-{number}": desk.initiative(
            title=f"Gemeenschappelijke klantcontactvoorziening {number}",
            depends_on="[i-0]",
            period="{start: 2027-Q3, end: 2027-Q4}",
        )
        for number in range(1, count)
    }
    first = desk.initiative(title="Eerst dit", period="{start: 2027-Q1, end: 2027-Q1}")
    return {"i-0": first, **waits}


def test_a_large_fan_is_cut_and_loses_no_line(tmp_path: Path) -> None:
    graphs = [
        svg for svg in drawings(desk.portfolio(tmp_path, star(30))) if "<polyline" in svg and "M" in svg
    ]
    heads = sum(len(re.findall(r'<path d="M', svg)) for svg in graphs)
    assert heads == 29
    assert [points(svg) for svg in graphs if points(svg) < 8] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "tekeningen, zodat elk op een bladzijde past"), ("en", "drawings, so that each fits on a page")],
)
def test_a_cut_map_says_so(tmp_path: Path, language: str, words: str) -> None:
    root = desk.portfolio(tmp_path, star(30))
    done = desk.regie("agenda", "-C", root, "--year", "2027", "--lang", language, "--format", "html")
    assert words in done.stdout


def test_a_long_word_of_a_title_stays_whole(tmp_path: Path) -> None:
    text = "".join(drawings(desk.portfolio(tmp_path, star(2))))
    assert ">klantcontactvoorziening" in text


def test_a_box_has_no_id(tmp_path: Path) -> None:
    assert "i-1" not in "".join(drawings(desk.portfolio(tmp_path, star(2))))


def test_each_drawing_of_a_cut_map_has_words_of_its_own(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, star(30))
    done = desk.regie("agenda", "-C", root, "--year", "2027", "--lang", "en", "--format", "html")
    words = [
        each
        for each in re.findall(r'role="img" aria-label="([^"]*)"', done.stdout)
        if each.startswith("Dependencies")
    ]
    assert len(words) > 1
    assert [each.rpartition("(")[2] for each in words] == [
        f"{number} of {len(words)})" for number, _ in enumerate(words, 1)
    ]
