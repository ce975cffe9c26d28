"""An agenda that was decided on: what was adopted, and the proposal that keeps its bytes. Real git."""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icteregie.reports.agenda.adopted import adopted_report
from icteregie.reports.basis import Basis
from tests.desk import loaded, portfolio, regie
from tests.gitrepo import IN_GIT, Desk, clone, copied, started, text
from tests.test_agenda import Rows, paragraphs, table

PARTNERSHIP = IN_GIT.replace(
    "  - {body: directors, date: 2026-10-08}\n",
    "  - {body: directors, date: 2026-10-08}\n  - {body: innovation-board, date: 2026-10-29}\n"
    "  - {body: directors, date: 2026-11-12}\n",
).replace(
    "domains:\n",
    "  2028:\n    intake_closes: 2027-07-01\n    dossier_closes: 2027-08-27\n    advice: 2027-09-23\n"
    "    decision: 2027-10-07\ndomains:\n",
)
ADVICE = "decisions/2026-09-24-innovation-board.yaml"
FIRST, LATE = "decisions/2026-10-08-directors.yaml", "decisions/2026-11-12-directors.yaml"
NL, EN = "agendas/2027.nl.md", "agendas/2027.en.md"
GROUNDS = "{unforeseen: Ja., unavoidable: Ja., not_postponable: Ja., route: now}"


def costs(amount: int, recurring: int = 0) -> str:
    later = f", recurring: {{2027: {recurring}, 2028: {recurring * 2}}}" if recurring else ""
    return f"{{one_off: {{2027: {amount}, 2028: 100}}{later}}}"


FILES = {
    "api": text("Api ontsluiten", costs=costs(40000, 100), cost_key="equal", alternative_to="[soap]"),
    "soap": text("Soap behouden", costs=costs(20000), cost_key="equal"),
    "data": text("Data delen", costs=costs(8000), cost_key="equal"),
    "desk": text("Eén balie", costs=costs(400), cost_key="equal"),
}
LATE_FILE = text("Late vraag", costs=costs(1200), cost_key="equal", submitted="2026-09-10", late=GROUNDS)
ADVISED = "advice:\n  - {initiatives: [api, soap], choose: soap}\n  - {initiatives: [data, desk]}\n"
DECIDED = """\
agenda: 2027
present: [amsterdam, rotterdam, den-haag]
absent: {utrecht: ziek}
decisions:
  - initiatives: [api]
    decision: adopt
    because: Het scheelt dubbel werk
    dissent: {utrecht: Te duur}
    conditions:
      - {what: Een terugvalplan, by: 2027-03-01, owner: CISO Utrecht, met: 2027-02-20}
      - {what: Een proef, kind: during}
  - {initiatives: [data], decision: adopt}
  - {initiatives: [soap], decision: reject}
  - {initiatives: [desk], decision: defer, to: 2028}
confirmed: 2026-10-22
"""
DECIDED_LATE = "decisions: [{initiatives: [late], decision: adopt}]\n"


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A portfolio with its proposal on main before the decision, and a late one: each test has a copy."""
    made = started(tmp_path_factory.mktemp("proposed"), partnership=PARTNERSHIP)
    made.commit("2026-06-01", FILES)
    made.commit("2026-09-10", {"late": LATE_FILE})
    made.commit("2026-09-24", {ADVICE: ADVISED})
    for language in ("nl", "en"):
        assert run(made, "--lang", language, "-o", f"agendas/2027.{language}.md", today="2026-09-25")[0] == 0
    made.commit("2026-09-25")
    return made


@pytest.fixture
def desk(proposed: Desk, tmp_path: Path) -> Desk:
    return copied(proposed, tmp_path)


def run(desk: Desk, *words: str, today: str, year: str = "2027") -> tuple[int, str, str]:
    """Run the agenda command on a day, and give its exit code and what it wrote and said."""
    done = regie(
        "agenda",
        "--year",
        year,
        "--today",
        today,
        *words,
        cwd=desk.folder,
        env=desk.environment(LC_ALL="C.UTF-8"),
    )
    return done.returncode, done.stdout, done.stderr


def decide(desk: Desk, today: str = "2026-10-09") -> None:
    """Commit the decisions of the first meeting, a day later, and carry them out."""
    desk.write({FIRST: DECIDED})
    done = regie("adopt", FIRST, "--today", today, cwd=desk.folder, env=desk.environment(LC_ALL="C.UTF-8"))
    assert done.returncode == 0, done.stderr
    desk.commit(today)


def adopted(desk: Desk, today: str = "2026-10-09", language: str = "nl") -> str:
    code, written, said = run(desk, "--adopted", "--lang", language, today=today)
    assert (code, said) == (0, "")
    return written


def cells(rows: Rows, *columns: int) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


# --- the state, in the title and on page one ---


@pytest.mark.parametrize(
    ("today", "language", "title", "row"),
    [
        ("2026-10-08", "nl", "voorstel", "| Status | Voorstel |"),
        (
            "2026-10-09",
            "nl",
            "deels vastgesteld",
            "| Status | Deels vastgesteld op 8 oktober 2026 (Directeuren); nog open: één initiatief |",
        ),
        (
            "2026-10-09",
            "en",
            "partly adopted",
            "| Status | Partly adopted on 8 October 2026 (Directeuren); still open: one initiative |",
        ),
        (
            "2026-11-13",
            "en",
            "adopted",
            "| Status | Adopted on 8 October 2026 (Directeuren); still open: one initiative |",
        ),
    ],
)
def test_the_agenda_says_what_it_is(desk: Desk, today: str, language: str, title: str, row: str) -> None:
    if today > "2026-10-08":
        decide(desk)
    written = run(desk, "--lang", language, today=today)[1]
    assert written.partition("\n")[0].endswith(f"2027: {title}")
    assert f"\n{row}\n" in written


def test_every_row_of_the_list_says_by_which_meeting(desk: Desk) -> None:
    decide(desk)
    written = run(desk, today="2026-10-09")[1]
    rows = table(written, "Nr.", "Initiatief", "Indiener")
    assert sorted((title.removesuffix(" ◷"), said) for title, said in cells(rows[:-1], 1, 9)) == [
        ("Api ontsluiten", "vastgesteld, 8 oktober 2026 (Directeuren)"),
        ("Data delen", "vastgesteld, 8 oktober 2026 (Directeuren)"),
        ("Late vraag", "nog niet besloten"),
    ]
    assert table(written, "Initiatief", "Besluit") == [
        ["Eén balie", "aangehouden tot 2028, 8 oktober 2026 (Directeuren)"],
        ["Soap behouden", "afgewezen, 8 oktober 2026 (Directeuren)"],
    ]


def test_page_one_asks_and_advises_only_about_what_is_still_open(desk: Desk) -> None:
    before = run(desk, today="2026-10-08")[1].split("## 1.", 1)[0]
    assert "**Innovatieoverleg adviseert (24 september 2026):**" in before
    decide(desk)
    late = "advice: [{initiatives: [late], because: Het contract loopt af}]\n"
    desk.commit("2026-10-29", {"decisions/2026-10-29-innovation-board.yaml": late})
    after = run(desk, today="2026-10-29")[1].split("## 1.", 1)[0]
    assert "**Innovatieoverleg adviseert (24 september 2026):**" not in after
    assert (
        "**Innovatieoverleg adviseert (29 oktober 2026):**\n\n"
        "- stel vast: *Late vraag*. Het contract loopt af.\n\n"
    ) in after
    assert "niet op de agenda van 2027 te zetten" not in after
    assert (
        "2. Keuze A: ‘Late vraag’ toe te laten of niet, compleet na de dossierdatum (gronden in "
        "paragraaf 6.5).\n"
    ) in after


# --- what was decided ---


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            (
                "Over de agenda 2027 als geheel is nog niets besloten (besluit: 8 oktober 2026). Zet "
                "de besluiten in "
                "decisions/2026-10-08-directors.yaml, of maak het voorstel met: regie agenda --year 2027\n"
            ),
        ),
        (
            "en",
            (
                "Nothing was decided yet about the agenda of 2027 as a whole (decision: 8 October 2026). Put "
                "the decisions "
                "in decisions/2026-10-08-directors.yaml, or make the proposal with: regie agenda "
                "--year 2027\n"
            ),
        ),
    ],
)
def test_without_a_decision_there_is_nothing_to_write(desk: Desk, language: str, said: str) -> None:
    assert run(desk, "--adopted", "--lang", language, today="2026-10-09") == (2, "", said)


def test_the_controller_gets_what_was_adopted_by_member(desk: Desk) -> None:
    decide(desk)
    written = adopted(desk)
    assert table(written, "Gemeente") == [
        ["Amsterdam", "12.000", "25", "12.025"],
        ["Rotterdam", "12.000", "25", "12.025"],
        ["Den Haag", "12.000", "25", "12.025"],
        ["Utrecht", "12.000", "25", "12.025"],
        ["Totaal", "48.000", "100", "48.100"],
    ]
    assert cells(table(written, "Jaar"), 0, 1, 2) == [("2027", "48.000", "100"), ("2028", "200", "200")]
    assert table(written, "", "Vastgesteld") == [
        ["Incidenteel", "48.000", "6.000.000", "5.952.000"],
        ["Structureel", "100", "1.500.000", "1.499.900"],
        ["Structureel in 2028 (hoogste jaar)", "200", "1.500.000", "1.499.800"],
    ]


def test_amounts_are_those_of_the_day_of_decision_whatever_is_planned_since(desk: Desk) -> None:
    decide(desk)
    before = adopted(desk)
    path = desk.folder / "initiatives/api.yaml"
    path.write_text(path.read_text("utf-8").replace("2027: 40000", "2027: 90000", 1), "utf-8")
    desk.commit("2026-10-20")
    assert adopted(desk, "2026-10-21") == before


def test_what_changed_on_the_day_of_decision_itself_counts_and_what_came_later_does_not(desk: Desk) -> None:
    desk.commit("2026-10-08T21:30", {"data": FILES["data"].replace("2027: 8000", "2027: 9000")})
    desk.commit("2026-10-08T22:30", {"data": FILES["data"].replace("2027: 8000", "2027: 7000")})
    decide(desk)
    rows = table(adopted(desk), "Nr.", "Initiatief", "Deelnemers")
    assert ("Data delen", "9.000") in cells(rows, 1, 3)


def test_decisions_are_as_taken(desk: Desk) -> None:
    decide(desk)
    written = adopted(desk)
    assert table(written, "Nr.", "Initiatief", "Besluit") == [
        ["1", "Api ontsluiten", "vastgesteld, met voorwaarden", "in afwijking van het advies"],
        ["2", "Data delen", "vastgesteld", "conform het advies"],
        ["3", "Soap behouden", "afgewezen", "in afwijking van het advies"],
        ["4", "Eén balie", "aangehouden tot 2028", "in afwijking van het advies"],
    ]
    assert (
        "Aanwezig: Amsterdam, Rotterdam en Den Haag. Afwezig: Utrecht (ziek). "
        "De lijst is nog niet bevestigd.\n"
    ) in written
    assert (
        "- **Nr. 1.** Het scheelt dubbel werk. Tegen: **Utrecht** (Te duur). "
        "Voorwaarden: Een terugvalplan; Een proef (hoofdstuk 3).\n"
    ) in written
    assert "- **Utrecht** over *Api ontsluiten* (vastgesteld, 8 oktober 2026): Te duur.\n" in written
    assert cells(table(written, "Initiatief", "Besluit", "Vergadering"), 0, 1) == [
        ("Eén balie", "aangehouden tot 2028"),
        ("Soap behouden", "afgewezen"),
        ("Late vraag", "nog niet besloten"),
    ]


@pytest.mark.parametrize(
    ("today", "stand"), [("2027-02-19", "open"), ("2027-02-20", "voldaan op 20 februari 2027")]
)
def test_a_condition_is_met_from_its_day_on(desk: Desk, today: str, stand: str) -> None:
    decide(desk)
    assert table(adopted(desk, today), "Voorwaarde") == [
        ["Een terugvalplan", "Api ontsluiten", "CISO Utrecht", "1 maart 2027", "vóór de start", stand],
        ["Een proef", "Api ontsluiten", "niet genoemd", "geen datum", "tijdens de uitvoering", "open"],
    ]


@pytest.mark.parametrize(
    ("today", "said"), [("2026-10-21", "nog niet bevestigd"), ("2026-10-22", "bevestigd op 22 oktober 2026")]
)
def test_a_list_is_confirmed_from_its_day_on(desk: Desk, today: str, said: str) -> None:
    decide(desk)
    assert f"| Besluitenlijst van 8 oktober 2026 | {said} |" in adopted(desk, today)


def test_the_late_round_is_added_with_its_own_meeting(desk: Desk) -> None:
    decide(desk)
    desk.commit("2026-11-13", {LATE: DECIDED_LATE})
    written = adopted(desk, "2026-11-13")
    assert written.startswith("# Ontwikkelagenda 2027: vastgesteld\n")
    rows = table(written, "Nr.", "Initiatief", "Deelnemers")
    assert ("Late vraag", "1.200", "12 november 2026") in cells(rows, 1, 3, 8)
    assert (
        "| Status | Vastgesteld op 8 oktober 2026 (Directeuren) en 12 november 2026 (Directeuren) |"
        in written
    )


# --- what changed since the proposal ---


def test_what_changed_since_the_proposal(desk: Desk) -> None:
    changed = FILES["data"].replace("2027: 8000", "2027: 9500").replace("end: 2027-Q2", "end: 2027-Q3")
    desk.commit("2026-10-07", {"data": changed, "new": text("Erbij", costs=costs(4), cost_key="equal")})
    desk.write({FIRST: DECIDED.replace("[data]", "[data, new]")})
    desk.commit("2026-10-09")
    part = adopted(desk).split("## 6.", 1)[1].split("## Bijlage", 1)[0]
    assert "Vergeleken met het voorstel zoals dat op de hoofdbranch stond sinds 25 september 2026.\n" in part
    assert "**Erbij gekomen:**\n\n- Erbij\n" in part
    assert "- Soap behouden: afgewezen, 8 oktober 2026 (Directeuren)\n" in part
    assert "- Late vraag: nog niet besloten\n" in part
    assert table(part, "Initiatief", "Wat") == [
        ["Data delen", "incidenteel in 2027", "€ 8.000", "€ 9.500"],
        ["Data delen", "incidenteel, alle jaren", "€ 8.100", "€ 9.600"],
        ["Data delen", "periode", "Q1 2027 – Q2 2027", "Q1 2027 – Q3 2027"],
    ]


def test_without_a_document_the_day_before_the_decision_is_compared_with(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=PARTNERSHIP)
    desk.commit("2026-06-01", FILES)
    desk.commit("2026-10-07", {"data": FILES["data"].replace("2027: 8000", "2027: 9000")})
    desk.commit("2026-10-08", {"data": FILES["data"].replace("2027: 8000", "2027: 9500")})
    decide(desk)
    part = paragraphs(adopted(desk), "## 6. Wijzigingen sinds het voorstel")
    assert "Vergeleken met de bestanden aan het einde van 7 oktober 2026." in part
    assert table(part, "Initiatief", "Wat")[0] == ["Data delen", "incidenteel in 2027", "€ 9.000", "€ 9.500"]


def test_without_git_nobody_knows_what_changed(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("domains:\n", "history: {since: 2100-01-01}\ndomains:\n", 1)
    root = portfolio(tmp_path, {**FILES, FIRST: DECIDED}, partnership)
    done = regie("agenda", "--year", "2027", "--adopted", "--today", "2026-10-09", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "Niet bekend: hier is geen geschiedenis van git" in done.stdout
    assert "Nr. 1–2: er is geen baseline van die dag" in done.stdout


# --- the proposal keeps its bytes ---


@pytest.mark.parametrize("today", ["2026-10-09", "2027-03-01"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            "agendas/2027.nl.md is het voorstel waarop is besloten, zoals main het op 8 oktober 2026 had.\n",
        ),
        ("en", "agendas/2027.en.md is the proposal that was decided on, as main had it on 8 October 2026.\n"),
    ],
)
def test_after_the_decision_the_proposal_is_held_to_its_bytes(
    desk: Desk, today: str, language: str, said: str
) -> None:
    decide(desk)
    assert run(desk, "--check", "--lang", language, today=today) == (0, "", said)


def test_after_the_day_it_is_held_also_while_no_list_is_there(desk: Desk) -> None:
    desk.commit("2026-10-09", {"data": FILES["data"].replace("2027: 8000", "2027: 9000")})
    assert run(desk, "--check", today="2026-10-08")[0] == 1
    assert run(desk, "--check", today="2026-10-09")[0] == 0


def test_without_any_history_a_proposal_on_which_nothing_was_decided_is_made_anew(tmp_path: Path) -> None:
    partnership = PARTNERSHIP.replace("domains:\n", "history: {since: 2100-01-01}\ndomains:\n", 1)
    root = portfolio(tmp_path, FILES, partnership)
    words = ("agenda", "--year", "2027", "--lang", "en")
    assert regie(*words, "-o", EN, cwd=root).returncode == 0
    done = regie(*words, "--check", cwd=root)
    assert (done.returncode, done.stderr) == (0, "agendas/2027.en.md is up to date.\n")


def test_what_main_had_at_the_end_of_the_day_counts(desk: Desk) -> None:
    path = desk.folder / NL
    desk.commit("2026-10-08T21:59", {NL: path.read_text("utf-8") + "Op tafel.\n"})
    assert run(desk, "--check", today="2026-10-09")[0] == 0
    desk.commit("2026-10-08T22:00", {NL: path.read_text("utf-8") + "Een dag te laat.\n"})
    assert run(desk, "--check", today="2026-10-09")[0] == 1


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_changed_proposal_is_told_with_the_way_back(desk: Desk, is_gone: bool) -> None:  # noqa: FBT001
    decide(desk)
    then = (desk.folder / NL).read_bytes()
    commit = desk.git("rev-parse", "HEAD~1")
    desk.commit("2026-10-10", {NL: None if is_gone else "Iets anders.\n"})
    way_back = f"git restore --source={commit[:12]} -- agendas/2027.nl.md"
    assert run(desk, "--check", today="2026-10-11") == (
        1,
        "",
        (
            "agendas/2027.nl.md is niet meer het voorstel zoals main het had op 8 oktober 2026, de "
            "dag van het "
            f"besluit. Zet het terug met: {way_back}. Wat er is besloten, schrijf je met: regie agenda "
            "--year 2027 --adopted --lang nl --today 2026-10-11 -o agendas/2027.adopted.nl.md\n"
        ),
    )
    desk.git(*way_back.split()[1:])
    assert (desk.folder / NL).read_bytes() == then
    assert run(desk, "--check", today="2026-10-11")[0] == 0


def test_line_ends_of_windows_are_no_change(desk: Desk) -> None:
    decide(desk)
    path = desk.folder / NL
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(desk, "--check", today="2026-10-11")[0] == 0


@pytest.mark.parametrize("words", [("--depth=1",), ()])
def test_without_history_it_is_not_judged(desk: Desk, tmp_path: Path, words: tuple[str, ...]) -> None:
    decide(desk)
    there = clone(desk, tmp_path / "there", *words)
    if not words:
        shutil.rmtree(there.folder / ".git")
    assert run(there, "--check", today="2026-10-11") == (
        0,
        "",
        (
            "agendas/2027.nl.md is niet beoordeeld: hier is niet te zien wat main op 8 oktober 2026 "
            "had, de dag van "
            "het besluit. Daarvoor is de hele geschiedenis van git nodig.\n"
        ),
    )


def test_a_proposal_that_main_never_had_is_not_judged(tmp_path: Path) -> None:
    desk = started(tmp_path, partnership=PARTNERSHIP)
    desk.commit("2026-06-01", FILES)
    decide(desk)
    desk.write({NL: "Nagekomen.\n"})
    assert run(desk, "--check", today="2026-10-11") == (
        0,
        "",
        (
            "agendas/2027.nl.md is niet beoordeeld: main had op 8 oktober 2026, de dag van het besluit, geen "
            "bestand van die naam.\n"
        ),
    )


def test_a_proposal_is_not_written_over_after_the_decision(desk: Desk) -> None:
    decide(desk)
    before = (desk.folder / EN).read_bytes()
    assert run(desk, "--lang", "en", "-o", EN, today="2026-10-09") == (
        2,
        "",
        (
            "Not written: agendas/2027.en.md was decided on, and so it stays as it was. What was "
            "decided about "
            "the "
            "agenda of 2027 is written with: regie agenda --year 2027 --adopted --lang en --today 2026-10-09 "
            "-o agendas/2027.adopted.en.md\n"
        ),
    )
    assert (desk.folder / EN).read_bytes() == before


@pytest.mark.parametrize("words", [("--adopted",), ("--lang", "nl")])
def test_nothing_else_is_written_over_it(desk: Desk, words: tuple[str, ...]) -> None:
    decide(desk)
    before = (desk.folder / NL).read_bytes()
    code, _, said = run(
        desk, *words, "-o", NL, today="2026-10-09", year="2028" if words[0] == "--lang" else "2027"
    )
    assert (code, said) == (
        2,
        (
            "Niet geschreven: op agendas/2027.nl.md is besloten, en daarom blijft het zoals het was. Wat "
            "er over de "
            "agenda 2027 is besloten, schrijf je met: regie agenda --year 2027 --adopted --lang nl "
            "--today 2026-10-09 -o agendas/2027.adopted.nl.md\n"
        ),
    )
    assert (desk.folder / NL).read_bytes() == before


def test_an_older_day_is_no_way_round_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    decide(desk)
    before = (desk.folder / NL).read_bytes()
    monkeypatch.setattr("tests.desk.TODAY", date(2026, 10, 9))
    assert run(desk, "-o", NL, today="2026-09-24")[0] == 2
    assert (desk.folder / NL).read_bytes() == before


def test_a_place_outside_the_portfolio_may_be_written(desk: Desk, tmp_path: Path) -> None:
    decide(desk)
    assert run(desk, "-o", str(tmp_path / "elsewhere.md"), today="2026-10-09")[0] == 0


# --- the document of what was decided is made anew ---


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_was_decided_is_made_anew_and_compared(desk: Desk, language: str) -> None:
    decide(desk)
    path = f"agendas/2027.adopted.{language}.md"
    assert run(desk, "--adopted", "--check", "--lang", language, today="2026-10-09")[0] == 1
    assert run(desk, "--adopted", "--lang", language, "-o", path, today="2026-10-09")[0] == 0
    assert run(desk, "--adopted", "--check", "--lang", language, today="2026-10-09")[0] == 0
    # Its name says which of the two it is.
    assert run(desk, "--check", "--lang", language, "-o", path, today="2026-10-09")[0] == 0
    desk.write({FIRST: DECIDED.replace("Een proef", "Twee proeven")})
    assert run(desk, "--check", "--lang", language, "-o", path, today="2026-10-09")[0] == 1


def test_what_was_decided_is_the_same_whatever_day_it_is(desk: Desk) -> None:
    decide(desk)
    desk.commit("2026-11-13", {LATE: DECIDED_LATE})
    assert adopted(desk, "2027-03-01") == adopted(desk, "2028-05-01")


def test_adopted_and_diff_dont_go_together(desk: Desk) -> None:
    assert run(desk, "--adopted", "--diff", "main", today="2026-10-09")[0] == 2


# --- a law ---


@given(
    amounts=st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**6)), min_size=1, max_size=4),
    key=st.sampled_from(("equal", "clients", "mixed")),
    has_baseline=st.booleans(),
)
@settings(max_examples=20, deadline=None)
def test_members_years_and_lines_add_up_to_the_euro(
    amounts: list[tuple[int, int]],
    key: str,
    has_baseline: bool,  # noqa: FBT001
) -> None:
    files = {}
    for number, (one_off, recurring) in enumerate(amounts):
        plan = f"{{one_off: {{2027: {one_off}, 2028: 7}}, recurring: {{2027: {recurring}, 2029: 11}}}}"
        kept = f"{{adopted: 2026-10-08, end: 2027-Q2, one_off: {one_off}, recurring: {recurring}}}"
        baseline = kept if has_baseline else None
        files[f"i-{number}"] = text(f"Nr {number}", costs=plan, cost_key=key, baseline=baseline)
    names = ", ".join(files)
    files[FIRST] = f"decisions: [{{initiatives: [{names}], decision: adopt}}]\n"
    partnership = PARTNERSHIP.replace("domains:\n", "history: {since: 2100-01-01}\ndomains:\n", 1)
    with TemporaryDirectory() as folder:
        content = loaded(portfolio(Path(folder), files, partnership)).portfolio
    day = date(2026, 10, 9)
    money = adopted_report(Basis(content, day), 2027, day, {}, None).money
    assert sum(member.one_off for member in money.members) == money.one_off
    assert sum(member.recurring for member in money.members) == money.recurring
    assert all(sum(year.shares) == year.one_off + year.recurring for year in money.years)
    assert [member.total for member in money.members] == list(
        next(year.shares for year in money.years if year.year == 2027)
    )
    assert sum(year.one_off for year in money.years) == sum(line.one_off_total for line in money.lines)
    if has_baseline:
        assert [line.one_off_total for line in money.lines] == [
            amounts[int(line.initiative.id[2:])][0] for line in money.lines
        ]


def test_what_was_adopted_and_is_done_is_taken_off_a_budget_for_all_once(tmp_path: Path) -> None:
    """What was decided about it is in the sum already: what was spent since isn't taken off besides."""
    partnership = PARTNERSHIP.replace("budget: {", "budget: {covers: all, ", 1)
    made = started(tmp_path, partnership=partnership)
    made.commit("2026-06-01", FILES)
    decide(made)
    file = made.folder / "initiatives/api.yaml"
    adopted = file.read_text("utf-8")
    report = "progress: [{date: 2027-06-01, spent: 10000}]\n"
    file.write_text(adopted.replace("status: adopted", "status: done") + report, "utf-8")
    made.commit("2027-06-02")
    code, written, _ = run(made, "--adopted", "--lang", "en", today="2027-06-03")
    assert code == 0
    assert "| One-off | 48,000 | 6,000,000 | 5,952,000 |" in written
