"""The one page of ``regie plan`` as directors read it, on the example and its puzzle."""

import json
import re
from datetime import date
from typing import Any

import pytest

from icteregie.analysis.plan.problem import Column
from icteregie.analysis.plan.quarters import quarter_of
from icteregie.portfolio.partnership import Language
from icteregie.reports.plan.close_calls import close_calls
from tests.desk import EXAMPLE, regie

pytest.importorskip("highspy", reason="the extra [plan] isn't installed")
WORDS = ("plan", "-C", EXAMPLE, "--year", "2027", "--today", "2026-09-24")
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {lang: regie(*WORDS, "--lang", lang, "--format", "md").stdout for lang in LANGUAGES}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(regie(*WORDS, "--format", "json").stdout)
    return document


def test_half_of_the_proposals_can_move() -> None:
    texts = [path.read_text("utf-8") for path in (EXAMPLE / "initiatives").glob("*/*.yaml")]
    asking = [text for text in texts if "agenda: 2027\n" in text and "status: proposal\n" in text]
    movable = [text for text in asking if "\nwindow: " in text]
    assert 2 * len(movable) >= len(asking) > 0


def test_the_example_is_proved_and_by_hand_it_loses_a_tenth(data: dict[str, Any]) -> None:
    assert (data["status"], data["value"], data["by_hand"]) == ("proved", 92900, 83780)


def test_three_are_out_for_money_or_hours(data: dict[str, Any]) -> None:
    short = {
        each["id"]: {lack["what"] for lack in each["lacks"]}
        for each in data["left_out"]
        if any("amount" in lack for lack in each.get("lacks", ()))
    }
    expected = {"haven-europees", "klantcontact-den-haag", "statusinformatie"}
    assert expected <= short.keys()
    assert "hours" in short["statusinformatie"]


def test_the_closest_call_is_within_a_hundredth(data: dict[str, Any]) -> None:
    call = data["close"][0]
    assert (call["id"], call["out"]) == ("klantcontact-den-haag", ["duurzaam-1pct"])
    assert call["value"] * 100 < data["value"]


def test_what_comes_along_in_a_swap_is_in_its_question(data: dict[str, Any]) -> None:
    """With one of the two the best plan has the other too: that is one question, with both."""
    calls = [(call["id"], call["also"], call["out"]) for call in data["close"]]
    assert calls[1] == ("statusinformatie", ["klantcontact-den-haag"], ["plsql-afbouw"])
    assert [call for call in calls if call[2] == ["plsql-afbouw"]] == [calls[1]]


QUESTION = {
    "nl": (
        "‘Nieuw platform voor bellen en chatten bij het KCC Den Haag’ in plaats van "
        "‘Eén procent van de begroting voor duurzame ICT in 2027’? "
        "Dat kost 0,8% van de waarde en is € 304.000 duurder."
    ),
    "en": (
        "‘Nieuw platform voor bellen en chatten bij het KCC Den Haag’ instead of "
        "‘Eén procent van de begroting voor duurzame ICT in 2027’? "
        "That costs 0.8% of the value and € 304,000 more."
    ),
}
MUST = {
    "nl": (
        "‘Menselijk toezicht en vastlegging bij hoog-risico-AI’ moet op de agenda, maar past er niet op: "
        "wacht op ‘Vastleggen wie welke gegevens inziet, over alle systemen heen’, dat niet op tijd klaar is."
    ),
    "en": (
        "‘Menselijk toezicht en vastlegging bij hoog-risico-AI’ must be on the agenda, but doesn't fit: "
        "waits for ‘Vastleggen wie welke gegevens inziet, over alle systemen heen’, "
        "which isn't ready in time."
    ),
}
LATER = {
    "nl": "Van het geld dat voor 2028 bekend is (€ 2.400.000) neemt dit plan 94,1%",
    "en": "Of the money that is known for 2028 (€ 2,400,000) this plan takes 94.1%",
}
PEOPLE = {
    "nl": "100 uur meer van Team Socrates in Q1 2028",
    "en": "100 hours more of Team Socrates in Q1 2028",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "sentences", [QUESTION, MUST, LATER, PEOPLE], ids=["swap", "must", "later", "people"]
)
def test_it_is_said_in_words(pages: dict[str, str], language: str, sentences: dict[str, str]) -> None:
    assert sentences[language] in pages[language].replace("\\", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_solver_is_on_the_page(pages: dict[str, str], language: str) -> None:
    words = "column|kolom|stage|bound|gap|model|solver|HiGHS|optim|[a-z]+-[a-z]+-europees"
    assert re.findall(rf"\b(?:{words})", pages[language], re.IGNORECASE) == []


def test_who_is_out_for_another_is_not_said_to_lack_money(pages: dict[str, str]) -> None:
    """Beside this plan it lacks money too, but the plan with it has not that other."""
    lines = [line for line in pages["nl"].replace("\\", "").splitlines() if line.startswith("- Brieven en")]
    other = "Brieven en beschikkingen zonder Kofax KCM, met open source"
    assert lines == [f"- Brieven en beschikkingen als dienst afnemen: het is dit of ‘{other}’."]


def said(*words: str, language: Language = "nl") -> str:
    return regie(*WORDS, "--lang", language, "--format", "md", *words).stdout.replace("\\", "")


def on(**values: int) -> dict[str, Column]:
    day = date(2027, 1, 1)
    return {
        name: Column(name, quarter_of(day), 0, (), day, day, {"city": value}, {})
        for name, value in values.items()
    }


def test_a_swap_that_drops_what_must_be_on_comes_last_and_names_it() -> None:
    """Without what must be on there can even be more value: that alone doesn't make it a close call."""
    plan, swaps = on(a=50, b=50), {"c": on(a=50, c=60), "d": on(b=50, d=45)}
    calls = close_calls(plan, swaps.items(), musts={"b"})
    assert [(call.id, call.out, call.value, call.musts) for call in calls] == [
        ("d", ("a",), 5, ()),
        ("c", ("b",), -10, ("b",)),
    ]


def test_what_loses_more_than_a_tenth_is_no_close_call(data: dict[str, Any]) -> None:
    assert [call["id"] for call in data["close"]] == [
        "klantcontact-den-haag",
        "statusinformatie",
        "haven-europees",
    ]


def test_without_a_member_all_is_paid_by_the_others() -> None:
    """What only that member takes part in is not on: nobody would pay it."""
    made = json.loads(regie(*WORDS, "--format", "json", "--without", "rotterdam").stdout)
    assert sum(each["amount"] for each in made["members"]) == made["cost"]
    out = {each["id"]: each.get("never") for each in made["left_out"]}
    assert out["klantcontact-rotterdam"] == "too-few"


def paragraphs(page: str) -> list[str]:
    return [line for line in page.splitlines() if line and not line.startswith("#")]


AI = "‘Menselijk toezicht en vastlegging bij hoog-risico-AI’"
LOGGING = "‘Vastleggen wie welke gegevens inziet, over alle systemen heen’"


@pytest.mark.parametrize(
    ("language", "there", "why"),
    [
        (
            "nl",
            "Wat is vastgelegd (met --pin of in een bestand) kan niet allemaal. Er is dus geen plan.",
            f"{AI} moet op de agenda, maar past er niet op: wacht op {LOGGING}, dat niet op tijd klaar is.",
        ),
        (
            "en",
            "What was laid down (with --pin, or in a file) can't all be, so there is no plan.",
            f"{AI} must be on the agenda, but doesn't fit: waits for {LOGGING}, which isn't ready in time.",
        ),
    ],
)
def test_one_pin_that_can_not_be_says_why(language: Language, there: str, why: str) -> None:
    """Beside the best plan without it: there is none with it."""
    page = said("--pin", "ai-toezicht=in", language=language)
    assert paragraphs(page)[2:4] == [there, why]
    assert not [line for line in page.splitlines() if line.startswith(("###", "-"))]


def test_pins_that_clash_are_named_and_not_what_fits_no_plan_anyhow() -> None:
    page = said("--pin", "haven-europees=in", "--pin", "azure-reserveringen=in")
    together = "Deze initiatieven moeten alle op de agenda, en passen niet samen"
    azure, haven = "Azure-capaciteit samen voor drie jaar reserveren", "Haven+ op een Europese cloud"
    assert paragraphs(page)[3:5] == [
        f"{together}: ‘{azure}’ en ‘{haven}’. Zonder één van deze past de rest.",
        f"{haven}: het is dit of ‘{azure}’.",
    ]
    assert AI not in page


def test_one_that_can_never_be_on_is_named_once() -> None:
    page = said("--pin", "e-facturen=in")
    assert page.count("Facturen van ketenpartners alleen nog elektronisch") == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Deze moeten op de agenda, en staan er niet op: "),
        ("en", "These must be on the agenda, and aren't: "),
    ],
)
def test_all_that_has_to_be_on_and_is_not_is_named(language: Language, sentence: str) -> None:
    """Of the smallest clash why; of the others that they are out, so that nobody has to look for it."""
    page = said("--budget", "-100%", language=language)
    line = next(line for line in paragraphs(page) if line.startswith(sentence))
    assert line.count("‘") == 5


def test_a_floor_that_no_plan_reaches_blames_nobody() -> None:
    page = said("--floor", "90")
    assert "Geen plan geeft elk lid deze ondergrens." in page
    assert "moet op de agenda" not in page


def test_a_pin_that_its_window_forbids_is_said_in_words() -> None:
    line = "- Rekenregels uit PL/SQL halen en Oracle uitfaseren: "
    assert f"{line}vastgelegd is een later begin dan zijn speelruimte (window) toelaat." in said(
        "--pin", "plsql-afbouw=2028-Q1"
    )
    english = said("--pin", "plsql-afbouw=2028-Q1", language="en")
    assert f"{line}it was laid down to start later than its window allows." in english


def test_two_in_the_way_are_said_together() -> None:
    page = said("--budget", "-10%")
    assert (
        "wacht op ‘Vastleggen wie welke gegevens inziet, over alle systemen heen’ en "
        "‘Alle algoritmen van Werk en Inkomen in het Algoritmeregister’, die niet op tijd klaar zijn"
    ) in page


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Dit is een wat-als, niet wat de bestanden zeggen: --budget -5% en --pin soap-uit=out."),
        ("en", "This is a what-if, not what the files say: --budget -5% and --pin soap-uit=out."),
    ],
)
def test_a_what_if_says_first_that_it_is_one(language: Language, sentence: str) -> None:
    asked = ("--greedy", "--budget", "-5%", "--pin", "soap-uit=out")
    page = said(*asked, language=language)
    assert page.index(sentence) < page.index("25 initiati")


def test_what_the_files_say_is_no_what_if(pages: dict[str, str]) -> None:
    assert "wat-als" not in pages["nl"]
