"""Page one of the agenda, as directors read it: every amount to the euro, and what is asked when."""

import re
from datetime import date
from pathlib import Path

import pytest

from icteregie.checking.runner import check
from icteregie.portfolio.partnership import Language
from icteregie.reports.agenda.view import AgendaReport, agenda_report
from icteregie.reports.basis import Basis
from tests import desk, gitrepo
from tests.test_agenda import euros, paragraphs, table, tables

LANGUAGES: tuple[Language, ...] = ("nl", "en")
ADVICE = "decisions/2026-09-24-innovation-board.yaml"
LATE = "{unforeseen: a, unavoidable: b, not_postponable: c, route: now}"


def page(root: Path, *words: str) -> str:
    """Give page one of an agenda: everything before chapter 1."""
    done = desk.regie("agenda", "-C", root, "--year", "2027", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split("\n## 1.", 1)[0]


def view(root: Path, day: date = desk.TODAY) -> AgendaReport:
    loaded = desk.loaded(root)
    made = agenda_report(Basis(loaded.portfolio, day), 2027, check(loaded, day))
    assert made is not None
    return made


def names(root: Path, day: date = desk.TODAY) -> list[tuple[str, bool]]:
    return [(decision.name, decision.is_late) for decision in view(root, day).decisions]


def amounts(text: str) -> tuple[int, ...]:
    """Read the least and the most of a cell, or its one amount."""
    return tuple(euros(part) for part in text.split(" – "))


def spent(amount: int, **changes: str) -> str:
    return desk.initiative(cost_key="equal", costs=f"{{one_off: {{2027: {amount}}}}}", **changes)


@pytest.fixture(scope="module", params=LANGUAGES)
def example(request: pytest.FixtureRequest) -> tuple[Language, str]:
    return request.param, page(desk.EXAMPLE, "--lang", request.param)


# --- the example, to the euro ---


def test_the_bridge_of_the_example(example: tuple[Language, str]) -> None:
    language, document = example
    heading = {"nl": "Gemeente", "en": "Member"}[language]
    rows = table(document, heading)
    assert [[amounts(row[n]) for n in (3, 4, 5, 6)] for row in rows] == [
        [(0,), (1_563_070, 1_809_802), (476_384,), (2_039_454, 2_286_186)],
        [(88_093,), (1_748_153, 2_060_380), (435_495,), (2_183_648, 2_495_875)],
        [(74_944,), (1_270_639, 1_524_525), (353_717,), (1_624_356, 1_878_242)],
        [(49_963,), (650_138, 820_293), (247_404,), (897_542, 1_067_697)],
        [(213_000,), (5_232_000, 6_215_000), (1_513_000,), (6_745_000, 7_728_000)],
    ]


def test_the_ways_out_of_the_example(example: tuple[Language, str]) -> None:
    language, document = example
    rows = table(document, "", {"nl": "Optie", "en": "Option"}[language])
    assert {row[0]: [euros(cell) for cell in row[2:]] for row in rows[:-1]} == {
        "A1": [480_000, 40_000, 190_000, 165_000, 115_000, 50_000, 80_000, 80_000],
        "A2": [-130_000, -40_000, -62_116, -53_942, -37_596, -16_346, 70_000, 70_000],
        "B1": [625_000, 8_000, 197_956, 181_778, 149_420, 103_846, 538_000, 118_000],
        "B2": [-600_000, 0, -184_616, -170_192, -141_346, -103_846, -530_000, -110_000],
        "B3": [-25_000, -8_000, -13_340, -11_586, -8_074, 0, -8_000, -8_000],
        "C1": [180_000, 33_000, 0, 88_093, 74_944, 49_963, 44_000, 44_000],
        "C2": [-180_000, -33_000, 0, -88_093, -74_944, -49_963, -44_000, -44_000],
    }
    assert [euros(cell) for cell in rows[-1][2:8]] == [-240_000, 0, 0, -135_536, -104_464, 0]


def test_the_room_of_the_example(example: tuple[Language, str]) -> None:
    language, document = example
    rows = table(document, "", {"nl": "Gevraagd na de keuzes", "en": "Requested after the choices"}[language])
    assert [amounts(row[1]) for row in rows] == [
        (5_085_000, 5_995_000),
        (139_000, 220_000),
        (1_133_000, 1_357_000),
        (1_473_000,),
        (40_000,),
    ]
    assert [amounts(row[3]) for row in rows[:3]] == [
        (5_000, 915_000),
        (1_280_000, 1_361_000),
        (143_000, 367_000),
    ]
    assert [row[0][-3:] for row in rows[3:]] == ["(6)", "(1)"]


def test_what_waits_for_the_letters_in_the_example(example: tuple[Language, str]) -> None:
    language, document = example
    ((letter, title, cost, hours),) = table(
        document, {"nl": "Bij", "en": "With"}[language], *_waits(language)
    )
    assert (letter, euros(cost)) == ("A2", 460_000)
    assert title == "Brieven van Werk en Inkomen via de Berichtenbox van MijnOverheid"
    assert [int(re.sub(r"\D", "", part)) for part in hours.split(", ")] == [1300, 720]


def _waits(language: Language) -> tuple[str, ...]:
    return {
        "nl": ("Hangt dan af van iets buiten de agenda",),
        "en": ("Then depends on something off the agenda",),
    }[language]


def test_every_amount_of_page_one_is_in_a_table(example: tuple[Language, str]) -> None:
    _, document = example
    large = re.compile(r"€|\d[.,]\d{3}")
    said = ("Na deze agenda verdwijnen", "This agenda retires")
    lines = [line for line in document.splitlines() if large.search(line) and not line.startswith("|")]
    # What the list does to the landscape has its table in chapter 2.
    assert [line for line in lines if not line.startswith(said)] == []
    assert len([line for line in document.splitlines() if large.search(line)]) > 20


def test_the_budget_is_no_question_in_the_example() -> None:
    decided = [name for name, _ in names(desk.EXAMPLE)]
    assert not [name for name in decided if name.startswith(("short-one-off", "short-recurring"))]
    document = page(desk.EXAMPLE, "--lang", "nl")
    assert "welke keuzes u ook maakt, dat tekort verdwijnt." in document


def test_each_meeting_of_the_example_has_its_own_decisions() -> None:
    assert names(desk.EXAMPLE) == [
        ("adopt-with-choices", False),
        ("pay", False),
        ("alternatives", False),
        ("conflict", False),
        ("short-hours-always", False),
        ("missed-deadline", False),
        ("join-twins", False),
        ("leave-out", False),
        ("carry-over", False),
        ("route-late", True),
    ]


def test_after_the_first_decision_the_late_ones_are_asked_for() -> None:
    after = view(desk.EXAMPLE, date(2026, 10, 9))
    assert after.page.choices.reserved == ()
    assert ("route-late-now", False) in [(d.name, d.is_late) for d in after.decisions]
    document = page(desk.EXAMPLE, "--lang", "nl", "--today", "2026-10-09")
    assert "Gevraagd besluit van: Directeuren Uitvoering Overleg, op 12 november 2026:" in document
    assert "Reservering" not in document


def test_after_the_first_decision_the_list_is_adopted_without_what_a_late_choice_removes() -> None:
    first = view(desk.EXAMPLE, date(2026, 10, 9)).decisions[0]
    assert (first.name, first.values["count"]) == ("adopt-with-choices", 25)
    assert first.values["letters"] == ("A", "B", "C")


def test_a_late_one_that_may_be_refused_does_not_complete_an_adopted_agenda(tmp_path: Path) -> None:
    late = spent(10, submitted="2026-09-01", late=LATE)
    root = desk.portfolio(tmp_path, {"a": spent(1, status="adopted"), "laat": late})
    assert names(root, date(2026, 10, 9)) == [("pay", False), ("admit-late-now", False)]


def test_an_adopted_agenda_is_completed_by_what_is_no_choice(tmp_path: Path) -> None:
    late = spent(10, submitted="2026-09-01", late=LATE)
    root = desk.portfolio(tmp_path, {"a": spent(1, status="adopted"), "b": spent(2), "laat": late})
    first = view(root, date(2026, 10, 9)).decisions[0]
    assert (first.name, first.values["count"]) == ("complete", 1)


def test_a_choice_with_a_late_one_belongs_to_the_late_meeting(tmp_path: Path) -> None:
    late = spent(10, submitted="2026-09-01", late=LATE, alternative_to="[a]")
    files = {"a": spent(1), "laat": late}
    root = desk.portfolio(tmp_path, files)
    assert names(root) == [("adopt", False), ("pay", False), ("alternatives", True), ("admit-late", True)]
    assert names(root, date(2026, 10, 9))[2:] == [("alternatives", False), ("admit-late-now", False)]


def test_a_choice_that_stays_without_the_late_one_is_made_first(tmp_path: Path) -> None:
    late = spent(10, submitted="2026-09-01", late=LATE, alternative_to="[a, b]")
    files = {"a": spent(1), "b": spent(2, alternative_to="[a]"), "laat": late}
    assert ("alternatives", False) in names(desk.portfolio(tmp_path, files))


# --- meetings ---


def test_a_body_is_named_only_with_a_meeting_on_that_day(tmp_path: Path) -> None:
    other = "bodies:\n  portfolio-board: {name: Portefeuilleraad, role: advises}\n"
    partnership = desk.PARTNERSHIP.replace("bodies:\n", other)
    document = page(desk.portfolio(tmp_path, {"a": spent(1)}, partnership))
    assert "| Advies | 24 september 2026, Innovatieoverleg |" in document
    assert "Portefeuilleraad" not in document


def test_a_day_on_which_nobody_meets_is_no_meeting(tmp_path: Path) -> None:
    partnership = desk.PARTNERSHIP.replace("  - {body: directors, date: 2026-10-08}\n", "")
    document = page(desk.portfolio(tmp_path, {"a": spent(1)}, partnership))
    said = "in de kalender staat op de dag van deze agenda (8 oktober 2026) geen vergadering"
    assert f"| Besluit | {said} |" in document
    assert "Gevraagd wordt:" in document


def test_a_body_with_another_role_that_meets_does_not_count(tmp_path: Path) -> None:
    partnership = desk.PARTNERSHIP.replace(
        "{body: directors, date: 2026-10-08}", "{body: innovation-board, date: 2026-10-08}"
    )
    assert view(desk.portfolio(tmp_path, {"a": spent(1)}, partnership)).sittings.decision.body == ""


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-09-24", "voor de vergadering van 24 september 2026 (Innovatieoverleg)."),
        (
            "2026-09-25",
            "voor de vergadering van 8 oktober 2026 (Directeuren) en toont de stand van 25 september 2026.",
        ),
        ("2027-03-01", "Het toont de stand van 1 maart 2027."),
    ],
)
def test_the_proposal_is_for_a_meeting_in_the_calendar(tmp_path: Path, today: str, said: str) -> None:
    root = desk.portfolio(tmp_path, {"a": spent(1)})
    done = desk.regie("agenda", "-C", root, "--year", "2027", "--today", today)
    assert said in paragraphs(done.stdout, "## 1. Aanleiding en kader")


# --- what is complete, what is open, what is advised ---


def test_nothing_is_called_advice_until_a_board_gave_any(tmp_path: Path) -> None:
    bare = page(desk.portfolio(tmp_path / "a", {"a": desk.initiative()}))
    assert "er is nog geen advies; geen keuzes open" in bare
    assert "Stel de agenda vast" not in bare
    assert "volgens advies" not in bare
    by_status = page(desk.portfolio(tmp_path / "b", {"a": spent(1, status="advised"), "b": spent(2)}))
    assert "er is nog geen advies; geen keuzes open" in by_status
    files = {"a": spent(1), "b": spent(2), ADVICE: "advice: [{initiatives: [a]}]\n"}
    assert "geadviseerd: 1; geen keuzes open" in page(desk.portfolio(tmp_path / "c", files))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            (
                "**Innovatieoverleg adviseert (24 september 2026):**\n\n"
                "- kies *Api* uit *Api* en *Soap*. Minder duur. Tegen: **Rotterdam** (Eerst proberen).\n"
                "- stel vast: *Cyber*.\n\nZonder advies: nr. 4 van de lijst.\n"
            ),
        ),
        (
            "en",
            (
                "**Innovatieoverleg advises (24 September 2026):**\n\n"
                "- choose *Api* from *Api* and *Soap*. Minder duur. "
                "Against: **Rotterdam** (Eerst proberen).\n"
                "- adopt *Cyber*.\n\nWithout advice: no. 4 on the list.\n"
            ),
        ),
    ],
)
def test_the_advice_is_that_of_the_list_of_decisions(tmp_path: Path, language: str, said: str) -> None:
    files = {
        "a": spent(400, title="Api", alternative_to="[b]"),
        "b": spent(800, title="Soap"),
        "c": spent(1, title="Cyber"),
        "d": spent(2, title="Data"),
        ADVICE: "advice:\n  - {initiatives: [a, b], choose: a, because: Minder duur, "
        "dissent: {rotterdam: Eerst proberen}}\n  - {initiatives: [c]}\n",
    }
    assert said in page(desk.portfolio(tmp_path, files), "--lang", language)


def test_much_advice_is_given_by_the_numbers_on_the_list(tmp_path: Path) -> None:
    files = {name: spent(1) for name in "abcde"}
    files[ADVICE] = "advice: [{initiatives: [a, b, c, e]}]\n"
    written = page(desk.portfolio(tmp_path, files))
    assert "- stel vast: nr. 1–3, 5 van de lijst.\n\nZonder advies: nr. 4 van de lijst.\n" in written


@pytest.mark.parametrize(("day", "is_shown"), [("2026-09-23", False), ("2026-09-24", True)])
def test_advice_counts_from_its_day_on(tmp_path: Path, day: str, is_shown: bool) -> None:  # noqa: FBT001
    root = desk.portfolio(tmp_path, {"a": spent(1), ADVICE: "advice: [{initiatives: [a]}]\n"})
    assert ("adviseert" in page(root, "--today", day)) == is_shown


def test_as_advised_has_a_column_of_its_own(tmp_path: Path) -> None:
    files = {"a": spent(400, alternative_to="[b]"), "b": spent(800)}
    files[ADVICE] = "advice: [{initiatives: [a, b], choose: a}]\n"
    rows = table(page(desk.portfolio(tmp_path, files)), "Gemeente")
    assert [(amounts(row[5]), amounts(row[6])) for row in rows] == [
        *[((100, 200), (100,))] * 4,
        ((400, 800), (400,)),
    ]


def test_a_dossier_that_is_not_complete_is_named(tmp_path: Path) -> None:
    origin = gitrepo.started(tmp_path, partnership=desk.PARTNERSHIP.replace("since: 2100-01-01", ""))
    origin.write({"half": spent(1, title="Half", problem="«Vul in»"), "heel": _complete("Heel")})
    origin.commit("2026-06-01")
    document = page(origin.folder)
    assert "Nog niet compleet: *Half*." in document


def _complete(title: str) -> str:
    return spent(1, title=title, problem="Het is oud.", do_nothing="Dan valt het uit.")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Van één initiatief zijn geen kosten opgegeven; dat telt in geen bedrag mee: Kaal 0."),
        (2, "Van 2 initiatieven zijn geen kosten opgegeven; die tellen in geen bedrag mee: Kaal 0; Kaal 1."),
    ],
)
def test_who_gives_no_cost_is_counted_and_named(tmp_path: Path, count: int, said: str) -> None:
    files = {f"kaal{n}": desk.initiative(title=f"Kaal {n}") for n in range(count)}
    document = page(desk.portfolio(tmp_path, {**files, "a": spent(1)}))
    assert said in document.replace("*", "")


def test_a_way_out_that_drops_an_unknown_cost_has_no_amount(tmp_path: Path) -> None:
    files = {"a": spent(100, alternative_to="[b]"), "b": desk.initiative(title="Kaal")}
    rows = table(page(desk.portfolio(tmp_path, files)), "", "Optie")
    assert [row[2:5] for row in rows] == [["100", "0", "25"], ["niet opgegeven", "niet opgegeven", "–"]]


def test_later_years_that_nobody_estimated_are_not_zero(tmp_path: Path) -> None:
    rows = table(page(desk.portfolio(tmp_path, {"a": spent(1)})), "", "Gevraagd na de keuzes")
    assert rows[2][:2] == ["Nieuw, structureel na 2027", "niet geraamd"]


def test_a_budget_that_is_not_given_is_said(tmp_path: Path) -> None:
    partnership = desk.PARTNERSHIP.replace("    budget: {one_off: 6000000, recurring: 1500000}\n", "")
    rows = table(page(desk.portfolio(tmp_path, {"a": spent(1)}, partnership)), "", "Gevraagd na de keuzes")
    assert [row[2:4] for row in rows[:2]] == [["niet opgegeven", "–"]] * 2


def test_the_room_is_compared_with_the_margins(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 5000000}, margin: 20.1%}"
    document = page(desk.portfolio(tmp_path, {"a": desk.initiative(costs=costs)}))
    rows = table(document, "", "Gevraagd na de keuzes")
    assert amounts(rows[0][4]) == (3_995_000, 6_005_000)
    assert "kunnen de incidentele kosten hoger uitkomen dan het budget" in document


def test_what_cannot_be_refused_is_named_by_its_place(tmp_path: Path) -> None:
    files = {
        "wet": spent(1, obligation="{kind: statutory}"),
        "wet2": spent(1, obligation="{kind: statutory}"),
        "contract": spent(1, obligation="{kind: contractual}"),
        "vrij": spent(1),
    }
    root = desk.portfolio(tmp_path, files)
    assert "Niet te weigeren: nr. 1–2 van de lijst (wettelijk) en nr. 3 (contractueel)." in page(root)
    done = desk.regie("agenda", "-C", root, "--year", "2027")
    rows = table(done.stdout, "Nr.", "Initiatief", "Indiener", "Deelnemers", "Verplicht?")
    assert [row[4] for row in rows[:-1]] == ["wettelijk", "wettelijk", "contractueel", "nee"]


def test_cover_that_was_not_found_is_told_by_member(tmp_path: Path) -> None:
    costs = "{one_off: {2027: 400}, cover: {utrecht: to-be-found, rotterdam: covered}}"
    root = desk.portfolio(tmp_path, {"a": desk.initiative(costs=costs, cost_key="equal")})
    rows = table(page(root), "Gemeente")
    # Nobody said how Amsterdam and Den Haag cover their part: that isn't covered, nor to be found.
    assert [euros(row[-2]) for row in rows] == [0, 0, 0, 100, 100]
    assert [euros(row[-1]) for row in rows] == [100, 0, 100, 0, 200]


def test_what_asks_for_another_route_is_shown_outside_the_totals(tmp_path: Path) -> None:
    other = LATE.replace("now", "spring-memorandum")
    files = {"a": spent(400), "later": spent(80, submitted="2026-09-01", late=other)}
    document = page(desk.portfolio(tmp_path, files))
    assert [euros(row[-3]) for row in table(document, "Gemeente")] == [100, 100, 100, 100, 400]
    (other_row,) = [row for row in table(document, "", "Gevraagd na de keuzes") if "route" in row[0]]
    assert other_row == ["Andere route gevraagd (1)", "80", "telt niet mee", "–", "–"]


# --- for and against ---


def test_what_the_others_pay_without_a_dissenter(tmp_path: Path) -> None:
    against = "{utrecht: against, rotterdam: for}"
    files = {
        "a": spent(1200, support=against),
        "b": spent(1200, title="Minstens vier", support=against, minimum_participants="4"),
        "c": spent(1200, title="Iedereen voor", support="{utrecht: for}"),
    }
    rows = table(page(desk.portfolio(tmp_path, files)), "Bij", "Initiatief", "Voor", "Tegen")
    assert [row[1:] for row in rows] == [
        ["Vervanging van de toegang", "Rotterdam", "Utrecht", "+100", "+100", "+100", "\N{MINUS SIGN}300"],
        ["Minstens vier", "Rotterdam", "Utrecht (zonder hen te weinig deelnemers)", "–", "–", "–", "–"],
    ]


def test_exactly_the_minimum_may_go_on_without_a_dissenter(example: tuple[Language, str]) -> None:
    language, document = example
    rows = table(
        document, {"nl": "Bij", "en": "With"}[language], {"nl": "Initiatief", "en": "Initiative"}[language]
    )
    (haven,) = [row for row in rows if row[1].startswith("Haven+")]
    # Three of four remain, and three is its minimum. Half equal, half by clients (38, 23 and 10 of 71).
    assert [euros(cell) for cell in haven[4:]] == [75_947, -170_192, 55_837, 38_408]


def test_positions_stand_beside_the_choice(tmp_path: Path) -> None:
    files = {"a": spent(1, title="A", alternative_to="[b]", support="{utrecht: for}"), "b": spent(2)}
    rows = table(page(desk.portfolio(tmp_path, files)), "Bij", "Initiatief", "Voor")
    assert [row[:3] for row in rows] == [["A", "A", "Utrecht"]]


# --- from nothing to 350 ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_agenda_without_initiatives_has_a_page_one(tmp_path: Path, language: Language) -> None:
    idea = desk.initiative(status="idea", agenda=None, period=None)
    document = page(desk.portfolio(tmp_path, {"idee": idea}), "--lang", language)
    assert {"nl": "geen initiatieven om over te besluiten", "en": "no initiatives for 2027"}[
        language
    ] in document
    assert "btw" not in document
    assert "VAT" not in document
    assert list(tables(document))[1:] == []


def test_an_agenda_of_350_has_a_page_and_the_rest_in_its_chapters(tmp_path: Path) -> None:
    files = {f"i{n:03}": spent(n, title=f"Nummer {n}") for n in range(350)}
    for n in range(0, 350, 7):
        files[f"i{n:03}"] += f"alternative_to: [i{n + 1:03}]\nsupport: {{utrecht: against}}\n"
    for n in range(3, 350, 10):
        files[f"i{n:03}"] += "obligation: {kind: choice, deadline: 2027-01-31}\n"
    root = desk.portfolio(tmp_path, files)
    document = page(root)
    assert len(document.splitlines()) < 100
    assert "Te kiezen bij de overige 44 keuzes van paragraaf 6.6." in document
    assert "En nog 44 keuzes in paragraaf 6.6." in document
    assert "nog 31 uiterste datums die niet worden gehaald (paragraaf 6.4)." in document
    assert "En nog 42; zie bijlage A." in document
    done = desk.regie("agenda", "-C", root, "--year", "2027")
    rest = paragraphs(done.stdout, "### 6.6 Overige keuzes")
    assert len(re.findall(r"^\| [A-Z]+[12] ", rest, re.MULTILINE)) == 88


@pytest.mark.parametrize(
    ("count", "said"), [(8, None), (9, "en nog één optie"), (65, "te veel opties om op te noemen")]
)
def test_of_many_ways_out_the_first_are_shown(tmp_path: Path, count: int, said: str | None) -> None:
    others = [f"n{n:02}" for n in range(count)]
    files = {
        name: spent(1, title=f"Nummer {n}", alternative_to=f"[{', '.join(others[n + 1 :])}]")
        for n, name in enumerate(others)
    }
    rows = table(page(desk.portfolio(tmp_path, files)), "", "Optie")
    assert [row[0] for row in rows if row[0] != "A"] == [f"A{n}" for n in range(1, 9)][: len(rows)] * (
        count < 65
    )
    assert said is None or said in rows[-1][1]


def test_many_twins_are_counted(tmp_path: Path) -> None:
    components = "".join(f"  c{n}: {{name: Deel {n}, domain: access}}\n" for n in range(6))
    partnership = desk.PARTNERSHIP.replace("components:\n", f"components:\n{components}")
    files = {
        f"{member}-{n}": spent(10, title=f"{member} {n}", participants=f"[{member}]", components=f"[c{n}]")
        for n in range(6)
        for member in ("utrecht", "rotterdam")
    }
    root = desk.portfolio(tmp_path, files, partnership)
    assert [name for name, _ in names(root)] == ["adopt", "pay", *["join-twins"] * 4, "twins-others"]
    assert len(table(page(root), "", "Optie")) == 4


def test_over_4096_combinations_the_page_says_at_least_and_at_most(tmp_path: Path) -> None:
    last = {"n15": spent(1)}
    chain = {f"n{n:02}": spent(1, conflicts_with=f"[{{id: n{n + 1:02}, why: Nee.}}]") for n in range(15)}
    document = page(desk.portfolio(tmp_path, {**chain, **last}))
    assert "Ten minste en ten hoogste: er zijn te veel combinaties" in document


def test_what_was_decided_on_is_no_longer_asked_for(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"a": spent(100, status="adopted"), "b": spent(10)})
    assert "| Gevraagd | 2 initiatieven, waarvan 1 al vastgesteld |" in page(root)
    (adopt, _) = view(root).decisions
    assert adopt.values["count"] == 1
    done = page(desk.portfolio(tmp_path / "all", {"a": spent(100, status="adopted")}))
    assert "Over alle initiatieven van deze agenda is al besloten." in done
    assert view(tmp_path / "all").decisions == ()


def test_a_late_one_that_breaks_the_budget_is_told_with_it(tmp_path: Path) -> None:
    files = {"a": spent(5_000_000), "laat": spent(1_000_001, submitted="2026-09-01", late=LATE)}
    assert names(desk.portfolio(tmp_path, files)) == [
        ("adopt", False),
        ("pay", False),
        ("admit-late", True),
        ("late-short-one-off", True),
    ]
