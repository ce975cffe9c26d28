"""What a director read wrongly on the page, and what it says there now: one answer to each question."""

import pytest

from tests import answers
from tests.answers import written
from tests.page import Element


@pytest.fixture(scope="module")
def page() -> Element:
    return answers.page("--lang", "nl", "--year", "2027")


@pytest.fixture(scope="module")
def agenda() -> str:
    return written("agenda", "--lang", "nl", "--year", "2027")


def said(part: Element) -> str:
    return " ".join(part.spaced.replace("\xa0", " ").split())


def test_the_margins_of_the_estimates_stand_on_the_first_screen_as_in_the_agenda(
    page: Element, agenda: str
) -> None:
    (margin,) = page.with_class("margin")
    assert "3.595.000 – 7.759.000" in agenda
    assert "€ 3.595.000 – 7.759.000; dat kan boven het budget uitkomen" in said(margin)
    assert "attention" in margin.attributes["class"]


def test_the_line_on_the_bar_is_named(page: Element) -> None:
    lines = [said(each) for each in page.with_class("left")]
    assert lines[0] == "Budget (streep) € 6.000.000: nog € 5.000 – 915.000 vrij"


def test_slack_by_its_own_plan_says_that_what_is_waited_for_is_late_itself(page: Element) -> None:
    rows = [row for row in page.by_id("waiting").all("tr") if "30 dagen speling" in said(row)]
    (row,) = [row for row in rows if "Menselijk toezicht" in said(row)]
    assert "maar waar dit op wacht, is pas op 31 december 2027 klaar" in said(row)


def test_slack_that_holds_has_no_such_sentence(page: Element) -> None:
    rows = [row for row in page.by_id("waiting").all("tr") if "speling" in said(row)]
    assert len([row for row in rows if "maar waar dit op wacht" in said(row)]) == 1


def test_a_late_dependency_says_that_a_deadline_falls_with_it(page: Element) -> None:
    expected = "1 van de 21 afhankelijkheden komt te laat; daardoor wordt 1 uiterste datum niet gehaald"
    assert said(page.by_id("h-waiting")) == expected


def test_two_lists_of_deadlines_have_names_that_differ_and_lead_to_each_other(page: Element) -> None:
    due, open_ones = page.by_id("deadlines"), page.by_id("unanswered")
    heading = "1 van de 7 uiterste datums van wetten en contracten op deze agenda wordt niet gehaald"
    assert said(page.by_id("h-deadlines")) == heading
    assert said(page.by_id("h-unanswered")).startswith("Voor 7 uiterste datums staat nog niets op een agenda")
    assert (len(due.all("a", href="#unanswered")), len(open_ones.all("a", href="#deadlines"))) == (1, 1)


def test_a_public_page_leads_to_no_list_that_it_leaves_out() -> None:
    page = answers.page("--public", "--year", "2027")
    assert page.by_id("deadlines").all("a", href="#unanswered") == []


def test_a_year_with_all_alternatives_says_why_it_is_higher(page: Element) -> None:
    note = said(page.by_id("costs").with_class("note")[-1])
    expected = "Hierin tellen alle alternatieven van keuze A mee, die niet allemaal kunnen doorgaan; "
    assert note.startswith(f"{expected}daarom is 2027 hoger dan in de tabel hierboven.")


def test_what_cannot_be_refused_adds_up_to_what_is_no_choice(page: Element) -> None:
    text = said(page.by_id("asked"))
    assert "7 zijn geen keuze" in text
    assert (
        "Niet te weigeren: nr. 1–6 van de lijst (wettelijk) en nr. 7–8 van de lijst (contractueel)." in text
    )
    assert "Daarvan valt nr. 5 binnen een mandaat" in text


def test_who_dissents_is_named_with_what_they_are_against(page: Element) -> None:
    note = said(page.by_id("asked").with_class("note")[-1])
    expected = "Den Haag tegen Brieven en beschikkingen als dienst afnemen en Rotterdam tegen Haven+ op een"
    assert note.startswith(f"Tegen: {expected}")


def test_a_contribution_that_depends_on_choices_says_so(page: Element) -> None:
    second = said(page.by_id("asked").all("li")[1])
    assert "zoals die volgt uit de keuzes A, B en C, binnen de bedragen hieronder" in second


def test_options_are_compared_with_each_other_and_not_with_a_list_that_can_not_be(page: Element) -> None:
    first, second = map(said, page.by_id("choice-A").with_class("ways")[0].all("li"))
    assert "Kost € 520.000 in 2027 Laat weg: Brieven en beschikkingen als dienst afnemen" in first
    assert "€ 170.000 minder in 2027 dan A1 Kost zelf € 350.000 Laat weg: Brieven" in second
    assert "Alle kosten in 2028 +€ 70.000 Alle kosten in 2029 +€ 70.000" in second
    assert "hele lijst" not in said(page.by_id("choices"))


def test_what_comes_by_another_route_is_not_called_less(page: Element) -> None:
    other = said(page.by_id("choice-C").with_class("ways")[0].all("li")[1])
    assert "€ 213.000 minder op deze agenda in 2027 dan C1" in other


def test_what_an_option_does_to_another_initiative_is_no_small_print(page: Element) -> None:
    (then,) = (
        each for each in page.by_id("choices").with_class("then") if "bound" not in each.attributes["class"]
    )
    assert said(then).startswith("▲ Dan hangt Brieven van Werk en Inkomen via de Berichtenbox")


def test_the_first_screen_lists_the_choices_and_points_of_their_section(page: Element) -> None:
    first, section = page.with_class("first")[0], page.by_id("choices")
    points = first.with_class("open-list")[0].all("li")
    settled = page.by_id("settle").all("li")
    assert len(points) == len(section.with_class("choice")) + len(settled)
    assert said(first.all("div", **{"class": "open"})[0].all("h2")[0]) == "Nog open: 3 keuzes en 3 punten"
    assert said(page.by_id("h-choices")) == "Er zijn nog 3 keuzes te maken en 3 punten te regelen"


def test_the_amounts_in_the_drawing_say_of_which_year_they_are(page: Element) -> None:
    notes = [said(each) for each in page.by_id("waiting").with_class("note")]
    assert "Bedragen in de vakken zijn incidenteel, in 2027." in notes


def test_a_section_without_data_keeps_its_sentence_and_is_not_in_the_contents(page: Element) -> None:
    puzzle, menu = page.by_id("puzzle"), page.all("nav")[0]
    assert "regie plan" not in said(puzzle)
    assert said(puzzle).endswith("nog niet uitgerekend welke initiatieven samen passen in budget en uren.")
    assert (menu.all("a", href="#puzzle"), len(menu.all("a", href="#initiatives"))) == ([], 1)


def test_progress_names_whose_it_is_and_which_agreement_holds(page: Element) -> None:
    (row,) = [each for each in page.by_id("progress").all("tr") if "Multi-tenant" in said(each)]
    assert "(tegen de nieuwe afspraak van 18 juni 2026)" in said(row)
    assert "Coöperatie De Vier Steden · in uitvoering" in said(row)


def test_slack_is_not_shown_as_such_where_nobody_has_planned_what_is_waited_for(page: Element) -> None:
    (row,) = (r for r in page.by_id("waiting").all("tr") if "Inkomensgegevens ophalen" in said(r))
    (cell,) = (each for each in row.all("td") if each.attributes.get("data-label") == "Speling")
    words = "▲ nog maar een idee, niet gepland met de eigen periode 31 dagen speling"
    assert said(cell) == words


def test_what_nobody_has_planned_comes_before_what_has_slack(page: Element) -> None:
    rows = [said(row) for row in page.by_id("waiting").all("tr")[1:]]
    assert ["niet gepland" in row for row in rows] == [False, True, *[False] * (len(rows) - 2)]


def test_why_something_is_not_on_the_agenda_is_a_reason(page: Element) -> None:
    section = page.by_id("left-out")
    reasons = {said(each).split(" uiterlijk")[0] for each in section.all("td", **{"data-label": "Waarom"})}
    assert reasons == {
        "is nog een idee en vraagt nog geen plek",
        "wordt nog verkend en vraagt nog geen plek",
        "is afgewezen",
        "is geparkeerd",
    }


def test_the_note_on_progress_says_under_which_heading_each_colour_stands(page: Element) -> None:
    note = said(page.by_id("progress"))
    assert "Onder Opgegeven staat de kleur uit de laatste rapportage. Onder Berekend staat de kleur" in note
