"""The annexes for members: who pays what of which initiative, what each must decide, who stands alone."""

from pathlib import Path

import pytest

from tests import desk
from tests.test_agenda import LANGUAGES, RUNNING, TWO_YEARS, Rows, agenda, euros, paragraphs, table, view

COLUMNS = ("Amsterdam", "Rotterdam", "Den Haag", "Utrecht")
FILES = {
    "allen": desk.initiative(
        title="Allen",
        cost_key="equal",
        costs="{one_off: {2027: 102}, recurring: {2027: 7}, cover: {utrecht: to-be-found}}",
        alternative_to="[twee]",
        support="{utrecht: {position: against, because: Te duur.}, rotterdam: for}",
        priority="must",
    ),
    "twee": desk.initiative(
        title="Twee",
        cost_key="equal",
        participants="[utrecht, den-haag]",
        costs="{one_off: {2027: 11}}",
        support="{utrecht: for, rotterdam: against, amsterdam: against}",
    ),
    "gratis": desk.initiative(title="Gratis", participants="[utrecht]"),
    "loopt": f"{RUNNING}cost_key: equal\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return desk.portfolio(tmp_path, FILES, TWO_YEARS)


def matrix_rows(document: str) -> Rows:
    return table(document, "Nr.", "Initiatief", "Totaal", *COLUMNS)


def test_the_matrix_has_the_list_in_its_order_then_what_runs(root: Path) -> None:
    assert [(row[0], row[1], *row[2:]) for row in matrix_rows(agenda(root, "--year", "2027"))] == [
        ("1", "Allen", "€ 109", "€ 28", "€ 28", "€ 27", "€ 26"),
        ("2", "Gratis", "€ 0", "–", "–", "–", "€ 0"),
        ("3", "Twee", "€ 11", "–", "–", "€ 6", "€ 5"),
        ("", "Nieuw", "€ 120", "€ 28", "€ 28", "€ 33", "€ 31"),
        ("", "Loopt", "€ 15.001", "€ 3.751", "€ 3.750", "€ 3.750", "€ 3.750"),
        ("", "Lopend", "€ 15.001", "€ 3.751", "€ 3.750", "€ 3.750", "€ 3.750"),
        ("", "Totaal", "€ 15.121", "€ 3.779", "€ 3.778", "€ 3.783", "€ 3.781"),
    ]


def test_the_matrix_of_the_example_adds_up_to_chapter_7_and_to_page_one() -> None:
    document = agenda(desk.EXAMPLE, "--year", "2027")
    rows = matrix_rows(document)
    named = [row[1] for row in rows]
    new, running, total = (rows[named.index(name)] for name in ("Nieuw", "Lopend", "Totaal"))
    for column in range(2, 7):
        cells = [[euros(row[column]) for row in each if row[column] != "–"] for each in _parts(rows)]
        assert [sum(part) for part in cells] == [euros(new[column]), euros(running[column])]
        assert euros(new[column]) + euros(running[column]) == euros(total[column])
    year = table(document, "Jaar", "Nieuw, incidenteel")[0]
    assert [euros(cell) for cell in year[4:]] == [euros(cell) for cell in total[2:]]
    assert euros(year[1]) + euros(year[2]) == euros(new[2])
    keys = table(document, "Verdeelsleutel", "Bedrag")
    assert [sum(euros(key[n]) for key in keys) for n in range(1, 6)] == [euros(cell) for cell in new[2:]]
    members = view(desk.EXAMPLE).finance.members
    assert [m.total for m in members] == [euros(cell) for cell in total[3:]]
    assert [m.running for m in members] == [euros(cell) for cell in running[3:]]


def _parts(rows: Rows) -> tuple[Rows, Rows]:
    named = [row[1] for row in rows]
    new, running = named.index("Nieuw"), named.index("Lopend")
    return rows[:new], rows[new + 1 : running]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_member_pays_is_its_column_of_the_matrix(language: str) -> None:
    document = agenda(desk.EXAMPLE, "--year", "2027", "--lang", language)
    report = view(desk.EXAMPLE)
    assert [paper.name for paper in report.papers] == [*COLUMNS]
    for paper, money in zip(report.papers, report.finance.members, strict=True):
        assert paper.total == money.total
        heading = {"nl": ("Initiatief", "Deelnemers"), "en": ("Initiative", "Participants")}[language]
        (*rows, total) = table(document.split(f"\n### {paper.name}\n")[1], *heading)
        assert [sum(euros(row[n]) for row in rows) for n in (2, 3, 4)] == [euros(cell) for cell in total[2:]]
        assert euros(total[4]) == money.total


def test_a_member_reads_what_it_must_decide(root: Path) -> None:
    document = agenda(root, "--year", "2027")
    assert _list(document, "Utrecht", "Te besluiten") == [
        "- dekking vinden voor € 25 aan incidentele kosten",
        "- opgeven hoe € 5 aan incidentele kosten wordt gedekt",
        "- één van de twee kiezen: «Allen» en «Twee»",
    ]
    assert "Doet ook mee, zonder kosten in 2027: Gratis." in paragraphs(document, "### Utrecht")


@pytest.mark.parametrize(
    ("language", "said", "headings"),
    [
        (
            "nl",
            "De bedragen gelden voor de hele lijst",
            ("## Bijlage D. Initiatieven en leden", "## Bijlage E. Per lid"),
        ),
        (
            "en",
            "The figures cover the whole list",
            ("## Annex D. Initiatives and members", "## Annex E. By member"),
        ),
    ],
)
def test_what_a_choice_may_still_take_away_is_said_to_be_counted(
    root: Path, language: str, said: str, headings: tuple[str, ...]
) -> None:
    document = agenda(root, "--year", "2027", "--lang", language)
    assert [said in paragraphs(document, heading) for heading in headings] == [True, True]
    (root / "initiatives" / "twee.yaml").unlink()
    (root / "initiatives" / "allen.yaml").unlink()
    assert said not in agenda(root, "--year", "2027", "--lang", language)


def test_a_member_reads_which_late_one_it_admits(tmp_path: Path) -> None:
    late = desk.initiative(title="Laat", submitted="2026-09-01", participants="[utrecht]")
    document = agenda(desk.portfolio(tmp_path, {"laat": late}))
    assert _list(document, "Utrecht", "Te besluiten") == ["- toelaten na de dossierdatum: Laat"]
    assert "Niets te besluiten buiten de vaststelling van de lijst." in paragraphs(document, "### Rotterdam")
    assert "Betaalt in 2027 niets." in paragraphs(document, "### Rotterdam")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Utrecht", ["- als enige tegen: Allen (Te duur.)", "- als enige voor: Twee"]),
        ("Rotterdam", ["- als enige voor: Allen"]),
        ("Amsterdam", []),
    ],
)
def test_a_member_reads_where_it_stands_alone(root: Path, name: str, said: list[str]) -> None:
    document = agenda(root, "--year", "2027")
    assert _list(document, name, "Staat alleen") == said
    assert ("Staat nergens alleen." in paragraphs(document, f"### {name}")) == (not said)


def test_who_was_against_what_was_adopted_is_overruled(tmp_path: Path) -> None:
    adopted = desk.initiative(
        title="Besloten", status="adopted", support="{utrecht: against, rotterdam: against}"
    )
    document = agenda(desk.portfolio(tmp_path, {"besloten": adopted}))
    for name in ("Utrecht", "Rotterdam"):
        assert _list(document, name, "Staat alleen") == ["- tegen, maar vastgesteld: Besloten"]


def _list(document: str, member: str, heading: str) -> list[str]:
    """Give the items under a bold heading of a member's annex."""
    after = paragraphs(document, f"### {member}").partition(f"**{heading}:**")[2]
    return [line for line in after.strip().split("\n\n")[0].splitlines() if line.startswith("- ")]
