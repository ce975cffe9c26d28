"""What the page says in words where it once had an id, a sign or a number that stood alone."""

import pytest

from tests import answers
from tests.page import Element


@pytest.fixture(scope="module")
def page() -> Element:
    return answers.page("--lang", "en")


def test_the_list_marks_what_waits_for_something_that_is_late(page: Element) -> None:
    marked = [
        row.attributes["id"]
        for row in page.by_id("list").all("tr")[1:]
        if "waits-late" in row.attributes["data-matter"].split()
    ]
    assert marked == ["r-verwerkingenlogging"]


def test_ambitions_are_named_by_their_titles(page: Element) -> None:
    text = page.by_id("ambitions").spaced
    assert "Een inwoner hoeft ons niets te vertellen wat wij al weten" in text
    assert "gegevens-bij-de-bron" not in text


def test_an_idea_that_names_an_ambition_is_a_link(page: Element) -> None:
    links = page.by_id("ambitions").all("a", href="#i-europese-werkplek")
    assert [each.words for each in links] == ["Verkenning van een Europese werkplek"]


def test_the_one_team_with_too_few_hours_is_named(page: Element) -> None:
    heading = "In Q3 of 2027 Team Integratie is asked for more hours than it has: 1,940 against 1,800"
    assert page.by_id("h-capacity").words == heading


def test_months_of_one_year_name_it_once(page: Element) -> None:
    row = page.by_id("r-ai-toezicht")
    assert row.with_class("when")[0].words == "Oct–Nov 2027"


def test_the_end_of_a_new_agreement_is_written_as_other_quarters(page: Element) -> None:
    text = page.by_id("decisions").spaced
    assert "new agreement: end Q2 2027" in text
    assert "2027-Q2" not in text


def test_a_date_in_a_sentence_stays_on_one_line(page: Element) -> None:
    (as_of,) = [each for each in page.with_class("facts-line")[0].all("li") if "As of" in each.text]
    assert as_of.text == "As of 24\u00a0September\u00a02026"
