"""Unanswered deadlines on the page: each of ``regie calendar --unanswered``, in its state and its group."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import answers, desk
from tests.answers import written
from tests.landscape_files import landscapes
from tests.page import Element
from tests.test_deadline_list import FILES

TODAY = "2026-09-24"
PASSED = ("calm-day-passed", "notice-day-passed")
STATES = {
    "nl": {
        "De dag zelf is voorbij": "notice-day-passed",
        "De laatste dag om tijdig in te dienen is voorbij": "calm-day-passed",
        "Dit seizoen in te dienen": "this-season",
        "Komt eraan: dit seizoen hoeft er nog niets te worden ingediend": "coming",
    },
    "en": {
        "The day itself has passed": "notice-day-passed",
        "The last day to submit on time has passed": "calm-day-passed",
        "To be submitted this season": "this-season",
        "Coming: nothing has to be submitted this season": "coming",
    },
}
MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": (
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ]
    ),
}


def section(language: str = "nl", *words: str, root: Path = desk.EXAMPLE, day: str = TODAY) -> Element:
    return answers.page("--lang", language, *words, root=root, day=day).by_id("unanswered")


def listed(root: Path = desk.EXAMPLE, day: str = TODAY) -> list[dict[str, Any]]:
    text = written("calendar", "--unanswered", "--format", "json", root=root, day=day)
    found: list[dict[str, Any]] = json.loads(text)["deadlines"]
    return found


def days(text: str, language: str) -> list[str]:
    """Give the days of a text as ISO days, in their order."""
    found = re.findall(rf"(\d+) ({'|'.join(MONTHS[language])}) (\d{{4}})", text.replace("\u00a0", " "))
    return [f"{year}-{MONTHS[language].index(month) + 1:02}-{int(day):02}" for day, month, year in found]


def deadline_rows(page: Element) -> list[Element]:
    return [row for row in page.all("tr") if row.all("td")]


@pytest.fixture(scope="module", params=["example", "made"])
def root(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return desk.EXAMPLE if request.param == "example" else landscapes(tmp_path_factory.mktemp("made"), FILES)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("day", ["2026-06-01", TODAY])
def test_every_deadline_stands_in_its_state(root: Path, language: str, day: str) -> None:
    shown: list[str] = []
    page = section(language, root=root, day=day)
    for heading, table in zip(page.all("h3"), page.all("table"), strict=True):
        shown += [STATES[language][heading.words]] * len(deadline_rows(table))
    assert shown == [each["state"] for each in listed(root, day)]
    assert shown


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("day", ["2026-06-01", TODAY])
def test_every_deadline_has_the_days_of_the_command(root: Path, language: str, day: str) -> None:
    rows = deadline_rows(section(language, root=root, day=day))
    for row, each in zip(rows, listed(root, day), strict=True):
        following = each["next"] or each
        is_ended = each["rule"] == "contract-ended"
        assert (each["end"] if is_ended else following["deadline"]) in days(row.all("th")[0].text, language)
        cell = row.all("td")[1]
        last_day = following["last_day"]
        left = abs((date.fromisoformat(last_day) - date.fromisoformat(day)).days)
        assert days(cell.text, language) == ([] if is_ended else [last_day])
        numbers = re.findall(r"\d+", cell.with_class("small")[0].text)
        assert numbers == ([] if is_ended else [str(left)])
        assert bool(cell.with_class("attention")) == (each["state"] in PASSED)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_can_be_answered_together_stands_together(root: Path, language: str) -> None:
    page = section(language, root=root)
    known = listed(root)
    groups = [row.words for row in page.with_class("together")]
    names = dict.fromkeys((each["state"], each["together"]["name"]) for each in known if each["together"])
    assert len(groups) == len(names)
    shown = ["of-group" in row.attributes.get("class", "") for row in deadline_rows(page)]
    assert shown == [each["together"] is not None for each in known]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_names_it_is_linked(language: str) -> None:
    rows = deadline_rows(section(language))
    for row, each in zip(rows, listed(), strict=True):
        links = [link.attributes["href"].removeprefix("#i-") for link in row.all("a")]
        late = [answer["id"] for answer in each["answers"] if answer["verdict"] == "too-late"][:1]
        named = late or [answer["id"] for answer in each["answers"]]
        assert links == ([each["id"]] if each["about"] == "initiative" else named)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("day", ["2026-03-01", "2026-06-01", TODAY, "2027-06-01"])
def test_the_heading_counts_what_the_command_lists(language: str, day: str) -> None:
    known = listed(day=day)
    shown = section(language, day=day).by_id("h-unanswered").words
    counts = [
        len(known),
        sum(each["state"] in PASSED for each in known),
        sum(each["state"] == "this-season" for each in known),
    ]
    assert list(map(int, re.findall(r"\d+", shown))) == [count for count in counts if count]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_first_screen_says_how_many_wait_as_the_section_does(language: str) -> None:
    page = answers.page("--lang", language)
    (link,) = [
        each
        for each in page.with_class("besides")[0].all("a")
        if each.words == page.by_id("h-unanswered").words
    ]
    assert link.attributes["href"] == "#unanswered"


def test_what_is_past_its_day_is_on_the_first_screen_outside_the_season(tmp_path: Path) -> None:
    page = answers.page("--lang", "en", day="2026-12-20")
    (link,) = page.with_class("besides")[0].all("a", href="#unanswered")
    assert "the last day to submit has passed" in link.words


def test_the_first_screen_says_nothing_when_nothing_is_due_this_season(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()})
    page = answers.page(root=root)
    assert [each for each in page.all("a") if each.attributes["href"] == "#unanswered"] == [
        *page.all("nav")[0].all("a", href="#unanswered")
    ]


# What there is nothing of, and what isn't for everyone.


def test_without_any_it_says_so_and_of_whom_nothing_is_known(tmp_path: Path) -> None:
    page = section(root=desk.portfolio(tmp_path, {"access": desk.initiative()}))
    assert page.by_id("h-unanswered").words == "Geen uiterste datum wacht op een antwoord, voor zover bekend"
    assert [each.words for each in page.all("p")] == [
        (
            "Er zijn geen uiterste datums die snel een antwoord vragen. Niet beoordeeld: er is geen "
            "applicatielandschap van Amsterdam, Rotterdam, Den Haag en Utrecht."
        )
    ]
    assert page.all("table") == []


@pytest.mark.parametrize("needle", ["Peilstok, Den Haag", "85 dagen voorbij", "Samen op te pakken"])
def test_a_public_page_has_no_deadline_without_an_answer(needle: str) -> None:
    assert needle in written("site", "--lang", "nl")
    assert needle not in written("site", "--lang", "nl", "--public")


def test_a_public_calendar_has_no_last_day_of_what_nothing_answers() -> None:
    kinds = {each["kind"] for each in json.loads(written("calendar", "--format", "json"))["rows"]}
    assert "last-day" in kinds
    word = "laatste dag om tijdig in te dienen"
    shown = answers.page("--lang", "nl").by_id("calendar").words
    public = answers.page("--lang", "nl", "--public").by_id("calendar").words
    assert (word in shown, word in public) == (True, False)


def test_a_landscape_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    page = section(root=landscapes(tmp_path, {"utrecht": "as_of: 2026-09-01\napplications: [\n"}))
    assert "landscape/utrecht.yaml" in page.all("p")[0].words


# Hostile names.

TURNING = "\u05d0\u05d1\u05d2 (abc) 1 > 2 <b>"


def test_names_are_shown_letter_by_letter_and_turn_nothing(tmp_path: Path) -> None:
    files = {
        "amsterdam": (
            "as_of: 2026-09-01\napplications:\n"
            f"  a: {{product: '{TURNING}', stage: in-use, supplier: '{TURNING}', components: [],"
            " contract: {end: 2027-12-31}}\n"
            f"  b: {{product: Ander, stage: in-use, supplier: '{TURNING}', components: [],"
            " contract: {end: 2027-12-31}}\n"
        )
    }
    page = section(root=landscapes(tmp_path, files))
    turned = [each.text for each in page.all("bdi")]
    assert turned == [TURNING, TURNING]
    assert page.all("b") == []
    (group,) = page.with_class("together")
    assert group.words == f"Samen op te pakken, bij leverancier {TURNING}:"


def test_the_cells_of_a_group_name_it_as_their_head(root: Path) -> None:
    shown = answers.page(root=root)
    heads = {head.attributes["id"] for row in shown.with_class("together") for head in row.all("th")}
    cells = [cell for row in shown.with_class("of-group") for cell in (*row.all("th"), *row.all("td"))]
    assert {each.attributes["headers"].split()[0] for each in cells} == heads
    known = {each.attributes["id"] for each in shown.every if "id" in each.attributes}
    assert [each for each in cells if not known.issuperset(each.attributes["headers"].split())] == []
