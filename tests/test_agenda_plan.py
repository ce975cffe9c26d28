"""The proposal as the plan has it: moved amounts everywhere, and who is out with the reason."""

from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie
from tests.kept_plans import TWO_YEARS, keep

BUDGET = "budget: {one_off: 6000000, recurring: 1500000}"
TIGHT = TWO_YEARS.replace(BUDGET, "budget: {one_off: 300000, recurring: 1500000}")
MARKS = "{value: 3, urgency: 2}"
WINDOW = "{earliest: 2027-Q1, latest: 2028-Q4}"
ALPHA = initiative(
    title="Alfa",
    period="{start: 2027-Q1, end: 2027-Q2}",
    window=WINDOW,
    score=MARKS,
    cost_key="equal",
    costs="{one_off: {2027: 100000}, recurring: {2027: 4000}}",
    effort="{platform: {2027-Q1: 400, 2027-Q2: 200}}",
    minimum_participants="2",
)
BETA = initiative(title="Beta", score=MARKS, costs="{one_off: {2027: 280000}}")
MOVED = "{id: alpha, start: 2027-Q4, members: [amsterdam, rotterdam, den-haag, utrecht]}"
EVERYONE = "members: [amsterdam, rotterdam, den-haag, utrecht]"
SHORT = "{id: beta, lacks: [{what: one-off, year: 2027, amount: 30000}]}"


def planned(
    folder: Path, *words: str, placed: tuple[str, ...] = (MOVED,), left_out: tuple[str, ...] = (SHORT,)
) -> str:
    portfolio(folder, {"alpha": ALPHA, "beta": BETA}, TIGHT)
    keep(folder, placed, left_out)
    return written(folder, *words)


def written(folder: Path, *words: str) -> str:
    done = regie("agenda", "-C", folder, "--year", "2027", "--plan", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


# --- what it calls itself ---


def test_it_calls_itself_a_calculated_proposal_in_its_title_and_on_top(tmp_path: Path) -> None:
    lines = planned(tmp_path).splitlines()
    assert lines[0] == "# Rekenvoorstel ontwikkelagenda 2027"
    assert lines[4] == (
        "**Dit is een rekenvoorstel.** Het volgt het plan in `plans/2027.yaml`. Van de 2 gevraagde "
        "initiatieven staat er één op de lijst; hoofdstuk 9 zegt waarom de andere er niet op staan. Eén "
        "initiatief loopt anders dan gevraagd (hoofdstuk 3); de kosten en uren zijn mee verschoven. Bewezen "
        "is dat geen andere keuze die past meer waarde heeft. Wat is geadviseerd en besloten, staat in "
        "`decisions/` en verandert hierdoor niet."
    )
    assert "| Status | Rekenvoorstel; stand van de agenda: voorstel |" in lines


def test_it_calls_itself_so_in_english(tmp_path: Path) -> None:
    text = planned(tmp_path, "--lang", "en")
    assert text.startswith("# Calculated proposal for the development agenda 2027\n")
    assert "**This is a calculated proposal.**" in text


def test_without_the_option_a_kept_plan_changes_nothing(tmp_path: Path) -> None:
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA}, TIGHT)
    before = regie("agenda", "-C", tmp_path, "--year", "2027").stdout
    keep(tmp_path, (MOVED,), (SHORT,))
    assert regie("agenda", "-C", tmp_path, "--year", "2027").stdout == before


# --- moved amounts everywhere ---


def test_the_list_has_the_moved_period_and_amounts(tmp_path: Path) -> None:
    text = planned(tmp_path)
    assert (
        "| 1 | Alfa | Utrecht | alle leden | nee | bedrijfskritisch | € 50.000 | € 0 | Q4 2027 – Q1 2028 |"
        in text
    )
    assert "| Alfa | Q1 2027 – Q2 2027 | Q4 2027 – Q1 2028 | zoals gevraagd |" in text


def test_what_is_moved_begins_a_paragraph_of_its_own(tmp_path: Path) -> None:
    late = ALPHA.replace("submitted: 2026-05-18", "submitted: 2026-07-20")
    portfolio(tmp_path, {"alpha": late, "beta": BETA}, TIGHT)
    keep(tmp_path, (MOVED,), (SHORT,))
    lines = written(tmp_path).splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("**Anders dan gevraagd.**"))
    assert lines[place - 2].startswith("◷")
    assert lines[place - 1] == ""


def test_the_money_of_four_years_is_moved(tmp_path: Path) -> None:
    text = planned(tmp_path)
    assert "| 2027 | 50.000 | 0 | " in text
    assert "| 2028 | 50.000 | 4.000 | " in text


def test_the_hours_are_moved(tmp_path: Path) -> None:
    assert "| Team Platform | 2.400 | 0 | 0 | 0 | 400 |" in planned(tmp_path)


def test_the_planning_is_moved(tmp_path: Path) -> None:
    text = planned(tmp_path)
    assert "2027-10-01, 2028-04-01" in text
    assert "2027-01-01" not in text


def test_what_members_pay_is_of_the_moved_amounts(tmp_path: Path) -> None:
    text = planned(tmp_path)
    assert "| 1 | Alfa | € 50.000 | € 12.500 | € 12.500 | € 12.500 | € 12.500 |" in text
    own = written(tmp_path, "--member", "utrecht")
    assert own.startswith("# Utrecht: rekenvoorstel ontwikkelagenda 2027\n")
    assert "**Dit is een rekenvoorstel.**" in own
    assert "**Betaalt € 12.500**" in own


def test_who_does_not_take_part_pays_nothing(tmp_path: Path) -> None:
    fewer = "{id: alpha, start: 2027-Q1, members: [rotterdam, utrecht]}"
    text = planned(tmp_path, placed=(fewer,))
    assert "| 1 | Alfa | € 104.000 | – | € 52.000 | – | € 52.000 |" in text
    assert "| Rotterdam en Utrecht (gevraagd: alle leden) |" in text


def test_a_shortage_that_the_plan_ends_is_not_put_to_directors(tmp_path: Path) -> None:
    text = planned(tmp_path)
    asked = regie("agenda", "-C", tmp_path, "--year", "2027").stdout
    assert "tekort op het incidentele budget" in asked
    assert "tekort op het incidentele budget" not in text


# --- who is out ---


def test_who_is_out_has_a_list_with_the_reason(tmp_path: Path) -> None:
    text = planned(tmp_path)
    assert "**Gevraagd, en niet in dit rekenvoorstel:**" in text
    assert "| Beta | Utrecht | € 30.000 te weinig incidenteel budget in 2027. |" in text
    assert "| 2 | Beta" not in text
    assert "niet op de agenda van 2027 te zetten: ‘Beta’ (redenen in hoofdstuk 9)." in text


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (
            "lacks: [{what: hours, team: platform, quarter: 2027-Q3, amount: 60}]",
            "60 uur te weinig van Team Platform in Q3 2027.",
        ),
        ("lacks: [{what: waits-for, id: gamma}]", "Wacht op ‘Gamma’, dat er niet op staat."),
        ("lacks: [{what: together, id: alpha}]", "Het is dit of ‘Alfa’."),
        ("never: no-marks", "Niemand gaf een cijfer, dus de waarde is onbekend."),
        ("never: waits-for, because_of: gamma", "Wacht op ‘Gamma’, en dat is niet gepland."),
        ("start: 2027-Q1", "Het past, maar dit plan heeft het niet."),
    ],
)
def test_each_reason_is_said_in_a_sentence(tmp_path: Path, said: str, reason: str) -> None:
    gamma = initiative(title="Gamma", status="idea")
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA, "gamma": gamma}, TIGHT)
    keep(tmp_path, (MOVED,), (f"{{id: beta, {said}}}",))
    assert f"| Beta | Utrecht | {reason} |" in written(tmp_path)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Het ene initiatief dat is gevraagd, staat niet op de lijst; hoofdstuk 9 zegt waarom."),
        ("en", "The one initiative requested is not on the list; chapter 9 says why."),
    ],
)
def test_the_only_one_that_is_out_is_said(tmp_path: Path, language: str, sentence: str) -> None:
    portfolio(tmp_path, {"beta": BETA}, TIGHT)
    keep(tmp_path, (), (SHORT,))
    assert sentence in written(tmp_path, "--lang", language)


def test_all_on_is_said(tmp_path: Path) -> None:
    beta = "{id: beta, start: 2027-Q1, " + EVERYONE + "}"
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA.replace("280000", "28000")}, TIGHT)
    keep(tmp_path, (MOVED, beta))
    text = written(tmp_path)
    assert "Alles wat is gevraagd, staat op de lijst." in text
    assert "niet in dit rekenvoorstel" not in text


# --- what it isn't ---


def test_the_advice_is_what_the_lists_of_decisions_say(tmp_path: Path) -> None:
    advice = (
        "advice:\n  - {initiatives: [beta], because: Beta eerst.}\n"
        "  - {initiatives: [alpha], because: Daarna Alfa.}\n"
    )
    portfolio(
        tmp_path,
        {"alpha": ALPHA, "beta": BETA, "decisions/2026-09-24-innovation-board.yaml": advice},
        TIGHT,
    )
    keep(tmp_path, (MOVED,), (SHORT,))
    text = written(tmp_path)
    assert "Daarna Alfa." in text
    assert "stand van de agenda: voorstel" in text


def test_what_is_adopted_stays_where_it_is(tmp_path: Path) -> None:
    fixed = initiative(
        title="Vast",
        status="adopted",
        costs="{one_off: {2027: 7}}",
        baseline="{adopted: 2026-10-08, end: 2027-Q2, one_off: 7}",
    )
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA, "fixed": fixed}, TIGHT)
    keep(tmp_path, (MOVED,), (SHORT,))
    assert (
        "| Vast | Utrecht | alle leden | nee | bedrijfskritisch | € 7 | € 0 | Q1 2027 – Q2 2027 |"
        in written(tmp_path)
    )


def test_a_stale_plan_is_said_on_top(tmp_path: Path) -> None:
    planned(tmp_path)
    (tmp_path / "initiatives" / "beta.yaml").write_text(BETA.replace("280000", "270000"), "utf-8")
    lines = written(tmp_path).splitlines()
    assert lines[4].startswith("**Let op: het plan is verouderd.**")
    assert lines[4].endswith("Maak het opnieuw met `regie plan --year 2027 --write`.")
    assert "Bewezen is" not in "\n".join(lines)


# --- what is refused ---


def refused(folder: Path, *words: str) -> str:
    done = regie("agenda", "-C", folder, "--year", "2027", "--plan", *words)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


def test_without_a_plan_it_says_how_to_make_one(tmp_path: Path) -> None:
    portfolio(tmp_path, {"alpha": ALPHA}, TIGHT)
    none = "In plans/2027.yaml staat nog geen plan voor 2027."
    assert refused(tmp_path).startswith(none)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2027.yaml").write_text("pins: {alpha: {in: true}}\n", "utf-8")
    assert refused(tmp_path).startswith(none)


def test_a_result_that_was_edited_by_hand_is_refused(tmp_path: Path) -> None:
    portfolio(tmp_path, {"alpha": ALPHA, "beta": BETA}, TIGHT)
    keep(tmp_path, (MOVED.replace("2027-Q4", "2029-Q1"),), (SHORT,))
    assert refused(tmp_path).startswith("Het plan in plans/2027.yaml klopt niet met de bestanden")


@pytest.mark.parametrize("other", ["--adopted", "--diff=main"])
def test_it_goes_with_no_other_document(tmp_path: Path, other: str) -> None:
    planned(tmp_path)
    assert (
        refused(tmp_path, other) == f"Gebruik {other.partition('=')[0]} en --plan niet samen. Kies er een.\n"
    )


# --- kept and compared, and on paper ---


def test_it_is_compared_with_its_own_file(tmp_path: Path) -> None:
    text = planned(tmp_path)
    absent = regie("agenda", "-C", tmp_path, "--year", "2027", "--plan", "--check")
    assert (absent.returncode, "2027.plan.nl.md bestaat nog niet" in absent.stderr) == (1, True)
    assert "--year 2027 --plan --lang nl" in absent.stderr
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "2027.plan.nl.md").write_text(text, "utf-8")
    assert regie("agenda", "-C", tmp_path, "--year", "2027", "--plan", "--check").returncode == 0
    keep(tmp_path, (MOVED.replace("2027-Q4", "2027-Q3"),), (SHORT,))
    assert regie("agenda", "-C", tmp_path, "--year", "2027", "--plan", "--check").returncode == 1


def test_it_is_written_as_a_page_to_print(tmp_path: Path) -> None:
    text = planned(tmp_path, "--format", "html")
    assert "<title>Rekenvoorstel ontwikkelagenda 2027" in text
    assert "Dit is een rekenvoorstel." in text


def test_texts_of_files_stay_texts(tmp_path: Path) -> None:
    hostile = BETA.replace("title: Beta", "title: 'B|eta *x* <b> [y](z) `q`'")
    portfolio(tmp_path, {"alpha": ALPHA, "beta": hostile}, TIGHT)
    keep(tmp_path, (MOVED,), ("{id: beta, lacks: [{what: waits-for, id: beta}]}",))
    text = written(tmp_path)
    title = r"B\|eta \*x\* \<b\> \[y\](z) \`q\`"
    assert f"| {title} | Utrecht | Wacht op ‘{title}’, dat er niet op staat. |" in text
