"""The money of the agenda in later years: what is new, what runs, and what nobody estimated."""

from pathlib import Path

import pytest

from icteregie.reports.agenda.finance_brief import ChargesBrief, FinanceBrief
from tests import desk
from tests.test_agenda import RUNNING, TWO_YEARS, agenda, euros, paragraphs, table, view

NEW = desk.initiative(title="Nieuw", costs="{one_off: {2027: 1000}, recurring: {2028: 60}}", cost_key="equal")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    runs = RUNNING.replace("recurring: {2027: 5000}", "recurring: {2027: 5000, 2028: 5000, 2029: 400}")
    return desk.portfolio(tmp_path, {"loopt": f"{runs}cost_key: equal\n", "nieuw": NEW}, TWO_YEARS)


def test_what_runs_has_a_column_of_its_own_in_every_year(root: Path) -> None:
    years = view(root).finance.years
    assert [(y.year, y.one_off, y.recurring, y.running, y.total, y.shares) for y in years] == [
        (2027, 1000, 0, 15001, 16001, (4001, 4000, 4000, 4000)),
        (2028, 0, 60, 5000, 5060, (1265, 1265, 1265, 1265)),
        (2029, 0, 0, 400, 400, (100, 100, 100, 100)),
        (2030, 0, 0, 0, 0, (0, 0, 0, 0)),
    ]


@pytest.mark.parametrize(
    ("language", "headings", "unknown", "total"),
    [
        ("nl", ("Jaar", "Nieuw, incidenteel", "Nieuw, structureel", "Lopend"), "niet geraamd", "Totaal"),
        ("en", ("Year", "New, one-off", "New, recurring", "Ongoing"), "not estimated", "Total"),
    ],
)
def test_what_nobody_estimated_further_is_not_nothing(
    root: Path, language: str, headings: tuple[str, ...], unknown: str, total: str
) -> None:
    rows = table(agenda(root, "--year", "2027", "--lang", language), *headings)
    assert [(row[0], row[2], row[3]) for row in rows[2:4]] == [
        ("2029", unknown, "400"),
        ("2030", unknown, unknown),
    ]
    assert rows[0][2] == "0"
    assert [rows[4][0], *map(euros, rows[4][1:5])] == [total, 1000, 60, 20401, 21461]


def test_an_estimate_that_stops_is_counted_by_year(root: Path) -> None:
    stopped = [(u.year, u.stopped) for u in view(root).finance.unestimated]
    assert stopped == [(2028, 0), (2029, 1), (2030, 2)]
    said = paragraphs(agenda(root, "--year", "2027", "--lang", "en"), "### 7.1 Four years ahead")
    assert "missing from these amounts: in 2029 of one initiative, in 2030 of 2 initiatives.\n" in said


def test_a_cost_that_is_said_to_end_is_nothing(tmp_path: Path) -> None:
    costs = "{recurring: {2027: 60, 2028: 0, 2029: 0, 2030: 0}}"
    root = desk.portfolio(tmp_path, {"nieuw": desk.initiative(costs=costs)})
    rows = table(agenda(root), "Jaar", "Nieuw, incidenteel")
    assert [row[2] for row in rows] == ["60", "0", "0", "0", "60"]


def test_work_in_a_year_without_an_estimate_is_not_free(tmp_path: Path) -> None:
    new = desk.initiative(costs="{one_off: {2027: 10}}", period="{start: 2027-Q1, end: 2028-Q2}")
    rows = table(agenda(desk.portfolio(tmp_path, {"nieuw": new})), "Jaar", "Nieuw, incidenteel")
    assert [row[1] for row in rows[:3]] == ["10", "niet geraamd", "0"]


# --- what it brings ---


@pytest.mark.parametrize(
    ("alone", "headings", "difference"),
    [
        (31, ("Initiatief", "Leden", "Alleen", "Samen", "Verschil"), "€ 1"),
        (30, ("Initiatief", "Leden", "Alleen", "Samen", "Samen duurder"), "€ 0"),
        (29, ("Initiatief", "Leden", "Alleen", "Samen", "Samen duurder"), "€ 1"),
    ],
)
def test_together_is_cheaper_only_where_it_is(
    tmp_path: Path, alone: int, headings: tuple[str, ...], difference: str
) -> None:
    shared = desk.initiative(cost_key="equal", costs="{one_off: {2027: 120}}", alone=f"{{utrecht: {alone}}}")
    document = agenda(desk.portfolio(tmp_path, {"samen": shared}))
    ((_, name, *amounts),) = table(document, *headings)
    assert (name, amounts) == ("Utrecht", [f"€ {alone}", "€ 30", difference])
    assert ("**Samen is goedkoper dan apart.**" in document) == (alone == 31)
    assert ("**Samen is niet goedkoper dan apart**" in document) == (alone != 31)


@pytest.mark.parametrize(
    ("language", "headings", "unknown", "least"),
    [
        ("nl", ("Jaar", "Besparing", "Incidentele kosten"), "niet geraamd", "ten minste € 5"),
        ("en", ("Year", "Saving", "One-off cost"), "not estimated", "at least € 5"),
    ],
)
def test_a_saving_has_its_cost_in_the_same_years_beside_it(
    tmp_path: Path, language: str, headings: tuple[str, ...], unknown: str, least: str
) -> None:
    files = {
        "a": desk.initiative(
            title="A",
            costs="{one_off: {2027: 100}, recurring: {2028: 10}}",
            benefits="{recurring: {2028: 70, 2029: 70, 2030: 70}}",
        ),
        "b": desk.initiative(
            title="B", costs="{recurring: {2028: 3, 2029: 5}}", benefits="{recurring: {2029: 6}}"
        ),
        "geen": desk.initiative(title="Geen", costs="{one_off: {2027: 999}}"),
    }
    document = agenda(desk.portfolio(tmp_path, files), "--lang", language)
    assert table(document, *headings) == [
        ["2027", "€ 0", "€ 100", "€ 0", "€ \N{MINUS SIGN}100"],
        ["2028", "€ 70", "€ 0", "€ 13", "€ 57"],
        ["2029", "€ 76", "€ 0", least, "–"],
        ["2030", "€ 70", "€ 0", unknown, "–"],
    ]


@pytest.mark.parametrize("benefits", [None, "{text: Rust.}", "{recurring: {2028: 0}}"])
def test_without_a_saving_there_is_no_table_of_it(tmp_path: Path, benefits: str | None) -> None:
    document = agenda(desk.portfolio(tmp_path, {"a": desk.initiative(benefits=benefits)}))
    assert "**Besparing.**" not in document


# --- the budget ---


@pytest.mark.parametrize(
    ("language", "heading", "said"),
    [
        (
            "nl",
            "## 7. Financiën",
            (
                "Budget voor nieuwe initiatieven in 2027: € 500 incidenteel (gevraagd: € 1.000) "
                "en € 60 structureel (gevraagd: € 0). Lopende projecten tellen daarin niet mee."
            ),
        ),
        (
            "en",
            "## 7. Finance",
            (
                "Budget for new initiatives in 2027: € 500 one-off (requested: € 1,000) "
                "and € 60 recurring (requested: € 0). Ongoing projects are not included."
            ),
        ),
    ],
)
def test_the_budget_is_that_for_new_initiatives(
    tmp_path: Path, language: str, heading: str, said: str
) -> None:
    budget = TWO_YEARS.replace("{one_off: 6000000, recurring: 1500000}", "{one_off: 500, recurring: 60}")
    root = desk.portfolio(tmp_path, {"loopt": RUNNING, "nieuw": NEW}, budget)
    document = agenda(root, "--year", "2027", "--lang", language)
    assert paragraphs(document, heading).strip().splitlines()[0] == said


@pytest.mark.parametrize(
    ("language", "heading", "said", "row"),
    [
        (
            "nl",
            "## 7. Financiën",
            (
                "Budget voor 2027: € 500 incidenteel (gevraagd: € 1.000). Lopende projecten en wat nog te "
                "betalen is, gaan daar eerst af. Dat is € 10.001 incidenteel (tabel 2)."
            ),
            "| Doorlopende projecten (1) | 15.001 | eraf gehaald | – | – | – |",
        ),
        (
            "en",
            "## 7. Finance",
            (
                "Budget for 2027: € 500 one-off (requested: € 1,000). Ongoing projects and what must still "
                "be paid are taken off first. That is € 10,001 one-off (table 2)."
            ),
            "| Ongoing projects (1) | 15,001 | taken off | – | – | – |",
        ),
    ],
)
def test_from_a_budget_for_all_is_taken_off_what_runs(
    tmp_path: Path, language: str, heading: str, said: str, row: str
) -> None:
    budget = TWO_YEARS.replace("{one_off: 6000000, recurring: 1500000}", "{one_off: 500, covers: all}")
    root = desk.portfolio(tmp_path, {"loopt": RUNNING, "nieuw": NEW}, budget)
    document = agenda(root, "--year", "2027", "--lang", language)
    assert paragraphs(document, heading).strip().splitlines()[0] == said
    assert row in document


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        ("{one_off: 500}", "in 2027: € 500 incidenteel (gevraagd: € 0). Lopende"),
        ("{recurring: 60}", "in 2027: € 60 structureel (gevraagd: € 0). Lopende"),
    ],
)
def test_half_a_budget_is_told_as_half(tmp_path: Path, budget: str, said: str) -> None:
    half = desk.PARTNERSHIP.replace("{one_off: 6000000, recurring: 1500000}", budget)
    document = agenda(desk.portfolio(tmp_path, {"nieuw": desk.initiative()}, half))
    assert said in paragraphs(document, "## 7. Financiën")


# --- the chapter in brief ---

RATES = "money: {interest_rate: 10%}\n"
BRIEF = {
    # 104 by 38, 33, 23 and 10 of 104; less and more 50%.
    "a": desk.initiative(
        costs="{margin: 50%, one_off: {2027: 104}, recurring: {2028: 208}, people: 40,"
        " investment: {2027: 50}, depreciation: 5}",
        benefits="{one_off: {2028: 6}, recurring: {2028: 10, 2029: 20}, booked_on: beheer}",
        alone="{rotterdam: 60, utrecht: 10}",
    ),
    # Equal: 2, 1, 1 and 1; no margin.
    "b": desk.initiative(costs="{one_off: {2027: 5}}", cost_key="equal", benefits="{recurring: {2029: 7}}"),
    "c": desk.initiative(),
}


def brief(root: Path, files: dict[str, str], partnership: str = desk.PARTNERSHIP) -> FinanceBrief:
    return view(desk.portfolio(root, files, partnership)).finance.brief


def test_what_is_asked_of_each_member_has_its_range(tmp_path: Path) -> None:
    found = brief(tmp_path, BRIEF, f"{desk.PARTNERSHIP}{RATES}")
    shown = [(m.name, m.one_off, m.low, m.high, m.recurring, m.later, m.charges) for m in found.members]
    # The range is 57 to 161: for Amsterdam 38 / 2 + 2 and 38 * 1.5 + 2; the half goes
    # to Rotterdam before The Hague. Charges are 10 and 5 on 50.
    assert shown == [
        ("Amsterdam", 40, 21, 59, 0, 76, 6),
        ("Rotterdam", 34, 18, 51, 0, 66, 5),
        ("Den Haag", 24, 12, 35, 0, 46, 3),
        ("Utrecht", 11, 6, 16, 0, 20, 1),
    ]
    assert found.later_year == 2028
    assert found.charges == ChargesBrief(10, 5)


def test_people_savings_and_what_nobody_gave(tmp_path: Path) -> None:
    found = brief(tmp_path, BRIEF)
    parts = found.estimate.people, found.estimate.technology, found.estimate.undivided
    assert (found.estimate.amount, *parts) == (109, 40, 64, 5)
    assert (found.savings.booked, found.savings.hoped_for, found.saving_years) == (36, 7, (2028, 2029))
    assert (found.alone, found.together, found.without_alone) == (70, 43, 3)
    unknown = found.estimate.without_amount, found.estimate.without_margin, found.without_saving
    assert unknown == (1, 1, 1)


def test_without_a_rate_the_interest_is_not_known(tmp_path: Path) -> None:
    assert brief(tmp_path, BRIEF).charges == ChargesBrief(10, None)


@pytest.mark.parametrize(
    ("language", "heading", "parts", "unknown"),
    [
        (
            "nl",
            "### 7.1 Vier jaar vooruit",
            (
                "is € 40 voor opleiding en verandering, en € 64 voor techniek."
                " Van € 5 (één initiatief) is dat niet gegeven."
            ),
            (
                "- **Niet gegeven:** de incidentele kosten van één initiatief, de bandbreedte van"
                " één initiatief, de besparing van één initiatief en wat elke deelnemer alleen zou"
                " betalen bij 3 gezamenlijke initiatieven."
            ),
        ),
        (
            "en",
            "### 7.1 Four years ahead",
            (
                "€ 40 is for training and change, and € 64 for technology."
                " Of € 5 (one initiative) that was not given."
            ),
            (
                "- **Not given:** the one-off cost of one initiative, the margin of one initiative,"
                " the saving of one initiative and what each participant would pay alone for"
                " 3 joint initiatives."
            ),
        ),
    ],
)
def test_the_chapter_says_so_in_brief(
    tmp_path: Path, language: str, heading: str, parts: str, unknown: str
) -> None:
    root = desk.portfolio(tmp_path, BRIEF, f"{desk.PARTNERSHIP}{RATES}")
    said = agenda(root, "--lang", language)
    chapter = said[said.index("\n## 7. ") : said.index(heading)]
    assert parts in chapter
    assert unknown in chapter.splitlines()
    assert "€ 10" in chapter[chapter.index("**Kapitaallasten" if language == "nl" else "**Capital") :]


def test_an_agenda_without_a_list_has_nothing_in_brief(tmp_path: Path) -> None:
    said = agenda(desk.portfolio(tmp_path, {"idee": desk.initiative(status="idea")}), "--lang", "en")
    assert "In brief" not in said


def test_savings_beside_cost_have_what_is_saved_once(tmp_path: Path) -> None:
    years = view(desk.portfolio(tmp_path, BRIEF)).savings
    assert [(y.year, y.saving) for y in years] == [(2027, 0), (2028, 16), (2029, 27)]


def test_who_left_pays_nothing_of_what_runs(tmp_path: Path) -> None:
    left = TWO_YEARS.replace("code: GM0344}", "code: GM0344, until: 2026-12-31}")
    runs = RUNNING.replace("participants: all", "participants: [amsterdam, utrecht]")
    report = view(desk.portfolio(tmp_path, {"loopt": f"{runs}cost_key: equal\n", "nieuw": NEW}, left))
    running = report.finance.years[0].running
    assert [m.running for m in report.finance.members] == [running, 0, 0, 0]
    new = [m.asked for m in report.finance.members]
    assert report.finance.years[0].shares == (running + new[0], *new[1:])
    rows = {row.name: row.running for row in report.page.bridge}
    assert (rows["Amsterdam"], rows["Utrecht"]) == (running, 0)
    (row,) = report.matrix.running
    assert (row.share("amsterdam"), row.share("utrecht")) == (running, 0)
