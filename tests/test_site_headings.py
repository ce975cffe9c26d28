"""The headings of the page as its first reader needs them: the finding, its day and its year."""

from pathlib import Path

import pytest

from tests import answers, desk


def heading(anchor: str, language: str = "nl", root: Path = desk.EXAMPLE, day: str = "2026-09-24") -> str:
    page = answers.page("--lang", language, "--year", "2027", root=root, day=day)
    return page.by_id(anchor).words.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", "1 voorwaarde staat nog open en is niet over de datum"),
        ("en", "1 condition is still open; it isn't overdue"),
    ],
)
def test_a_condition_that_is_in_time_is_said_so(language: str, expected: str) -> None:
    assert heading("h-decisions", language) == expected


def test_a_condition_whose_day_is_past_is_said_so() -> None:
    assert heading("h-decisions", day="2026-12-11") == "1 voorwaarde staat nog open en is over de datum"


def test_the_first_meeting_of_the_calendar_is_named_with_its_body() -> None:
    expected = "Het eerste dat komt: vergadering Innovatieoverleg, op 24 september 2026"
    assert heading("h-calendar") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nl", "vanaf 2029 scheelt dat € 818.000 per jaar"), ("en", "from 2029 on that saves € 818,000 a year")],
)
def test_what_the_agenda_saves_is_said_with_its_first_year(language: str, expected: str) -> None:
    page = answers.page("--lang", language, "--year", "2027")
    assert expected in page.by_id("landscape").words.replace("\xa0", " ")


def test_the_year_from_which_a_move_counts_is_written_as_a_year() -> None:
    words = answers.page("--year", "2027").by_id("landscape").words
    assert ("2.028" in words, "2028" in words) == (False, True)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "nl",
            "90 dagen te laat: klaar op 1 maart 2028 want het wacht op Vastleggen wie welke gegevens inziet",
        ),
        ("en", "90 days late: ready on 1 March 2028 as it waits for Vastleggen wie welke gegevens inziet"),
    ],
)
def test_a_missed_deadline_names_what_it_is_late_by(language: str, expected: str) -> None:
    page = answers.page("--lang", language, "--year", "2027")
    assert expected in page.by_id("deadlines").words.replace("\xa0", " ")


def test_a_deadline_that_the_plan_itself_misses_names_nothing_else(tmp_path: Path) -> None:
    own = "{kind: statutory, basis: Wet, deadline: 2027-03-31}"
    late = desk.initiative(period="{start: 2027-04, end: 2027-06}", obligation=own, depends_on="[eerst]")
    files = {"eerst": desk.initiative(period="{start: 2027-04, end: 2027-09}"), "laat": late}
    root = desk.portfolio(tmp_path, files)
    page = answers.page("--lang", "nl", "--year", "2027", root=root)
    said = page.by_id("deadlines").words.replace("\xa0", " ")
    assert "274 dagen te laat: klaar op 30 december 2027" in said
    assert "want het wacht op" not in said


def test_the_initiatives_that_miss_a_deadline_are_named_above_the_table() -> None:
    section = answers.page("--lang", "nl", "--year", "2027").by_id("deadlines")
    assert section.all("p")[0].words == "Niet gehaald: Menselijk toezicht en vastlegging bij hoog-risico-AI."


def test_red_comes_before_amber_in_the_progress() -> None:
    section = answers.page("--year", "2027").by_id("progress")
    first, *_ = section.all("tbody")[0].all("tr")
    assert "Azure AD B2C eruit" in first.words


def test_a_quality_that_was_called_amber_stands_beside_the_other_colours() -> None:
    section = answers.page("--lang", "nl", "--year", "2027").by_id("progress")
    (row,) = [each for each in section.all("tr") if "BizTalk uit" in each.words]
    assert "kwaliteit oranje" in row.words.replace("\xa0", " ")


def test_what_the_agenda_saves_has_its_sign_before_the_currency() -> None:
    words = answers.page("--lang", "nl", "--year", "2027").by_id("landscape").words
    assert "−€ 818.000" in words.replace("\xa0", " ")
    assert "€ −" not in words.replace("\xa0", " ")


def test_an_amount_that_stays_in_git_is_not_shown_on_the_page() -> None:
    words = answers.page("--lang", "nl", "--year", "2027").by_id("landscape").words
    assert ("niet getoond" in words, "blijft in git" in words) == (True, False)


def test_a_public_page_on_paper_names_nothing_that_it_leaves_out() -> None:
    page = answers.page("--lang", "nl", "--public", "--year", "2027")
    said = " ".join(each.words for each in page.with_class("on-paper"))
    assert "elke kaart ingekort" in said
    assert [word for word in ("bevindingen", "standpunten", "op te schonen", "dossier") if word in said] == []


@pytest.mark.parametrize(
    ("day", "note"), [("2026-11-12", "tot en met 12 november 2026 komt"), ("2026-11-13", "")]
)
def test_the_calendar_is_printed_up_to_the_last_day_of_the_season(day: str, note: str) -> None:
    """Once that is over nothing is left out: else nothing would be printed."""
    part = answers.page("--lang", "nl", "--year", "2027", day=day).by_id("calendar")
    printed = [row.attributes.get("class") != "screen" for row in part.all("tr")[1:]]
    assert (any(printed), all(printed)) == (True, not note)
    assert [note in each.words.replace("\xa0", " ") for each in part.with_class("on-paper")] == [True] * bool(
        note
    )
