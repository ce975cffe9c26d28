"""The puzzle on the page: what the kept plan has on and out, close calls as questions, and for whom."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie
from tests.kept_plans import TWO_YEARS, keep
from tests.page import Element, read

ALPHA = initiative(
    title="Alfa <b> & *x*",
    window="{earliest: 2027-Q1, latest: 2028-Q4}",
    score="{value: {amsterdam: 5, rotterdam: 3, den-haag: 1, utrecht: 1}, urgency: 2}",
    costs="{one_off: {2027: 100001}, recurring: {2027: 4000}}",
    cost_key="equal",
)
BETA = initiative(
    title="Beta",
    score="{value: {amsterdam: 5, rotterdam: 5, den-haag: 5, utrecht: 4}, urgency: 1}",
    costs="{one_off: {2027: 90001}}",
)
MOVED = "{id: alpha, start: 2027-Q4, members: [amsterdam, rotterdam, den-haag, utrecht]}"
INSTEAD = (
    "{id: beta, lacks: [{what: one-off, year: 2027, amount: 30000}], "
    "instead: {value: 1900, cost: 90001, out: [alpha], "
    "placed: [{id: beta, start: 2027-Q1, members: [amsterdam, rotterdam, den-haag, utrecht]}]}}"
)


def made(folder: Path, left_out: str = INSTEAD, beta: str = BETA) -> Path:
    portfolio(folder, {"alpha": ALPHA, "beta": beta}, TWO_YEARS)
    keep(folder, (MOVED,), (left_out,))
    return folder


def section(folder: Path, *words: str) -> Element:
    done = regie("site", "-C", folder, "--year", "2027", *words)
    assert done.returncode == 0, done.stderr
    return read(done.stdout).by_id("puzzle")


UNCALCULATED = "Voor 2027 is nog niet uitgerekend welke initiatieven samen passen in budget en uren."


def cells(table: Element) -> list[list[str]]:
    rows = [row for body in table.all("tbody") for row in body.all("tr")]
    return [[cell.words for cell in row.children if isinstance(cell, Element)] for row in rows]


def test_without_a_plan_it_says_so_without_a_command(tmp_path: Path) -> None:
    none = section(portfolio(tmp_path, {"alpha": ALPHA}, TWO_YEARS))
    assert none.all("h2")[0].words == "Er is geen rekenvoorstel"
    (sentence,) = none.all("p")
    assert sentence.words == UNCALCULATED
    assert none.all("table") == []


def test_it_says_how_many_are_on_and_that_it_is_calculated(tmp_path: Path) -> None:
    puzzle = section(made(tmp_path))
    assert (
        puzzle.all("h2")[0].words
        == "Van de 2 gevraagde initiatieven staat er 1 in het rekenvoorstel voor 2027"
    )
    note = puzzle.with_class("note")[0].words
    assert note.startswith("Dit is een rekenvoorstel, uit plans/2027.yaml")
    assert note.endswith("Bewezen is dat geen andere keuze die past meer waarde heeft.")


def test_what_is_on_has_its_start_and_its_cost_of_all_years(tmp_path: Path) -> None:
    table = section(made(tmp_path)).all("table")[0]
    assert cells(table) == [["Alfa <b> & *x*", "Q4 2027", "3 kwartalen later", "€ 104.001"]]


def test_what_is_out_has_its_reason(tmp_path: Path) -> None:
    ((title, why),) = cells(section(made(tmp_path)).all("table")[1])
    assert title == "BetaUtrecht"
    assert "€ 30.000 te weinig" in why


def test_a_close_call_is_a_question(tmp_path: Path) -> None:
    # Alpha is worth 2,000 (urgency, marks and percentage), and Beta 1,900.
    (question,) = section(made(tmp_path)).all("li")
    assert question.words == (
        "Beta in plaats van Alfa <b> & *x*? Dat kost 5% van de waarde en is € 14.000 goedkoper."
    )


def test_who_pays_what_adds_up_to_the_cost(tmp_path: Path) -> None:
    table = section(made(tmp_path)).all("table")[2]
    assert cells(table) == [
        ["Amsterdam", "50%", "€ 26.001", "25%"],
        ["Rotterdam", "30%", "€ 26.000", "25%"],
        ["Den Haag", "10%", "€ 26.000", "25%"],
        ["Utrecht", "10%", "€ 26.000", "25%"],
    ]


def test_a_stale_plan_is_said_and_asks_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path)
    (folder / "initiatives" / "beta.yaml").write_text(BETA.replace("90001", "80001"), "utf-8")
    puzzle = section(folder)
    (band,) = puzzle.with_class("band")
    assert band.words.startswith("Dit plan past niet meer bij de bestanden van nu;")
    assert puzzle.all("li") == []
    assert "Bewezen" not in puzzle.words


def test_a_result_that_was_edited_by_hand_is_shown_as_stale(tmp_path: Path) -> None:
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA}, TWO_YEARS)
    keep(tmp_path, (MOVED.replace("2027-Q4", "2031-Q1"),), (INSTEAD,))
    puzzle = section(tmp_path)
    assert len(puzzle.with_class("band")) == 1
    assert "Alfa" not in "".join(cell for row in cells(puzzle.all("table")[0]) for cell in row[1:])


def test_a_plan_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    folder = made(tmp_path)
    (folder / "plans" / "2027.yaml").write_text("result: {status: sure}\n", "utf-8")
    assert section(folder).all("table") == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_laid_down_and_can_not_be_has_the_reason_of_the_command(
    tmp_path: Path, language: str
) -> None:
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA}, TWO_YEARS)
    (tmp_path / "plans").mkdir()
    laid_down = "pins: {beta: {in: true, not_before: 2029-Q1}, alpha: {in: true}}\n"
    (tmp_path / "plans" / "2027.yaml").write_text(laid_down, "utf-8")
    (sentence,) = section(tmp_path, "--lang", language).all("p")
    said = regie("plan", "-C", tmp_path, "--year", "2027", "--lang", language).stdout.splitlines()
    reasons = [line for line in said if "Beta" in line and ":" in line]
    assert reasons
    assert all(reason in sentence.words for reason in reasons)
    assert "--write" not in sentence.words


def test_what_is_laid_down_and_can_be_takes_no_reason(tmp_path: Path) -> None:
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA}, TWO_YEARS)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2027.yaml").write_text("pins: {beta: {in: true}}\n", "utf-8")
    (sentence,) = section(tmp_path).all("p")
    assert sentence.words == UNCALCULATED


def test_it_speaks_english(tmp_path: Path) -> None:
    puzzle = section(made(tmp_path), "--lang", "en")
    assert (
        puzzle.all("h2")[0].words
        == "Of the 2 initiatives requested, 1 is in the calculated proposal for 2027"
    )


def test_nothing_that_the_puzzle_says_changes_what_is_asked(tmp_path: Path) -> None:
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA}, TWO_YEARS)
    before = read(regie("site", "-C", tmp_path, "--year", "2027").stdout)
    keep(tmp_path, (MOVED,), (INSTEAD,))
    after = read(regie("site", "-C", tmp_path, "--year", "2027").stdout)
    for name in ("asked", "costs", "initiatives", "timeline", "capacity", "left-out"):
        assert after.by_id(name).words == before.by_id(name).words
