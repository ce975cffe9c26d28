"""The agenda proposal: what directors decide on, letter by letter and to the euro."""

import codecs
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from icteregie.analysis.rag_status import RagStatus, colour, rag_status
from icteregie.checking.runner import check
from icteregie.escape.terminal import terminal
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.reports.agenda.money import Range, cost_range
from icteregie.reports.agenda.view import AgendaReport, agenda_report
from icteregie.reports.basis import Basis
from tests import desk, gitrepo

LANGUAGES: tuple[Language, ...] = ("nl", "en")
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
Rows = list[list[str]]


def agenda(root: Path, *words: str, env: dict[str, str] | None = None) -> str:
    done = desk.regie("agenda", "-C", root, *words, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def view(root: Path, year: int = 2027) -> AgendaReport:
    loaded = desk.loaded(root)
    made = agenda_report(Basis(loaded.portfolio, desk.TODAY), year, check(loaded, desk.TODAY))
    assert made is not None
    return made


def tables(document: str) -> Iterator[Rows]:
    """Give every table of a document as its cells, as a reader sees them."""
    rows: Rows = []
    for token in MARKDOWN.parse(document):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and token.level > 3 and token.children is not None and rows:
            rows[-1].append("".join(t.content for t in token.children if t.type in ("text", "code_inline")))
        elif token.type == "table_close":
            yield rows
            rows = []


def table(document: str, *headings: str) -> Rows:
    """Give the rows of the first table that has these headings."""
    return next(rows[1:] for rows in tables(document) if rows[0][: len(headings)] == [*headings])


def euros(text: str) -> int:
    return int(re.sub(r"[^\d-]", "", text.replace("\N{MINUS SIGN}", "-")))


def paragraphs(document: str, heading: str) -> str:
    """Give what stands under a heading, up to the next."""
    return re.split(r"^#+ ", document.split(f"{heading}\n", 1)[1], flags=re.MULTILINE)[0]


# --- the committed example ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_decided_in_the_example_is_fresh(language: Language) -> None:
    words = ("--year", "2026", "--adopted", "--lang", language, "--check")
    done = desk.regie("agenda", "-C", "examples/agenda", *words, cwd=desk.ROOT)
    said = {"nl": "is actueel.", "en": "is up to date."}[language]
    assert done.stderr == f"examples/agenda/agendas/2026.adopted.{language}.md {said}\n"
    assert done.returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_committed_example_is_fresh(language: Language) -> None:
    words = ("--year", "2027", "--lang", language, "--check")
    done = desk.regie("agenda", "-C", "examples/agenda", *words, cwd=desk.ROOT)
    said = {"nl": "is actueel.", "en": "is up to date."}[language]
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"examples/agenda/agendas/2027.{language}.md {said}\n"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return desk.portfolio(tmp_path / "sound", {"toegang": desk.initiative(costs="{one_off: {2027: 90000}}")})


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "agendas/2027.nl.md is niet meer actueel."),
        ("en", "agendas/2027.en.md is out of date."),
    ],
)
def test_a_changed_document_is_told(sound: Path, language: str, said: str) -> None:
    path = f"agendas/2027.{language}.md"
    assert desk.regie("agenda", "--lang", language, "-o", path, cwd=sound).returncode == 0
    assert desk.regie("agenda", "--lang", language, "--check", cwd=sound).returncode == 0
    with (sound / path).open("a", encoding="utf-8") as file:
        file.write("erbij\n")
    changed = (sound / path).read_bytes()
    done = desk.regie("agenda", "--lang", language, "--check", cwd=sound)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(said)
    assert (sound / path).read_bytes() == changed


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "agendas/2027.nl.md bestaat nog niet."), ("en", "agendas/2027.en.md doesn't exist yet.")],
)
def test_an_absent_document_is_told(sound: Path, language: str, said: str) -> None:
    done = desk.regie("agenda", "--lang", language, "--check", cwd=sound)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(said)
    assert not (sound / "agendas").exists()


def test_a_changed_initiative_makes_the_document_stale(sound: Path) -> None:
    desk.regie("agenda", "-o", "agenda.md", cwd=sound)
    desk.portfolio(sound, {"toegang": desk.initiative(costs="{one_off: {2027: 90001}}")})
    assert desk.regie("agenda", "--check", "-o", "agenda.md", cwd=sound).returncode == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clone_with_the_line_ends_of_windows_is_fresh(tmp_path: Path, language: Language) -> None:
    origin = gitrepo.started(tmp_path, partnership=desk.PARTNERSHIP)
    origin.write({"access": desk.initiative()})
    path = f"agendas/2027.{language}.md"
    assert desk.regie("agenda", "--lang", language, "-o", path, cwd=origin.folder).returncode == 0
    origin.commit("2026-06-01")
    made = gitrepo.clone(origin, tmp_path / "windows", "--config", "core.autocrlf=true").folder
    assert b"\r\n" in (made / path).read_bytes()
    assert desk.regie("agenda", "--lang", language, "--check", cwd=made).returncode == 0


@pytest.mark.parametrize(("before", "code"), [(codecs.BOM_UTF8, 0), (b"\r\n", 1), (codecs.BOM_UTF8 * 2, 1)])
def test_of_what_an_editor_adds_only_one_byte_order_mark_is_no_change(
    sound: Path, before: bytes, code: int
) -> None:
    desk.regie("agenda", "-o", "agenda.md", cwd=sound)
    (sound / "agenda.md").write_bytes(before + (sound / "agenda.md").read_bytes())
    assert desk.regie("agenda", "--check", "-o", "agenda.md", cwd=sound).returncode == code


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Op geen enkele agenda: oud. De agenda waarop het een plaats vraagt"),
        ("en", "On no agenda: oud. The agenda on which it asks for a place"),
    ],
)
@pytest.mark.parametrize("year", ["2024", None])
def test_a_proposal_for_a_year_without_dates_keeps_no_other_year_back(
    sound: Path, year: str | None, language: str, said: str
) -> None:
    alone = desk.regie("agenda", "--year", "2027", "--lang", language, cwd=sound)
    desk.portfolio(sound, {"oud": desk.initiative(title="Oud voorstel", agenda=year)})
    done = desk.regie("agenda", "--year", "2027", "--lang", language, cwd=sound)
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith(said)
    assert done.stdout == alone.stdout


def test_a_reference_that_this_year_needs_keeps_it_back(sound: Path) -> None:
    desk.portfolio(sound, {"nieuw": desk.initiative(title="Nieuw", depends_on="[weg]")})
    assert desk.regie("agenda", "--year", "2027", cwd=sound).returncode == 2


# --- the form of the document ---


def cells(line: str) -> int:
    """Count the cells of a table's line by its bare pipes."""
    return len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_a_table_has_as_many_cells_as_its_headings(language: Language) -> None:
    document = (desk.EXAMPLE / "agendas" / f"2027.{language}.md").read_text("utf-8")
    lines = document.split("\n")
    spans = [token.map for token in MARKDOWN.parse(document) if token.type == "table_open" and token.map]
    inside = {number for start, end in spans for number in range(start, end)}
    for start, end in spans:
        assert {cells(line) for line in lines[start:end]} == {cells(lines[start])}
    # Every line that looks like a row is one: no table was cut short by an empty line.
    assert {n for n, line in enumerate(lines) if line.startswith("|")} == inside


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_the_template_is_left(language: Language) -> None:
    document = (desk.EXAMPLE / "agendas" / f"2027.{language}.md").read_text("utf-8")
    assert not re.search(r"\{\{|\}\}|\{%|None|Undefined", document)
    assert document.endswith("\n")
    assert "\n\n\n" not in document


def test_amounts_per_member_add_up() -> None:
    document = (desk.EXAMPLE / "agendas" / "2027.nl.md").read_text("utf-8")
    members = view(desk.EXAMPLE).finance.members
    *lines, total = table(document, "Nr.", "Initiatief")
    assert [sum(euros(line[n]) for line in lines) for n in (6, 7)] == [euros(total[6]), euros(total[7])]
    asked = [sum(m.one_off for m in members), sum(m.recurring for m in members)]
    assert [euros(total[6]), euros(total[7])] == asked
    for year in table(document, "Jaar", "Nieuw, incidenteel"):
        assert sum(euros(amount) for amount in year[1:4] if amount != "niet geraamd") == euros(year[4])
        assert euros(year[4]) == sum(map(euros, year[5:]))
    keys = table(document, "Verdeelsleutel", "Bedrag")
    assert sum(euros(key[1]) for key in keys) == sum(asked)
    for key in keys:
        assert euros(key[1]) == sum(map(euros, key[2:]))
    covers = table(document, "Gemeente", "Gedekt")
    assert [sum(map(euros, row[1:])) for row in covers] == [m.one_off for m in members]


def test_amounts_are_those_of_costs() -> None:
    words = ("on:2027", "--year", "2027", "--format", "json", "--today", "2026-09-24")
    done = desk.regie("costs", "-C", desk.EXAMPLE, *words)
    report = json.loads(done.stdout)
    shown = [[row["member"], row["one_off"], row["recurring"]] for row in report["rows"]]
    assert shown == [[m.member, m.one_off, m.recurring] for m in view(desk.EXAMPLE).finance.members]


# --- texts ---

HOSTILE = [
    "a | b",
    "`code` en ``meer``",
    "<b>vet</b> <script>alert(1)</script> <!-- weg",
    "@utrecht over #12 en :smile:",
    "{{ 7*7 }} {% for x in y %}",
    "${x} $x$ ==m==",
    "[tekst](http://x.nl) ![plaatje](x.png) www.x.nl",
    "**vet** _schuin_ ~~weg~~ \\ eind\\",
    "{count} {0} %s",
    "# kop",
    "1. lijst",
    "&lt;b&gt; &amp;",
    "```",
]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_text_comes_out_letter_by_letter(tmp_path: Path, hostile: str) -> None:
    text = quoted(hostile)
    files = {
        "toegang": desk.initiative(
            title=text,
            summary=text,
            problem=text,
            do_nothing=text,
            sponsor=text,
            domain="access",
            submitted="2026-08-28",
            late=f"{{unforeseen: {text}, unavoidable: {text}, not_postponable: {text}, route: now}}",
            obligation=f"{{kind: statutory, basis: {text}, deadline: 2027-01-31}}",
            score=f"{{value: 4, urgency: 3, risk: {{likelihood: 4, impact: 4, measure: {text}}}}}",
            support=f"{{utrecht: {{position: against, because: {text}}}}}",
            external=f"[{{what: {text}, by: 2027-02-01}}]",
            depends_on="[brieven]",
        ),
        "brieven": desk.initiative(title=text, conflicts_with=f"[{{id: toegang, why: {text}}}]"),
        "weg": desk.initiative(title=text, status="rejected", summary=text),
    }
    partnership = (
        desk.PARTNERSHIP.replace("naar rato", text)
        .replace("{name: Toegang,", f"{{name: {text},")
        .replace("Team Platform", text)
        .replace("{name: Utrecht,", f"{{name: {text},")
    )
    document = agenda(desk.portfolio(tmp_path, files, partnership))
    tokens = MARKDOWN.parse(document)
    strange = {
        child.type
        for token in tokens
        for child in token.children or []
        if child.type not in ("text", "softbreak", "strong_open", "strong_close", "em_open", "em_close")
        and child.content not in ("<!-- -->", "toegang", "brieven")
    }
    assert strange == set()
    assert not [token for token in tokens if token.type == "html_block"]
    assert [row[1] for row in table(document, "Nr.", "Initiatief")] == [f"{hostile} ◷", hostile, "Totaal"]
    assert hostile in [row[0] for row in table(document, "Gemeente", "Nieuw, incidenteel")]
    assert [row[1] for row in table(document, "Bij", "Initiatief", "Voor")] == [hostile]
    assert f"in plaats van A1: alleen {hostile}" in [row[1] for row in table(document, "", "Optie")]
    assert [row[3] for row in table(document, "Initiatief", "Kans")] == [hostile]
    assert [row[0] for row in table(document, "Initiatief", "Indiener", "Status")] == [hostile]
    inline = [token for token in tokens if token.type == "inline"]
    lines = [
        "".join(child.content for child in token.children or [] if child.type == "text") for token in inline
    ]
    assert f"{hostile} is tegen {hostile}: {hostile}" in lines
    assert f"Onvoorzien: {hostile}" in lines
    for fence in (token.content for token in tokens if token.type == "fence"):
        assert hostile not in fence


def test_nothing_invisible_comes_out(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"toegang": desk.initiative(title="Eén\u00a0titel", summary="x")})
    document = agenda(root)
    assert terminal(document.replace("\n", "")) == document.replace("\n", "")


# --- the same bytes ---


def test_the_same_files_give_the_same_bytes_anywhere(tmp_path: Path) -> None:
    files = {
        path.relative_to(desk.EXAMPLE).as_posix(): path.read_bytes()
        for path in sorted(desk.EXAMPLE.rglob("*"))
        if path.is_file() and path.suffix in (".yaml", ".md")
    }
    partnership = files.pop("regie.yaml").decode()
    backwards = desk.portfolio(tmp_path / "x" / "y", dict(reversed(files.items())), partnership)
    committed = (desk.EXAMPLE / "agendas" / "2027.nl.md").read_text("utf-8")
    words = ("agenda", "-C", backwards, "--year", "2027")
    # What Python takes from a plain locale is looked at in test_same_bytes.
    env = {"LC_ALL": "nl_NL.UTF-8", "TZ": "America/Adak", "PYTHONHASHSEED": "2", "COLUMNS": "400"}
    started = desk.regie_process(*words, env=env)
    assert (started.returncode, started.stdout, started.stderr) == (0, committed, "")
    done = desk.regie(*words, env={"COLUMNS": "20", "NO_COLOR": "1", "GITHUB_ACTIONS": "true", "CI": "true"})
    assert (done.returncode, done.stdout, done.stderr) == (0, committed, "")


def test_the_document_does_not_depend_on_the_day(sound: Path) -> None:
    # Made for the meeting that advises, whatever day it is.
    assert agenda(sound) == agenda(sound, "--today", "2026-09-24")


# --- what is on it ---


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Er zijn voor 2027 nog geen initiatieven om over te besluiten."),
        ("en", "There are no initiatives for 2027 to decide on yet."),
    ],
)
def test_an_agenda_without_initiatives_says_so(tmp_path: Path, language: str, said: str) -> None:
    idea = desk.initiative(status="idea", agenda=None, period=None)
    root = desk.portfolio(tmp_path, {"idee": idea})
    document = agenda(root, "--lang", language)
    assert said in document
    assert view(root).lines == ()
    assert [out.initiative.id for out in view(root).left_out] == ["idee"]


def test_a_year_without_dates_has_no_agenda(sound: Path) -> None:
    loaded = desk.loaded(sound)
    assert agenda_report(Basis(loaded.portfolio, desk.TODAY), 2031, []) is None
    done = desk.regie("agenda", "--year", "2031", "--lang", "en", cwd=sound)
    assert (done.returncode, done.stdout) == (2, "")
    assert "2031" in done.stderr
    assert "2027" in done.stderr


def test_alternatives_make_a_choice(tmp_path: Path) -> None:
    files = {
        "eigen": desk.initiative(title="Zelf doen"),
        "dienst": desk.initiative(title="Laten doen", alternative_to="[eigen]"),
    }
    root = desk.portfolio(tmp_path, files)
    (asked,) = [found for found in view(root).decisions if found.name == "alternatives"]
    assert asked.values["titles"] == ("Laten doen", "Zelf doen")
    assert view(root).open_choices == 1
    decided = paragraphs(agenda(root), "## Gevraagd besluit")
    assert "Keuze A: te kiezen tussen ‘" in decided


def test_dissent_is_on_the_first_page_and_has_its_reason(tmp_path: Path) -> None:
    support = "{rotterdam: {position: against, because: Te duur.}, utrecht: for, den-haag: against}"
    document = agenda(desk.portfolio(tmp_path, {"toegang": desk.initiative(support=support)}))
    assert "Afwijkend standpunt: Rotterdam en Den Haag; zie paragraaf 5.1." in document
    dissent = paragraphs(document, "### 5.1 Standpunten en kanttekeningen")
    assert "- **Rotterdam** is tegen *Vervanging van de toegang*: Te duur." in dissent
    assert "- **Den Haag** is tegen *Vervanging van de toegang*, zonder opgave van redenen." in dissent
    assert "Utrecht" not in dissent


def test_without_dissent_that_is_said(sound: Path) -> None:
    document = agenda(sound)
    assert "Er zijn geen afwijkende standpunten vastgelegd." in paragraphs(
        document, "### 5.1 Standpunten en kanttekeningen"
    )


def test_what_was_left_out_is_told_with_its_reason(tmp_path: Path) -> None:
    late = "{unforeseen: a, unavoidable: b, not_postponable: c, route: spring-memorandum}"
    files = {
        "aan": desk.initiative(title="Aan"),
        "af": desk.initiative(title="Af", status="rejected", summary="Te groot."),
        "laat": desk.initiative(title="Laat", submitted="2026-09-01", late=late, summary="Kwam laat."),
        "idee": desk.initiative(
            title="Idee", status="idea", agenda=None, obligation="{kind: statutory, deadline: 2028-01-01}"
        ),
        "klaar": desk.initiative(title="Klaar", agenda=None, status="done"),
    }
    root = desk.portfolio(tmp_path, files)
    assert [line.initiative.id for line in view(root).lines] == ["aan"]
    rows = table(agenda(root), "Initiatief", "Indiener", "Status")
    assert [(row[0], row[2]) for row in rows] == [
        ("Laat", "voorjaarsnota"),
        ("Af", "afgewezen"),
        ("Idee", "idee"),
    ]
    assert rows[1][3] == "Te groot."
    assert rows[2][3].endswith("Uiterste datum: 1 januari 2028.")


RUNNING = desk.initiative(
    title="Loopt",
    agenda="2026",
    status="running",
    submitted="2025-05-01",
    period="{start: 2026-01-01, end: 2027-12-31}",
    costs="{one_off: {2026: 100000, 2027: 40000}, recurring: {2027: 5000}}",
    baseline="{adopted: 2025-10-09, end: 2027-12-31, one_off: 100000}",
    progress="[{date: 2026-09-01, one_off: 110001}]",
)
AGENDA_2026 = """\
  2026:
    intake_closes: 2025-07-01
    dossier_closes: 2025-08-27
    advice: 2025-09-25
    decision: 2025-10-09
"""
TWO_YEARS = desk.PARTNERSHIP.replace("agendas:\n", f"agendas:\n{AGENDA_2026}")


def test_what_runs_is_carried_over_with_its_cost_and_signal(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"loopt": RUNNING, "nieuw": desk.initiative()}, TWO_YEARS)
    (carried,) = view(root).carried_over
    assert (carried.line.initiative.id, carried.one_off, carried.recurring) == ("loopt", 10001, 5000)
    assert [line.initiative.id for line in view(root).lines] == ["nieuw"]
    written = agenda(root, "--year", "2027")
    ((title, *rest),) = table(written, "Project", "Status")
    assert (title, rest[0], rest[2], rest[3]) == (
        "Loopt",
        "in uitvoering",
        "groen / oranje",
        "groen / oranje",
    )
    money = table(written, "Project", "Incidenteel afgesproken")[0]
    assert [euros(money[n]) for n in (1, 2, 6)] == [100000, 110001, 15001]
    members = view(root).finance.members
    assert sum(member.running for member in members) == 15001
    assert sum(member.asked for member in members) == 0


@pytest.mark.parametrize(("status", "is_planned"), [("running", True), ("stopped", False), ("done", False)])
def test_nothing_is_planned_or_delivered_any_more_for_what_is_over(
    tmp_path: Path, status: str, *, is_planned: bool
) -> None:
    over = (
        RUNNING.replace("status: running", f"status: {status}")
        .replace("one_off: 110001", "one_off: 110001, spent: 90000")
        .replace("2026-09-01,", "2027-01-05,")
        + "obligation: {kind: statutory, deadline: 2027-12-31, basis: Wet op het lopen}\n"
        + "external: [{what: aansluiting, by: 2027-03-01}]\n"
    )
    root = desk.portfolio(tmp_path, {"loopt": over, "nieuw": desk.initiative()}, TWO_YEARS)
    document = agenda(root, "--year", "2027", "--today", "2027-02-01")
    assert document.count("| Loopt |") >= 1
    assert ("  Loopt :" in document) is is_planned
    assert ("| 1 maart 2027 | Loopt | aansluiting |" in document) is is_planned
    assert ("Wet op het lopen" in document.split("## 9. ")[1].split("## 12. ")[0]) is is_planned


def test_without_running_projects_there_is_nothing_to_take_note_of(sound: Path) -> None:
    assert [decision.name for decision in view(sound).decisions] == ["adopt", "pay"]
    decided = paragraphs(agenda(sound), "## Gevraagd besluit")
    assert [line[:3] for line in decided.splitlines() if re.match(r"\d+\. ", line)] == ["1. ", "2. "]


def test_the_list_is_numbered_from_one_in_its_own_order(tmp_path: Path) -> None:
    files = {
        "eerst": desk.initiative(title="Eerst", submitted="2026-05-02"),
        "moet": desk.initiative(title="Moet", submitted="2026-05-03", priority="must"),
        "later": desk.initiative(title="Later", submitted="2026-05-04"),
    }
    root = desk.portfolio(tmp_path, files)
    assert [(line.rank, line.initiative.id) for line in view(root).lines] == [
        (1, "moet"),
        (2, "eerst"),
        (3, "later"),
    ]
    *rows, _ = table(agenda(root), "Nr.", "Initiatief")
    assert [row[:2] for row in rows] == [["1", "Moet"], ["2", "Eerst"], ["3", "Later"]]


# --- signals ---


@pytest.mark.parametrize(
    ("percentage", "expected"),
    [
        ("-5", "green"),
        ("0", "green"),
        ("10", "green"),
        ("10.1", "amber"),
        ("10.0000001", "amber"),
        ("20", "amber"),
        ("20.0000001", "red"),
        ("300", "red"),
    ],
)
def test_ten_percent_is_green_and_twenty_amber(percentage: str, expected: str) -> None:
    assert colour(Fraction(percentage) / 100) == expected


def one(root: Path, name: str, text: str) -> Initiative:
    return desk.loaded(desk.portfolio(root, {name: text})).portfolio.initiatives[name]


def signal(root: Path, **changes: str | None) -> RagStatus | None:
    """The signal of a project of 100 days and 100,000 euros, from 1 January to 10 April 2027."""
    keys: dict[str, str | None] = {
        "status": "running",
        "period": "{start: 2027-01-01, end: 2027-04-10}",
        "baseline": "{adopted: 2026-10-08, end: 2027-04-10, one_off: 100000}",
    }
    files = {"loopt": desk.initiative(**{**keys, **changes})}
    portfolio = desk.loaded(desk.portfolio(root, files)).portfolio
    return rag_status(portfolio, portfolio.initiatives["loopt"])


@pytest.mark.parametrize(
    ("cost", "end", "colours"),
    [
        (110_000, "2027-04-20", ("green", "green")),
        (110_001, "2027-04-21", ("amber", "amber")),
        (120_000, "2027-04-30", ("amber", "amber")),
        (120_001, "2027-05-01", ("red", "red")),
        (90_000, "2027-01-01", ("green", "green")),
    ],
)
def test_a_report_is_held_against_what_was_adopted(
    tmp_path: Path, cost: int, end: str, colours: tuple[str, str]
) -> None:
    found = signal(tmp_path, progress=f"[{{date: 2027-02-01, one_off: {cost}, end: {end}}}]")
    assert found is not None
    assert (found.first.cost, found.first.time) == colours
    assert (found.baseline.one_off, found.cost, found.reported) == (100_000, cost, date(2027, 2, 1))


def test_the_latest_report_counts_and_then_the_latest_promise(tmp_path: Path) -> None:
    later, earlier = "2027-03-01, end: 2027-06-30, one_off: 130000", "2027-02-01, end: 2027-05-31, one_off: 1"
    promised = f"[{{date: {later}}}, {{date: {earlier}}}]"
    only_promised = signal(tmp_path / "a", rebaselines=promised)
    assert only_promised is not None
    assert (only_promised.cost, str(only_promised.end), only_promised.reported) == (
        130000,
        "2027-06-30",
        None,
    )
    reports = "[{date: 2027-04-01, one_off: 125000}, {date: 2027-03-15, one_off: 1, end: 2027-07-31}]"
    reported = signal(tmp_path / "b", rebaselines=promised, progress=reports)
    assert reported is not None
    assert (reported.cost, str(reported.end), reported.reported) == (125000, "2027-07-31", date(2027, 4, 1))


def test_a_report_without_an_amount_gives_the_signal_of_the_rest(tmp_path: Path) -> None:
    promised = "[{date: 2027-02-01, end: 2027-04-10, one_off: 115000}]"
    reports = "[{date: 2027-03-01, end: 2027-05-01}]"
    found = signal(tmp_path / "promised", rebaselines=promised, progress=reports)
    assert found is not None
    assert (found.cost, found.first.cost, found.first.time) == (115_000, "amber", "red")
    adopted = signal(tmp_path / "adopted", progress=reports)
    assert adopted is not None
    assert (adopted.cost, adopted.first.cost, adopted.first.time) == (100_000, "green", "red")


def test_a_report_of_no_cost_at_all_counts(tmp_path: Path) -> None:
    reports = "[{date: 2027-02-01, one_off: 130000}, {date: 2027-03-01, one_off: 0}]"
    found = signal(tmp_path, progress=reports)
    assert found is not None
    assert (found.cost, found.first.cost) == (0, "green")


def test_without_a_baseline_there_is_no_signal_and_without_a_period_none_of_time(tmp_path: Path) -> None:
    assert signal(tmp_path / "asks", baseline=None) is None
    found = signal(tmp_path / "undated", period=None)
    assert found is not None
    assert (found.first.time, found.first.cost) == (None, "green")


def test_recurring_cost_nine_times_as_high_is_red(tmp_path: Path) -> None:
    baseline = "{adopted: 2026-10-08, end: 2027-04-10, one_off: 100000, recurring: 10000}"
    found = signal(tmp_path, baseline=baseline, progress="[{date: 2027-02-01, recurring: 90000}]")
    assert found is not None
    assert (found.baseline.recurring, found.recurring) == (10_000, 90_000)
    assert (found.first.one_off, found.first.recurring, found.first.cost) == ("green", "red", "red")


def test_any_amount_above_a_given_zero_is_red(tmp_path: Path) -> None:
    baseline = "{adopted: 2026-10-08, end: 2027-04-10, one_off: 0, recurring: 0}"
    found = signal(tmp_path, baseline=baseline, progress="[{date: 2027-02-01, one_off: 1, recurring: 0}]")
    assert found is not None
    assert (found.first.one_off, found.first.recurring) == ("red", "green")


def test_what_the_baseline_does_not_give_has_no_colour(tmp_path: Path) -> None:
    found = signal(tmp_path, progress="[{date: 2027-02-01, recurring: 90000}]")
    assert found is not None
    assert (found.baseline.recurring, found.first.recurring, found.first.cost) == (None, None, "green")


def test_an_older_report_does_not_hide_a_newer_rebaseline(tmp_path: Path) -> None:
    found = signal(
        tmp_path,
        progress="[{date: 2027-02-01, end: 2027-04-10, one_off: 100000}]",
        rebaselines="[{date: 2027-03-01, end: 2028-03-31, one_off: 500000}]",
    )
    assert found is not None
    assert (found.first.cost, found.first.time) == ("red", "red")


# --- the critical chain ---


def chain(root: Path) -> list[tuple[str, int | None]]:
    return [(link.initiative.id, link.slack) for link in view(root).chain]


def dated(start: str, end: str, depends_on: str = "[]") -> str:
    return desk.initiative(period=f"{{start: {start}, end: {end}}}", depends_on=depends_on)


def test_the_chain_with_the_least_room_is_critical(tmp_path: Path) -> None:
    files = {
        "a": dated("2027-01-01", "2027-03-31"),
        "ruim": dated("2027-06-01", "2027-06-30", "[a]"),
        "krap": dated("2027-04-11", "2027-05-31", "[a]"),
        "slot": dated("2027-07-01", "2027-07-31", "[ruim, krap]"),
        "los": dated("2027-01-01", "2027-01-31"),
    }
    # «krap» may slip ten days; through «ruim» there is room of 61 days before «ruim».
    assert chain(desk.portfolio(tmp_path, files)) == [("a", None), ("krap", 10)]


def test_a_chain_that_does_not_fit_says_how_many_days_it_lacks(tmp_path: Path) -> None:
    files = {
        "a": dated("2027-01-01", "2027-03-31"),
        "b": dated("2027-03-01", "2027-05-31", "[a]"),
        "c": dated("2027-06-01", "2027-06-30", "[b]"),
    }
    root = desk.portfolio(tmp_path, files)
    assert chain(root) == [("a", None), ("b", -31), ("c", 0)]
    assert [(link.start, link.end) for link in view(root).chain][1:] == [
        (date(2027, 4, 1), date(2027, 7, 1)),
        (date(2027, 7, 2), date(2027, 7, 31)),
    ]
    rows = table(agenda(root), "Initiatief", "Gevraagd")
    assert [row[3] for row in rows] == ["begin van de keten", "31 dagen te kort", "0 dagen"]


def test_where_nothing_waits_there_is_no_chain(sound: Path) -> None:
    assert chain(sound) == []
    assert "Geen initiatief op deze agenda hangt af van een ander." in agenda(sound)


# --- money ---


def test_cover_adds_each_members_share_by_what_it_said(tmp_path: Path) -> None:
    files = {
        "a": desk.initiative(
            costs="{one_off: {2027: 400, 2028: 9}, cover: {utrecht: covered, rotterdam: reserve}}",
            cost_key="equal",
        ),
        "b": desk.initiative(
            costs="{one_off: {2027: 100}, recurring: {2027: 7}, cover: {utrecht: to-be-found}}",
            participants="[utrecht, amsterdam]",
            cost_key="equal",
        ),
    }
    cover = view(desk.portfolio(tmp_path, files)).finance.cover
    assert [(c.name, c.covered, c.reserve, c.to_be_found, c.unknown) for c in cover] == [
        ("Amsterdam", 0, 0, 0, 150),
        ("Rotterdam", 0, 100, 0, 0),
        ("Den Haag", 0, 0, 0, 100),
        ("Utrecht", 100, 0, 50, 0),
    ]


def listed(root: Path, files: dict[str, str]) -> tuple[Portfolio, int, tuple[Initiative, ...]]:
    portfolio = desk.loaded(desk.portfolio(root, files)).portfolio
    return portfolio, 2027, tuple(portfolio.initiatives.values())


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ("{one_off: {2027: 1001}, margin: 10%}", Range(900, 1102, 0)),
        ("{one_off: {2027: 1000}, margin: 10%}", Range(900, 1100, 0)),
        ("{one_off: {2027: 1000}, margin: 33.3%}", Range(667, 1333, 0)),
        ("{one_off: {2027: 1000}}", Range(1000, 1000, 1000)),
        ("{one_off: {2028: 1000}, margin: 10%}", Range(0, 0, 0)),
    ],
)
def test_a_range_is_rounded_outwards(tmp_path: Path, costs: str, expected: Range) -> None:
    assert cost_range(*listed(tmp_path, {"toegang": desk.initiative(costs=costs)})) == expected


def test_ranges_add_up_before_they_are_rounded(tmp_path: Path) -> None:
    files = {
        name: desk.initiative(costs=f"{{one_off: {{2027: {amount}}}, margin: {margin}}}")
        for name, amount, margin in (("a", 1005, "10%"), ("b", 1005, "10%"), ("c", 3, "0%"))
    }
    assert cost_range(*listed(tmp_path, files)) == Range(1812, 2214, 0)
    assert Decimal("904.5") * 2 + 3 == 1812


def test_what_cooperation_saves_is_told_for_who_said_what_alone_costs(tmp_path: Path) -> None:
    files = {
        "samen": desk.initiative(
            title="Samen",
            cost_key="equal",
            costs="{one_off: {2027: 300, 2028: 100}}",
            alone="{utrecht: 500, rotterdam: 90}",
        ),
        "duur": desk.initiative(
            title="Duur", cost_key="equal", costs="{one_off: {2027: 800}}", alone="{utrecht: 50}"
        ),
        "stil": desk.initiative(title="Stil", costs="{one_off: {2027: 800}}"),
        "een": desk.initiative(
            title="Eén", participants="[utrecht]", costs="{one_off: {2027: 8}}", alone="{utrecht: 80}"
        ),
    }
    root = desk.portfolio(tmp_path, files)
    found = [(t.line.initiative.id, t.names, t.alone, t.shared, t.saved) for t in view(root).joint_savings]
    assert found == [
        ("samen", ("Rotterdam", "Utrecht"), 590, 200, 390),
        ("duur", ("Utrecht",), 50, 200, -150),
    ]
    rows = table(agenda(root), "Initiatief", "Leden", "Alleen", "Samen", "Verschil")
    assert rows == [["Samen", "Rotterdam en Utrecht", "€ 590", "€ 200", "€ 390"]]


def test_who_is_in_favour_with_a_reason_is_printed(tmp_path: Path) -> None:
    support = (
        "{utrecht: {position: for, because: mits in 2027}, rotterdam: for, den-haag: {position: against}}"
    )
    root = desk.portfolio(tmp_path, {"toegang": desk.initiative(support=support)})
    written = desk.regie("agenda", "-C", root, "--lang", "nl").stdout
    assert "- **Utrecht** is voor *Vervanging van de toegang*: mits in 2027\n" in written
    assert "- **Den Haag** is tegen *Vervanging van de toegang*, zonder opgave van redenen.\n" in written
    assert "**Rotterdam** is voor" not in written


def test_the_advised_command_has_the_day_that_made_the_document(sound: Path) -> None:
    words = ("agenda", "--check", "-o", "agenda.md", "--lang", "en")
    dated = desk.regie(*words, "--today", "2026-10-01", cwd=sound).stderr
    assert dated.endswith("--lang en --today 2026-10-01 -o agenda.md\n")
    assert "--today" not in desk.regie(*words, cwd=sound).stderr


def test_help_tells_the_day_on_which_an_agenda_is_made() -> None:
    shown = " ".join(desk.regie("agenda", "-h", "--lang", "en").stdout.split())
    assert "Default: the day of the advice in regie.yaml, or of the newest list in decisions/" in shown
    assert "Default: today." not in shown
