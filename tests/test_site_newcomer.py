"""What made somebody who saw the page for the first time stumble, and what it says there now."""

import re
import shutil
from pathlib import Path

import pytest

from tests import answers, desk
from tests.page import Element


@pytest.fixture(scope="module")
def page() -> Element:
    return answers.page("--lang", "en")


def test_what_a_way_out_differs_from_is_said_before_the_first_one(page: Element) -> None:
    words = page.by_id("choices").words
    assert words.index("the difference from the first") < words.index("A1")


def test_the_bar_of_all_members_together_is_not_taken_for_one_on_their_scale(page: Element) -> None:
    assert "The bar of Together has a scale of its own." in page.by_id("main").with_class("cities")[0].words


def test_decisions_and_initiatives_that_are_decided_on_are_told_apart(page: Element) -> None:
    asked = page.by_id("asked").words
    assert "10 decisions are asked" in asked
    assert "25 initiatives are decided on: 16 are yours" in asked


def test_the_heading_of_deadlines_says_what_it_does_not_count(page: Element) -> None:
    deadlines = page.by_id("deadlines").words
    assert "1 of the 7 statutory and contractual deadlines on this agenda will be missed" in deadlines
    assert "the heading doesn't count those" in deadlines


BOTH = pytest.mark.parametrize("language", ["nl", "en"])


@pytest.fixture(scope="module")
def tight(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Element]:
    """Give the pages of the example with less budget, and with another body that decides on one proposal."""
    root = shutil.copytree(desk.EXAMPLE, tmp_path_factory.mktemp("tight") / "agenda")
    partnership = root / "regie.yaml"
    text = partnership.read_text("utf-8").replace("one_off: 6000000", "one_off: 5700000")
    body = "bodies:\n  council: {name: Algemeen bestuur, role: decides}\n"
    partnership.write_text(text.replace("bodies:\n", body), "utf-8")
    path = root / "initiatives/information/woo-lakassistent.yaml"
    path.write_text(re.sub(r"\bdecides: .*", "decides: council", path.read_text("utf-8")), "utf-8")
    return {language: answers.page("--lang", language, root=root) for language in ("nl", "en")}


POINT = {
    "nl": "Tekort op het incidentele budget van 2027: tot € 115.000, zonder de reserveringen",
    "en": "Shortfall in the one-off budget of 2027: up to € 115,000, without the reservations",
}
FIGURE = {
    "nl": (
        "waarvan tot € 180.000 als reservering, besluit op 12 november 2026",
        "▲ Budget (streep) € 5.700.000: van € 295.000 tekort tot € 615.000 over",
    ),
    "en": (
        "of which up to € 180,000 as a reservation, decision on 12 November 2026",
        "▲ Budget (line) € 5,700,000: from € 295,000 short to € 615,000 left",
    ),
}
HEADING = {
    "nl": "25 initiatieven, waarvan 1 als reservering,",
    "en": "25 initiatives, of which 1 as a reservation,",
}
TABLE = {
    "nl": "incidenteel € 180.000 en structureel € 33.000 samen; dat zit wel in de totalen",
    "en": "one-off € 180,000 and recurring € 33,000 together; the totals include it",
}
DECIDED = {
    "nl": "Over 25 initiatieven wordt beslist: 15 zijn aan u, 2 vallen binnen een mandaat, over 1 beslist "
    "Algemeen bestuur en 7 zijn geen keuze",
    "en": "25 initiatives are decided on: 15 are yours, 2 lie within a mandate, Algemeen bestuur decides 1 "
    "and 7 aren't a choice",
}
LATER = {
    "nl": "Daarvan wacht 1 als reservering op een later besluit; bij het vaststellen telt het nog niet mee.",
    "en": (
        "Of these 1 waits as a reservation for a later decision; adopting the agenda doesn't include it yet."
    ),
}


def plain(element: Element) -> str:
    return element.words.replace("\u00a0", " ")


@BOTH
def test_a_shortage_says_whether_it_counts_what_is_reserved(tight: dict[str, Element], language: str) -> None:
    first = tight[language].with_class("first")[0]
    points = [plain(each) for each in first.with_class("open-list")[0].all("li")]
    assert POINT[language] in points
    figure = first.with_class("figure")[0]
    assert tuple(plain(figure.with_class(each)[0]) for each in ("reserved", "left")) == FIGURE[language]


@BOTH
def test_what_is_reserved_is_told_apart_in_the_heading_and_below_the_costs(
    tight: dict[str, Element], language: str
) -> None:
    assert HEADING[language] in plain(tight[language].all("h1")[0])
    assert TABLE[language] in plain(tight[language].by_id("costs"))
    assert LATER[language] in plain(tight[language].by_id("asked"))


@BOTH
def test_whose_decisions_these_are_adds_up(tight: dict[str, Element], language: str) -> None:
    assert DECIDED[language] in plain(tight[language].by_id("asked"))


@pytest.fixture(scope="module")
def pages() -> dict[str, Element]:
    return {language: answers.page("--lang", language) for language in ("nl", "en")}


GRAPHS = {
    "nl": [
        "17 pijlen van waarop wordt gewacht naar wat wacht. 1 komt te laat.",
        "4 pijlen van waarop wordt gewacht naar wat wacht. Niets komt te laat.",
    ],
    "en": [
        "17 arrows from what is waited for to what waits. 1 comes too late.",
        "4 arrows from what is waited for to what waits. Nothing comes too late.",
    ],
}


@BOTH
def test_a_drawing_says_how_many_are_late_as_a_reader_counts(
    pages: dict[str, Element], language: str
) -> None:
    told = [each.all("desc")[0].text for each in pages[language].with_class("graph")]
    assert [re.sub(r" (?:De tabel|The table) [^.]*\.$", "", each) for each in told] == GRAPHS[language]


WAIT = {
    "nl": ("Kan vanaf", "begin wacht op einde", "einde wacht op einde", "1 oktober 2027"),
    "en": ("Possible from", "start waits for end", "end waits for end", "1 October 2027"),
}


@BOTH
def test_the_table_and_the_cards_have_one_word_for_when_a_wait_is_over(
    pages: dict[str, Element], language: str
) -> None:
    heading, start, end, _ = WAIT[language]
    table, card = pages[language].by_id("waiting").all("table")[0], pages[language].by_id("i-api-ontsluiting")
    heads = [each.words for one in card.all("table") for each in one.all("th")]
    assert table.all("thead")[0].all("th")[2].words == heading
    assert heads.count(heading) == 2
    assert {start, end} <= {each.words for each in table.all("span")}
    assert {start, end} <= {each.words for one in card.all("table") for each in one.all("td")}


FACTS = {
    "nl": ("15 juli 2026", "okt 2027 – nov 2027", "Q4 2027", "1.100", "\u2212122"),
    "en": ("15 July 2026", "Oct 2027 – Nov 2027", "Q4 2027", "1,100", "\u2212122"),
}


@BOTH
def test_a_card_has_days_and_numbers_as_the_page_has_them(pages: dict[str, Element], language: str) -> None:
    cards = pages[language].by_id("cards")
    shown = {each.words for tag in ("td", "dd", "th") for each in cards.all(tag)}
    facts = (*FACTS[language], WAIT[language][-1])
    assert [fact for fact in facts if fact not in shown and not any(fact in each for each in shown)] == []
    other = r"[0-9]{4}-[Q0-9-]+(?: – .*)?|-[0-9]+|(?!20[23])[0-9]{4,}"
    assert [each for each in sorted(shown) if re.fullmatch(other, each)] == []


KINDS = {
    "nl": ("begin wacht op einde", "begin wacht op begin", "einde wacht op einde", "einde wacht op begin"),
    "en": ("start waits for end", "start waits for start", "end waits for end", "end waits for start"),
}
LINKS = ("finish-to-start", "start-to-start", "finish-to-finish", "start-to-finish")


@BOTH
@pytest.mark.parametrize("link", LINKS)
def test_a_wait_says_which_end_waits_for_which(tmp_path: Path, language: str, link: str) -> None:
    waits = desk.initiative(
        depends_on=f"[{{on: first, kind: {link}}}]", period="{start: 2027-Q2, end: 2027-Q3}"
    )
    root = desk.portfolio(tmp_path, {"first": desk.initiative(), "second": waits})
    shown = answers.page("--lang", language, root=root)
    told = KINDS[language][LINKS.index(link)]
    assert [each.words for each in shown.by_id("waiting").all("table")[0].with_class("small")] == [told]
    cards = [each.words for each in shown.by_id("cards").all("td") if each.words in KINDS[language]]
    assert cards == [told, told]


@pytest.mark.parametrize("text", ["2027-02-30", "0000-01-01", "2027-13 – 2027-01"])
def test_what_is_no_day_stays_as_its_file_has_it(tmp_path: Path, text: str) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative(summary=f'"{text}"')})
    shown = answers.page("--lang", "nl", root=root)
    assert text in [each.words for each in shown.by_id("cards").all("dd")]
