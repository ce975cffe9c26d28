"""What made somebody who saw the page for the first time stumble, and what it says there now."""

import pytest

from tests import desk
from tests.page import Element, read

DAY = ("--today", "2026-09-24")


@pytest.fixture(scope="module")
def page() -> Element:
    done = desk.regie("site", "-C", desk.EXAMPLE, *DAY, "--lang", "en")
    assert done.returncode == 0
    return read(done.stdout)


def test_what_a_way_out_differs_from_is_said_before_the_first_one(page: Element) -> None:
    words = page.by_id("choices").words
    assert words.index("Difference from the list as submitted") < words.index("A1")


def test_the_bar_of_all_members_together_is_not_taken_for_one_on_their_scale(page: Element) -> None:
    assert "The bar of Together has a scale of its own." in page.by_id("main").with_class("cities")[0].words


def test_decisions_and_initiatives_that_are_decided_on_are_told_apart(page: Element) -> None:
    asked = page.by_id("asked").words
    assert "10 decisions are asked" in asked
    assert "25 initiatives are decided on: 16 are yours" in asked


def test_the_heading_of_deadlines_says_what_it_does_not_count(page: Element) -> None:
    deadlines = page.by_id("deadlines").words
    assert "1 of the 7 deadlines is missed" in deadlines
    assert "the heading doesn't count those" in deadlines
