"""The card of an initiative: what lists decided about it, its history on main, its dossier, and its links."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests import answers, desk
from tests.answers import written
from tests.gitrepo import IN_GIT, Desk, started, text
from tests.landscape_files import application, landscape, landscapes
from tests.page import Element
from tests.test_decisions import CALENDAR
from tests.test_decisions import FILES as DECIDED
from tests.test_site_unanswered import days

DAY = "2026-11-02"


def page(root: Path, *words: str, language: str = "nl", day: str = DAY) -> Element:
    return answers.page("--lang", language, *words, root=root, day=day)


def below(card: Element, heading: str) -> Element:
    """Give the element that stands below a heading of a card."""
    children = [each for each in card.children if isinstance(each, Element)]
    (at,) = [n for n, each in enumerate(children) if each.tag == "h4" and each.words == heading]
    return children[at + 1]


def headings(card: Element) -> list[str]:
    return [each.words for each in card.children if isinstance(each, Element) and each.tag == "h4"]


# What was decided, as `regie decisions` says it.


def entries(root: Path) -> dict[str, list[dict[str, Any]]]:
    """Give by id the advice and the decisions of all lists, the oldest first."""
    done = json.loads(written("decisions", "--format", "json", root=root, day=DAY))
    by_id: dict[str, list[dict[str, Any]]] = {}
    for each in done["lists"]:
        for entry in (*each["advice"], *each["decisions"]):
            for subject in entry["initiatives"]:
                by_id.setdefault(subject["id"], []).append({"day": each["date"], **entry})
    return by_id


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("source", ["example", "made"])
def test_a_card_has_every_decision_about_it(tmp_path: Path, language: str, source: str) -> None:
    root = desk.EXAMPLE if source == "example" else desk.portfolio(tmp_path, DECIDED, CALENDAR)
    shown, known = page(root, language=language), entries(root)
    heading = {"nl": "Besluiten en adviezen", "en": "Decisions and advice"}[language]
    for card in shown.with_class("card"):
        about = known.get(card.attributes["id"].removeprefix("i-"), [])
        assert (heading in headings(card)) == bool(about)
        rows = below(card, heading).all("div") if about else []
        for row, entry in zip(rows, about, strict=True):
            assert days(row.all("dt")[0].text, language) == [entry["day"]]
            said = row.all("dd")[0].words
            assert " ".join((entry.get("because") or "").split()) in said
            for against in entry["dissent"].values():
                assert " ".join(against.split()) in said
            for condition in entry.get("conditions", []):
                assert " ".join(condition["what"].split()) in said
    assert known


def test_a_condition_says_how_far_it_is_and_a_decision_follows_its_advice(tmp_path: Path) -> None:
    card = page(desk.portfolio(tmp_path, DECIDED, CALENDAR)).by_id("i-poort")
    row = below(card, "Besluiten en adviezen").all("div")[1]
    assert [each.words for each in row.with_class("small")] == [
        "Conform het advies",
        "Reden: De steden kunnen niet wachten.",
        ("Voorwaarde: Een terugvalplan (CISO, vóór de start, uiterlijk 1 november 2026): te laat, nog open"),
        "Voorwaarde: Elk kwartaal een cijfer (tijdens de uitvoering): open",
        "Voorwaarde: Een akkoord (vóór de start): ervan afgezien op 20 oktober 2026: Het bleek niet nodig.",
        "Utrecht was tegen: Eerst de proef.",
    ]


# The history, as `regie history` says it.

LATER = (
    "  2028: {first_estimate: 2027-04-22, intake_closes: 2027-07-01, dossier_closes: 2027-08-26, "
    "advice: 2027-09-23, decision: 2027-10-07}\n"
)
AGENDAS = IN_GIT.replace("agendas:\n", f"agendas:\n{LATER}")
VERSIONS: dict[str, dict[str, str | None]] = {
    "2026-03-02": {"status": "idea", "agenda": None},
    "2026-04-01": {"status": "proposal", "agenda": "2027"},
    "2026-05-01": {"status": "proposal", "agenda": "2027", "summary": "Anders gezegd."},
    "2026-06-01": {"status": "proposal", "agenda": "2028"},
    "2026-08-01": {"status": "parked", "agenda": None},
}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    work = started(tmp_path_factory.mktemp("history"), partnership=AGENDAS)
    for day, keys in VERSIONS.items():
        work.commit(day, {"access": text(**keys)})
    work.commit("2026-07-01", {"other": text("Iets anders")})
    return work


def history_rows(card: Element, heading: str) -> list[tuple[str, str]]:
    rows = below(card, heading).all("div")
    return [(row.all("dt")[0].words, row.all("dd")[0].words) for row in rows]


def test_the_history_says_when_it_came_in_moved_and_changed_status(lived: Desk) -> None:
    card = page(lived.folder).by_id("i-access")
    assert history_rows(card, "Geschiedenis") == [
        ("2 maart 2026", "binnengekomen; als idee"),
        ("1 april 2026", "van idee naar voorstel; voor de agenda van 2027"),
        ("1 juni 2026", "van de agenda van 2027 naar die van 2028"),
        ("1 augustus 2026", "van voorstel naar geparkeerd; niet meer voor de agenda van 2028"),
    ]
    english = page(lived.folder, language="en").by_id("i-access")
    assert history_rows(english, "History")[1] == (
        "1 April 2026",
        "from idea to proposal; for the agenda of 2027",
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_history_has_the_days_of_the_command(lived: Desk, language: str) -> None:
    turns = json.loads(written("history", "access", "--format", "json", root=lived.folder, day=DAY))["turns"]
    paths = ("status", "agenda")
    told = [
        turn["date"]
        for turn in turns
        if turn["kind"] != "changed" or any(change["key"] in paths for change in turn["changes"])
    ]
    heading = {"nl": "Geschiedenis", "en": "History"}[language]
    rows = history_rows(page(lived.folder, language=language).by_id("i-access"), heading)
    assert [days(day, language)[0] for day, _ in rows] == told


def test_the_history_stops_at_the_day_of_the_page(lived: Desk) -> None:
    card = page(lived.folder, day="2026-05-15").by_id("i-access")
    assert [day for day, _ in history_rows(card, "Geschiedenis")] == ["2 maart 2026", "1 april 2026"]


def test_a_file_that_was_away_is_said_to_be_back(tmp_path: Path) -> None:
    work = started(tmp_path)
    for day, content in (("2026-03-02", text()), ("2026-04-01", None), ("2026-05-01", text())):
        work.commit(day, {"access": content})
    rows = history_rows(page(work.folder).by_id("i-access"), "Geschiedenis")
    assert rows == [
        ("2 maart 2026", "binnengekomen; als voorstel; voor de agenda van 2027"),
        ("1 april 2026", "verwijderd"),
        ("1 mei 2026", "teruggezet"),
    ]


def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    card = page(desk.portfolio(tmp_path, {"access": desk.initiative()})).by_id("i-access")
    assert [each for each in headings(card) if each == "Geschiedenis"] == []


def test_a_card_names_its_file_and_the_commit(lived: Desk) -> None:
    (file,) = page(lived.folder).by_id("i-access").with_class("file")
    assert file.words == f"initiatives/access.yaml · {lived.head()[:12]}"


# The dossier.

DOSSIER = (
    "# Visie\n\nkort\n\n## Doel & <b>\n\n"
    + "Een zin van zes korte woorden. " * 40
    + "\n\n# Exit\n\nHet einde.\n"
)


def dossier_card(root: Path, *words: str, dossier: str = DOSSIER) -> Element:
    files = {"access": desk.initiative(), "initiatives/access.md": dossier}
    return page(desk.portfolio(root, files), *words).by_id("i-access")


def test_of_a_long_dossier_the_headings_are_shown(tmp_path: Path) -> None:
    assert below(dossier_card(tmp_path), "Dossier").words == "Koppen: Visie, Doel & <b>, Exit"


def test_of_many_headings_the_first_are_shown(tmp_path: Path) -> None:
    dossier = "".join(f"# Kop {number}\n\nEen zin van zes korte woorden.\n\n" for number in range(50))
    shown = below(dossier_card(tmp_path, dossier=dossier), "Dossier").words
    assert shown.startswith("Koppen: Kop 0, Kop 1, ")
    assert shown.endswith("Kop 19, …")


@pytest.mark.parametrize("case", ["whole", "short"])
def test_a_dossier_that_is_shown_in_full_needs_no_headings(tmp_path: Path, case: str) -> None:
    words, dossier = (("--dossiers",), DOSSIER) if case == "whole" else ((), "# Visie\n\nkort\n")
    card = dossier_card(tmp_path, *words, dossier=dossier)
    assert below(card, "Dossier").tag == "pre"


# What it waits for, what it carries, and what it changes in the landscape.


def test_links_lead_both_ways_in_words(tmp_path: Path) -> None:
    files = {"access": desk.initiative(), "letters": desk.initiative(title="Brieven", depends_on="[access]")}
    shown = page(desk.portfolio(tmp_path, files))
    heads = {
        name: [(table.all("th")[0].words, table.all("a")[0].attributes["href"])
               for table in shown.by_id(f"i-{name}").all("table") if table.all("a")]
        for name in files
    }  # fmt: skip
    assert heads == {
        "access": [("Afhankelijke initiatieven", "#i-letters")],
        "letters": [("Hangt af van", "#i-access")],
    }


def test_a_card_names_what_it_adds_and_retires_and_what_it_carries(tmp_path: Path) -> None:
    files = {"utrecht": landscape(oud=application("Oudwerk", contract="{end: 2028-12-31}"))}
    others = {
        "access": desk.initiative(
            retires="[utrecht/oud]", adds="[{product: Nieuwwerk, components: [case-registry]}]",
            ambitions="[utrecht/one]",
        ),
        "ambitions/utrecht.yaml": "as_of: 2026-05-01\nambitions: {one: {title: Eén loket, by: 2028}}\n",
    }  # fmt: skip
    card = page(landscapes(tmp_path, files, others)).by_id("i-access")
    cells = {cell.words for table in card.all("table") for cell in (*table.all("td"), *table.all("th"))}
    assert {"Oudwerk", "utrecht/oud", "31 december 2028", "Nieuwwerk", "Eén loket"} <= cells


# What isn't for everyone, each by a text that stands nowhere else.

NEEDLES = {
    "position": "NAALD-STANDPUNT",
    "alone": "987.654",
    "dissent from a decision": "NAALD-BESLUIT",
    "dissent from advice": "NAALD-ADVIES",
    "finding": "NAALD-BEVINDING",
}


@pytest.fixture(scope="module")
def needles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    decision = "decisions: [{initiatives: [access], decision: adopt, dissent: {utrecht: NAALD-BESLUIT}}]\n"
    advice = "advice: [{initiatives: [access], dissent: {utrecht: NAALD-ADVIES}}]\n"
    files = {
        "access": desk.initiative(
            support="{rotterdam: {position: against, because: NAALD-STANDPUNT}}",
            alone="{utrecht: 987654}",
            obligation="{kind: statutory, basis: NAALD-BEVINDING, deadline: 2026-12-31}",
        ),
        "decisions/2026-09-24-innovation-board.yaml": advice,
        "decisions/2026-10-08-directors.yaml": decision,
    }
    root = desk.portfolio(tmp_path_factory.mktemp("needles"), files)
    texts = {}
    for words in ((), ("--public",), ("--public", "--dossiers")):
        for language in ("nl", "en"):
            made = written("site", "--lang", language, *words, root=root, day=DAY)
            texts[" ".join((*words, language))] = made.replace("\u00a0", " ")
    return texts


@pytest.mark.parametrize("needle", [each for each in NEEDLES if each != "finding"])
def test_a_public_page_has_nothing_that_is_not_for_everyone(needles: dict[str, str], needle: str) -> None:
    text = NEEDLES[needle]
    has = {name for name, made in needles.items() if text in made or text.replace(".", ",") in made}
    assert has == {"nl", "en"}


def test_a_public_page_has_no_finding_of_any_rule(needles: dict[str, str]) -> None:
    for language, word in (("nl", "bevinding"), ("en", "finding")):
        shown = {
            name: [each.words for each in answers.parsed(made).all("h4")] for name, made in needles.items()
        }
        found = {
            name for name, heads in shown.items() if any(re.search(rf"\d {word}", each) for each in heads)
        }
        assert found == {language}


def test_no_sentence_of_a_finding_is_on_a_public_page() -> None:
    done = json.loads(desk.regie("validate", "-C", desk.EXAMPLE, "--format", "json", "--lang", "nl").stdout)
    sentences = {each["message"] for each in done["findings"] if each["severity"] != "note"}
    public = answers.page("--lang", "nl", "--public").by_id("cards").words
    assert [each for each in sentences if " ".join(each.split()) in public] == []


# What it costs: years after each other with the same amounts are one row.


def costs(root: Path, recurring: str, language: str = "nl") -> list[str]:
    made = desk.initiative(costs=f"{{one_off: {{2027: 90000}}, recurring: {recurring}}}")
    card = page(desk.portfolio(root, {"access": made}), language=language).by_id("i-access")
    (table,) = card.with_class("shares")
    cells = [row.all("th") + row.all("td") for row in table.all("tr")[1:]]
    return [" ".join(each.words.replace("\u00a0", " ") for each in row[:3]) for row in cells]


def test_years_with_the_same_amounts_are_one_row_that_is_of_each_year(tmp_path: Path) -> None:
    assert costs(tmp_path, "{2027: 90000, 2028: 60000, 2029: 60000, 2030: 60000, 2032: 60000}") == [
        "incidenteel 2027 € 90.000",
        "structureel 2027 € 90.000",
        "structureel 2028–2030, per jaar € 60.000",
        "structureel 2032 € 60.000",
    ]


def test_it_says_so_in_english(tmp_path: Path) -> None:
    assert costs(tmp_path, "{2028: 60000, 2029: 60000}", "en")[1] == "recurring 2028–2029, each year € 60,000"


def test_the_hours_of_a_team_are_one_line(tmp_path: Path) -> None:
    hours = "{platform: {2027-Q1: 40, 2027-Q3: 1200}}"
    shown = page(desk.portfolio(tmp_path, {"access": desk.initiative(effort=hours)}))
    (facts,) = [each for each in shown.by_id("i-access").all("dl") if "Uren: " in each.words]
    assert facts.words == "Uren: Team PlatformQ1 2027: 40 · Q3 2027: 1.200"
