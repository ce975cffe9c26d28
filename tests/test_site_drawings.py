"""The drawings of the page: what waits for what, and when all runs, as the words beside them say."""

import json
import re
from datetime import date
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icteregie.render.site.dumbbell import Scale, sparkline
from icteregie.render.site.pieces import MOST_DRAWN, pieces
from tests import answers, desk
from tests.drawn_page import Graph, graph
from tests.geometry import Ends, Point, boxes_that_meet, crossings, lines_through_boxes, overlaps
from tests.page import Element


def written(root: Path, *words: str) -> Element:
    return answers.page(*words, root=root)


def graphs(page: Element) -> list[Graph]:
    return [graph(svg) for svg in page.with_class("graph")]


def waiting(page: Element) -> dict[tuple[str, str], str]:
    """Read the table: what comes first and what waits for it, with the slack in words."""
    rows = page.by_id("waiting").all("tr")[1:]
    links = [[link.attributes["href"].removeprefix("#i-") for link in row.all("a")] for row in rows]
    return {(on, name): row.all("td")[-1].words for (name, on), row in zip(links, rows, strict=True)}


@pytest.fixture(scope="module", params=["nl", "en"])
def page(request: pytest.FixtureRequest) -> Element:
    return written(desk.EXAMPLE, "--lang", request.param)


# What waits for what, in the example.


def test_every_row_of_the_table_is_an_arrow_and_the_other_way_round(page: Element) -> None:
    arrows = [ends for drawn in graphs(page) for ends in drawn.arrows]
    assert sorted(arrows) == sorted(waiting(page))


def test_what_is_late_has_its_days_on_the_arrow_and_nothing_else_has(page: Element) -> None:
    labels = {ends: text for drawn in graphs(page) for ends, text in drawn.labels.items()}
    late = {
        ends: re.findall(r"\d+", text)[0]
        for ends, text in waiting(page).items()
        if text.lstrip().startswith("▲") and re.search("te laat|late", text)
    }
    assert late == {("api-ontsluiting", "verwerkingenlogging"): "122"}
    ideas = [ends for ends, text in waiting(page).items() if "▲" in text and re.search("idee|idea", text)]
    assert ideas == [("inkomen-bij-de-bron", "minimaregelingen-proactief")]
    assert {ends: re.findall(r"\d+", text)[0] for ends, text in labels.items()} == late


def test_no_arrows_of_the_example_cross_or_lie_over_each_other(page: Element) -> None:
    assert [crossings(drawn.arrows) for drawn in graphs(page)] == [[], []]
    assert [overlaps(drawn.arrows) for drawn in graphs(page)] == [[], []]


def test_no_arrow_goes_through_a_box_and_no_boxes_meet(page: Element) -> None:
    for drawn in graphs(page):
        assert lines_through_boxes(drawn.boxes, drawn.arrows) == []
        assert boxes_that_meet(drawn.boxes) == []


def turned(drawn: Graph) -> list[Ends]:
    """List the arrows that go back somewhere."""
    axis = int(drawn.is_down)
    every = drawn.arrows.items()
    return [ends for ends, points in every if any(b[axis] < a[axis] for a, b in pairwise(points))]


def test_every_arrow_leads_down(page: Element) -> None:
    assert [(drawn.is_down, turned(drawn)) for drawn in graphs(page)] == [(True, []), (True, [])]


def test_an_arrow_that_is_planted_to_go_back_is_found() -> None:
    back: dict[Ends, tuple[Point, ...]] = {("a", "b"): ((0, 0), (9, 0), (9, 5), (4, 5))}
    assert turned(Graph({}, {}, back, {})) == [("a", "b")]


WIDE, HIGH = 953, 725
"""What is left beside the contents at 1280 pixels, and what A4 landscape holds under a heading in 8 points.

The page is 180 mm or 680 pixels high, of which 35 are the heading; letters of 12 pixels are 8 points at 89 %.
"""


def too_large(page: Element) -> list[tuple[int, int]]:
    sizes = [
        (int(svg.attributes["width"]), int(svg.attributes["height"])) for svg in page.with_class("graph")
    ]
    return [(width, height) for width, height in sizes if width > WIDE or height > HIGH]


def test_every_drawing_fits_on_a_screen_and_on_paper(page: Element) -> None:
    assert too_large(page) == []


def test_a_chain_of_many_is_divided_until_it_fits(tmp_path: Path) -> None:
    files = {
        f"i{number}": desk.initiative(title="Een titel van enige lengte die over regels loopt " * 2,
                                      depends_on=f"[i{number - 1}]" if number else None)
        for number in range(20)
    }  # fmt: skip
    found = written(desk.portfolio(tmp_path, files))
    assert too_large(found) == []
    assert sorted(ends for drawn in graphs(found) for ends in drawn.arrows) == sorted(waiting(found))


def test_what_one_thing_waits_for_stays_in_one_drawing_however_wide(tmp_path: Path) -> None:
    files = {f"i{number}": desk.initiative() for number in range(4)}
    files["all"] = desk.initiative(depends_on="[i0, i1, i2, i3]")
    (drawn,) = graphs(written(desk.portfolio(tmp_path, files)))
    assert len(drawn.arrows) == 4


def outside(drawn: Graph) -> list[str]:
    return [
        text
        for name, texts in drawn.texts.items()
        for (left, top, right, bottom), text in texts
        if left < drawn.boxes[name][0]
        or top < drawn.boxes[name][1]
        or right > drawn.boxes[name][2]
        or bottom > drawn.boxes[name][3]
    ]


def test_every_text_is_within_its_box(page: Element) -> None:
    assert [outside(drawn) for drawn in graphs(page)] == [[], []]


def test_a_text_that_is_planted_outside_its_box_is_found() -> None:
    drawn = Graph({"a": (0, 0, 50, 40)}, {"a": [((40, 10, 60, 20), "buiten")]}, {}, {})
    assert outside(drawn) == ["buiten"]


def test_a_box_links_to_its_card_and_has_the_whole_title(page: Element) -> None:
    for link in page.with_class("graph")[0].all("a"):
        name = link.attributes["href"].removeprefix("#i-")
        assert link.all("title")[0].text == page.by_id(f"t-{name}").text
        assert link.attributes["tabindex"] == "-1"


def test_the_drawing_has_a_name_and_a_description_in_words(page: Element) -> None:
    names = []
    for svg in page.with_class("graph"):
        assert svg.attributes["role"] == "group"
        name, description = (
            page.by_id(svg.attributes[f"aria-{each}"]).text for each in ("labelledby", "describedby")
        )
        names.append((re.findall(r"\d+", name), re.findall(r"\d+", description)))
    assert names == [(["17"], ["17", "1"]), (["7"], ["4"])]


def test_what_waits_for_nothing_is_counted_and_not_drawn(page: Element) -> None:
    notes = [each.words for each in page.by_id("waiting").with_class("note")]
    assert sum(len(drawn.boxes) for drawn in graphs(page)) == 24
    assert [re.findall(r"\d+", note) for note in notes[1:]] == [["11"], ["2027"]]


# Portfolios of our own.


def test_what_waits_in_a_circle_is_named_and_not_drawn(tmp_path: Path) -> None:
    files = {
        "access": desk.initiative(title="Toegang", depends_on="[letters]"),
        "letters": desk.initiative(title="Brieven", depends_on="[access]"),
        "portal": desk.initiative(title="Portaal", depends_on="[income]"),
        "income": desk.initiative(title="Inkomen"),
    }
    found = written(desk.portfolio(tmp_path, files))
    (drawn,) = graphs(found)
    assert set(drawn.arrows) == {("income", "portal")}
    assert ("access", "letters") in waiting(found)
    notes = [each.words for each in found.by_id("waiting").with_class("note")]
    assert notes[1].startswith("Niet getekend, want ze wachten in een kring op elkaar: ")
    assert "Toegang" in notes[1]
    assert "Brieven" in notes[1]


@pytest.mark.parametrize(
    "title",
    [
        "Arbeidsongeschiktheidsverzekeringsmaatschappijen en uitkeringsinstanties gaan samen verder met iets",
        "\u05d0\u05d1\u05d2 (abc) 1 > 2 \u05d0\u05d1\u05d2 \u05d0\u05d1\u05d2 \u05d0\u05d1\u05d2",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "<text x='0'>&amp; ]]> --> \"'",
        "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    ],
)
def test_any_title_stays_within_its_box_and_is_whole_in_its_title(tmp_path: Path, title: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    files = {"access": desk.initiative(title=quoted, depends_on="[income]"), "income": desk.initiative()}
    found = written(desk.portfolio(tmp_path, files))
    (drawn,) = graphs(found)
    assert outside(drawn) == []
    (link,) = found.with_class("graph")[0].all("a", href="#i-access")
    assert link.all("title")[0].text == title
    first = link.all("text")[0]
    assert (first.attributes.get("direction") == "rtl") is title.startswith("\u05d0")


def many(count: int) -> dict[str, str]:
    """Write initiatives in two domains, each waiting for the one a few before it."""
    return {
        f"i{number}": desk.initiative(
            title=f"Initiatief nummer {number} met een titel",
            domain="access" if number % 2 else "income",
            depends_on=f"[i{number - 2}]" if number % 14 > 1 else None,
        )
        for number in range(count)
    }


def test_more_than_can_be_read_is_drawn_by_domain_and_every_arrow_once(tmp_path: Path) -> None:
    found = written(desk.portfolio(tmp_path, many(120)))
    drawn = graphs(found)
    headings = [each.words for each in found.by_id("waiting").all("h3")]
    assert headings == [
        f"{name}, deel {number} van {len(drawn) // 2}"
        for name in ("Inkomen", "Toegang")
        for number in range(1, len(drawn) // 2 + 1)
    ]
    assert max(len(each.boxes) for each in drawn) <= MOST_DRAWN
    arrows = [ends for each in drawn for ends in each.arrows]
    assert sorted(arrows) == sorted(waiting(found))


@given(st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda pair: pair[0] < pair[1])))
def test_pieces_hold_every_arrow_once_and_few_enough(pairs: set[tuple[int, int]]) -> None:
    ends = [(f"n{a}", f"n{b}") for a, b in sorted(pairs)]
    made = list(pieces(ends, 6))
    assert sorted(each for piece in made for each in piece) == sorted(ends)
    assert [piece for piece in made if len({name for pair in piece for name in pair}) > 6] == []


def test_six_hundred_are_drawn_with_every_arrow(tmp_path: Path) -> None:
    found = written(desk.portfolio(tmp_path, many(600)))
    assert sum(len(each.arrows) for each in graphs(found)) == 600 - 2 * -(-600 // 14)


# When all runs.


def rows(page: Element) -> dict[str, Element]:
    every = [row for row in page.by_id("timeline").all("tr") if row.all("a")]
    return {row.all("a")[0].attributes["href"].removeprefix("#i-"): row for row in every}


def stretches(row: Element) -> list[tuple[str, str, str]]:
    """Read the bars of a row: what each is, where it begins and how wide it is."""
    return [
        (each.attributes["class"], each.attributes["x"], each.attributes["width"]) for each in row.all("rect")
    ]


DEADLINE = "{kind: contractual, basis: contract, deadline: 2027-08-15}"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Element:
    files = {
        "access": desk.initiative(title="Toegang", domain="access", period="{start: 2027-Q1, end: 2027-Q2}"),
        "letters": desk.initiative(
            title="Brieven", domain="income", period="{start: 2027-Q3, end: 2027-Q4}", obligation=DEADLINE
        ),
        "portal": desk.initiative(title="Portaal", period="{start: 2027-Q4, end: 2031-Q1}"),
        "later": desk.initiative(title="Later", period=None),
        "idea": desk.initiative(title="Idee", agenda=None, status="idea"),
    }
    return written(desk.portfolio(tmp_path_factory.mktemp("planned"), files))


def test_a_bar_reaches_over_the_quarters_of_its_period(planned: Element) -> None:
    # The axis runs from the first quarter of 2027 to the last of 2029: twelve quarters.
    assert stretches(rows(planned)["access"]) == [("plan", "0.00%", "16.67%")]


def test_what_is_after_the_deadline_is_a_part_of_its_own_with_its_days_in_words(planned: Element) -> None:
    row = rows(planned)["letters"]
    # Of the 92 days of the third quarter 46 are up to and including 15 August.
    assert stretches(row) == [("plan", "16.67%", "4.17%"), ("late", "20.83%", "12.50%")]
    assert row.all("td")[2].words == "15 augustus 2027 ▲ 138 dagen te laat"


def test_a_plan_that_goes_on_beyond_the_axis_points_there(planned: Element) -> None:
    row = rows(planned)["portal"]
    assert stretches(row) == [("plan", "25.00%", "75.00%")]
    assert [each.attributes["x"] for each in row.with_class("beyond")] == ["100.00%"]
    assert row.all("td")[1].words == "Q4 2027–Q1 2031"


def test_the_words_of_a_period_are_its_quarters(planned: Element) -> None:
    assert rows(planned)["access"].all("td")[1].words == "Q1–Q2 2027"


def test_rows_stand_by_domain_and_what_has_none_is_last(planned: Element) -> None:
    every = [row.all("th")[0].words for row in planned.by_id("timeline").all("tr")[1:]]
    assert every == ["Toegang", "Toegang", "Inkomen", "Brieven", "zonder domein", "Portaal"]


def test_the_heading_says_how_many_run_and_when_the_most(planned: Element) -> None:
    assert planned.by_id("h-timeline").words == "In 2027 lopen 3 initiatieven, de meeste in Q4: 2"


def test_what_is_not_drawn_is_said(planned: Element) -> None:
    notes = [each.words for each in planned.by_id("timeline").with_class("note")]
    assert notes[0].startswith("Niet getekend, want zonder einde: ")
    assert "Later" in notes[0]
    assert notes[1] == "Niet getekend: 1 initiatief dat niet op deze agenda staat en niet loopt."


def test_the_borders_of_the_year_and_today_stand_behind_every_row(planned: Element) -> None:
    grid = planned.by_id("timeline-grid")
    borders = [each.attributes["x1"] for each in grid.all("line") if each.attributes["class"] == "year"]
    assert borders == ["0.00%", "33.33%"]
    uses = [each.attributes["href"] for row in rows(planned).values() for each in row.all("use")]
    assert uses == ["#timeline-grid"] * 3


def test_an_end_that_moved_stands_beside_the_one_that_was_agreed() -> None:
    row = rows(written(desk.EXAMPLE, "--lang", "nl"))["avs-afbouw"]
    assert row.all("td")[1].words == "Q1 2026–Q1 2027 afgesproken: Q4 2026"
    assert [each[0] for each in stretches(row)] == ["plan", "past", "agreed"]


def test_without_an_end_anywhere_there_is_a_sentence_and_no_drawing(tmp_path: Path) -> None:
    found = written(desk.portfolio(tmp_path, {"access": desk.initiative(period=None)}))
    section = found.by_id("timeline")
    assert section.all("table") == []
    assert found.by_id("h-timeline").words == "Geen initiatief heeft een periode"


def test_what_stands_behind_every_row_is_styled_by_itself(page: Element) -> None:
    # It is drawn elsewhere and used by reference, where a style that names what is around it doesn't apply.
    (style,) = page.all("style")
    for each in page.by_id("timeline-grid").every[1:]:
        assert f"}}\n{each.tag}.{each.attributes['class']}{{" in style.text


# How it goes.


def progress(page: Element) -> dict[str, Element]:
    every = page.by_id("progress").all("tr")[1:]
    return {row.all("a")[0].attributes["href"].removeprefix("#i-"): row for row in every}


def state(*words: str) -> dict[str, dict[str, Any]]:
    rows = json.loads(answers.written("status", "--format", "json", *words))["rows"]
    return {row["id"]: row for row in rows}


def place(value: int, least: int, most: int) -> str:
    part = Fraction((value - least) * 10_000, most - least) + Fraction(1, 2)
    return f"{int(part) // 100}.{int(part) % 100:02d}%"


def dots(row: Element, kind: str) -> list[str]:
    return [each.attributes["cx"] for each in row.all("circle", **{"class": kind})]


def test_money_is_a_ring_at_what_was_adopted_and_a_dot_at_what_is_foreseen(page: Element) -> None:
    rows = state()
    most = max(max(row["one_off"], row["adopted_one_off"]) for row in rows.values())
    for name, row in progress(page).items():
        adopted, now = (place(rows[name][key], 0, most) for key in ("adopted_one_off", "one_off"))
        assert (dots(row, "adopted")[1], dots(row, "now")[1]) == (adopted, now)


def test_an_end_that_didnt_move_has_its_dot_in_the_ring_and_no_line(page: Element) -> None:
    rows = state()
    for name, row in progress(page).items():
        ends = {each["end"] for each in rows[name]["ends"]}
        is_moved = dots(row, "adopted")[0] != dots(row, "now")[0]
        assert (len(row.with_class("spark")) == 1) is (len(ends) > 1)
        assert is_moved is (name in ("avs-afbouw", "multitenant")), name


def test_the_words_of_both_colours_stand_beside_each_other_and_say_where_they_differ() -> None:
    found = progress(written(desk.EXAMPLE, "--lang", "nl"))["b2c-keycloak"]
    declared, computed = (cell.words for cell in found.all("td")[2:])
    assert (declared, computed) == ("tijd groen kosten groen", "tijd groen kosten rood (wijkt af)")


def test_an_end_that_moved_says_when_what_was_foreseen() -> None:
    found = progress(written(desk.EXAMPLE, "--lang", "nl"))["avs-afbouw"]
    text = found.all("td")[0].words
    assert text.startswith("feb 2027, vastgesteld op Q4 2026 Voorzien einde per datum: ")
    assert text.endswith(": 9 oktober 2025: Q4 2026; 1 september 2026: feb 2027.")


def test_steps_go_up_where_the_end_moved_later() -> None:
    first, later = date(2026, 4, 9), date(2026, 9, 10)
    days = Scale(first.toordinal(), later.toordinal())
    drawn = sparkline([(first, date(2026, 12, 31)), (later, date(2027, 2, 28))], days)
    assert '<path d="M4 16H60V4H60"/>' in drawn
    assert sparkline([(first, later), (later, later)], days) == ""
