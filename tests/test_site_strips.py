"""The strips of the page: what is past, what is late and by how much, and what lies beyond an axis."""

from pathlib import Path

import pytest

from tests import answers, desk
from tests.page import Element


def written(root: Path, *words: str) -> Element:
    return answers.page(*words, root=root)


@pytest.fixture(scope="module")
def dutch() -> Element:
    return written(desk.EXAMPLE, "--lang", "nl")


def row(page: Element, section: str, name: str, at: int = 0) -> Element:
    """Give a row of a section by the initiative that it is about, the one at a place where it has several."""
    every = [each for each in page.by_id(section).all("tr") if each.all("a", href=f"#i-{name}")]
    return every[at]


def stretches(row: Element) -> list[tuple[str, str, str]]:
    return [
        (each.attributes["class"], each.attributes["x"], each.attributes["width"]) for each in row.all("rect")
    ]


def labels(row: Element) -> list[tuple[str, str, str]]:
    """Give the texts of a drawing, with where each is and how it is anchored."""
    return [(each.words, each.attributes["x"], each.attributes["text-anchor"]) for each in row.all("text")]


# The timeline.


def test_of_what_has_begun_the_time_that_is_past_is_filled(dutch: Element) -> None:
    # The axis is 2026 and on; of the third quarter of 2026 85 of the 92 days are before 24 September.
    drawn = stretches(row(dutch, "timeline", "multitenant"))
    assert [each[:2] for each in drawn if each[0] == "past"] == [("past", "0.00%")]


def test_of_what_has_not_begun_nothing_is_filled(dutch: Element) -> None:
    kinds = [each[0] for each in stretches(row(dutch, "timeline", "afsprakensysteem"))]
    assert "past" not in kinds


def test_what_its_chain_makes_late_has_a_late_part_from_the_deadline_on(dutch: Element) -> None:
    drawn = row(dutch, "timeline", "ai-toezicht")
    assert drawn.all("td")[2].words == "2 december 2027 ▲ 90 dagen te laat"
    assert [each[0] for each in stretches(drawn)] == ["plan", "late"]


# The deadlines.


def test_the_days_late_are_written_at_the_late_part(dutch: Element) -> None:
    drawn = row(dutch, "deadlines", "ai-toezicht")
    (late,) = [each for each in stretches(drawn) if each[0] == "late"]
    # Of the 456 days of the strip it is days 336 to 426: their middle is day 381.
    assert late == ("late", "73.68%", "19.74%")
    assert labels(drawn) == [("▲ 90 dagen", "83.55%", "middle")]


def test_a_deadline_beyond_the_strip_is_an_arrow_with_its_day(dutch: Element) -> None:
    drawn = row(dutch, "deadlines", "b2c-keycloak", at=1)
    assert labels(drawn) == [("31 mei 2030", "100.00%", "end")]
    assert [each.attributes["x"] for each in drawn.with_class("mark")] == ["100.00%"]


def test_a_deadline_before_the_strip_says_its_day_and_the_days_late(tmp_path: Path) -> None:
    files = {
        "letters": desk.initiative(
            period="{start: 2026-12, end: 2027-01}",
            obligation="{kind: contractual, basis: contract, deadline: 2026-12-21}",
        )
    }
    drawn = row(written(desk.portfolio(tmp_path, files)), "deadlines", "letters")
    assert labels(drawn) == [("21 december 2026 · ▲ 41 dagen", "0.00%", "start")]


def test_a_late_part_at_the_end_has_its_days_within_the_strip(tmp_path: Path) -> None:
    files = {
        "letters": desk.initiative(
            period="{start: 2027-10, end: 2028-03}",
            obligation="{kind: contractual, basis: contract, deadline: 2028-03-01}",
        )
    }
    drawn = row(written(desk.portfolio(tmp_path, files)), "deadlines", "letters")
    assert labels(drawn) == [("▲ 30 dagen", "100.00%", "end")]
