"""Ranges, quarters and days stand on one line where they are read, and days are in words."""

import re

import pytest

from tests import answers
from tests.page import Element

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module", params=["nl", "en"])
def page(request: pytest.FixtureRequest) -> Element:
    return answers.page("--lang", request.param)


def test_a_range_in_a_heading_is_whole(page: Element) -> None:
    for name in ("h-first", "h-costs"):
        heading = page.by_id(name)
        ranges = re.findall(r"\d–\d", heading.words)
        whole = " ".join(each.words for each in heading.with_class("unparted"))
        assert ranges
        assert all(each in whole for each in ranges)


@pytest.mark.parametrize(
    ("section", "parted"),
    [
        ("calendar", re.compile(r"\d (?:[a-z]+|[A-Z][a-z]+) \d{4}$")),
        ("timeline", re.compile(r"Q[1-4] \d{4}")),
        ("ambitions", re.compile(r"\(.*\d (?:[a-z]+|[A-Z][a-z]+) \d{4}.*\)")),
    ],
)
def test_a_quarter_or_day_is_whole(page: Element, section: str, parted: re.Pattern[str]) -> None:
    cells = [cell.text for tag in ("td", "th") for cell in page.by_id(section).all(tag)]
    assert any(NO_BREAK in text for text in cells)
    assert [text for text in cells if parted.search(text)] == []


def test_no_day_is_written_for_programs(page: Element) -> None:
    assert re.findall(r"\d{4}-\d\d-\d\d", page.by_id("direction").words) == []
