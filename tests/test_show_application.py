"""``regie show`` of one application: its contract, what is planned for it, and the same at other members."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.desk import initiative, portfolio, regie

UTRECHT = """\
as_of: 2026-09-01
applications:
  zaaksysteem:
    product: 'Zaak | wijs'
    supplier: Voorbeeld BV
    version: '12.4'
    components: [letters]
    users: 1200
    yearly: 480000
    contract: {end: 2025-12-31, notice: 6 months, renews: 1 year, last: 2030-12-31}
    stage: in-use
    initiative: plans
    bbn: 2
  oud: {product: Oudzaak, components: [letters], stage: gone}
"""
AMSTERDAM = """\
as_of: 2026-09-01
applications:
  zaken: {product: Dossierplus, version: '8', components: [letters], users: 12, stage: ending}
  weg: {product: Weg, components: [letters], stage: gone}
"""
FILES = {
    "landscape/utrecht.yaml": UTRECHT,
    "landscape/amsterdam.yaml": AMSTERDAM,
    "plans": initiative(title="Samen zaken"),
    "retires": initiative(title="Brieven eruit", retires="[letters, utrecht/oud]"),
    "elsewhere": initiative(
        retires="[letters]", submitter="amsterdam", participants="[amsterdam, rotterdam]"
    ),
    "adds": initiative(
        adds="[{product: Briefmaker, components: [letters], members: [utrecht], yearly: 9000, from: 2027-Q2}]"
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return portfolio(tmp_path_factory.mktemp("shown"), FILES)


def shown(root: Path, *words: str) -> str:
    done = regie("show", *words, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        "utrecht/zaaksysteem · landscape/utrecht.yaml",
        "Leverancier Voorbeeld BV",
        "Versie 12.4",
        "Componenten Brieven",
        "Gebruikers 1.200",
        "Per jaar € 480.000",
        "Nagelopen 2026-09-01",
        "Einde contract 2027-12-31",
        "Opzeggen uiterlijk 2027-06-30",
        "Opzegtermijn 6 maanden",
        "Verlengt zichzelf met 1 jaar",
        "Op 30 juni 2026 is niet opgezegd: het contract is daardoor verlengd.",
        "«plans» is op 30 juni 2027 klaar: op tijd.",
        "Initiatief Samen zaken (plans)",
        "retires Brieven eruit voorstel 2027-06-30",
        "adds Vervanging van de toegang voorstel Briefmaker 2027-04-01",
        "Amsterdam Brieven Dossierplus 8 wordt uitgefaseerd 12",
    ],
)
def test_on_the_screen_all_is_shown(root: Path, line: str) -> None:
    assert line in lines(shown(root, "utrecht/zaaksysteem"))


@pytest.mark.parametrize("name", ["elsewhere  ", "Weg", "Oudzaak"])
def test_what_is_of_others_or_gone_is_not_shown(root: Path, name: str) -> None:
    assert name not in shown(root, "utrecht/zaaksysteem")


def test_in_english_the_words_are_english(root: Path) -> None:
    text = lines(shown(root, "utrecht/zaaksysteem", "--lang", "en"))
    assert {"Notice 6 months", "Give notice by 2027-06-30", "Renews itself by 1 year"} <= set(text)


def test_a_document_keeps_versions_and_prices_in_git_and_says_so(root: Path) -> None:
    text = shown(root, "utrecht/zaaksysteem", "--format", "md")
    assert "12.4" not in text
    assert "480.000" not in text
    assert "(--with versions, --with prices)" in text


def test_a_document_has_them_when_asked(root: Path) -> None:
    words = ("--format", "md", "--with", "versions", "--with", "prices")
    text = shown(root, "utrecht/zaaksysteem", *words)
    assert "12.4" in text
    assert "480.000" in text
    assert "--with" not in text


def test_programs_get_it_as_the_file_has_it_and_what_follows(root: Path) -> None:
    (sheet,) = json.loads(shown(root, "utrecht/zaaksysteem", "--format", "json"))["applications"]
    assert not {"version", "yearly"} & set(sheet)
    assert sheet["kept_back"] == ["prices", "versions"]
    assert sheet["contract"]["notice"] == "6 months"
    assert sheet["derived"]["notice_day"] == "2027-06-30"
    assert sheet["derived"]["retired_by"] == [{"id": "retires", "status": "proposal", "end": "2027-06-30"}]
    assert [other["id"] for other in sheet["derived"]["elsewhere"]] == ["amsterdam/zaken"]
    assert "version" not in sheet["derived"]["elsewhere"][0]


def test_programs_get_versions_and_prices_when_asked(root: Path) -> None:
    words = ("--format", "json", "--with", "versions", "--with", "prices")
    (sheet,) = json.loads(shown(root, "utrecht/zaaksysteem", *words))["applications"]
    assert (sheet["version"], sheet["yearly"], sheet["kept_back"]) == ("12.4", 480000, [])


def test_a_sheet_has_a_row_for_each(root: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(shown(root, "*/za*", "--format", "csv", "--with", "prices"))))
    assert [(row["id"], row["yearly"], row["version"], row["stage"]) for row in rows] == [
        ("amsterdam/zaken", "", "", "ending"),
        ("utrecht/zaaksysteem", "480000", "", "in-use"),
    ]


def test_initiatives_and_applications_together(root: Path) -> None:
    text = shown(root, "plans", "utrecht/oud")
    assert "Samen zaken" in text
    assert "Oudzaak" in text


def test_in_one_csv_they_are_refused(root: Path) -> None:
    done = regie("show", "plans", "utrecht/oud", "--format", "csv", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "niet in één csv" in done.stderr


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("utrecht/zaaksystem", "Bedoel je «utrecht/zaaksysteem»?"),
        ("delft/iets", "Er is geen applicatie «delft/iets»"),
        ("utrecht/x*", "Er is geen applicatie «utrecht/x*»"),
    ],
)
def test_an_application_that_nobody_has(root: Path, written: str, said: str) -> None:
    done = regie("show", written, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_without_landscapes_that_is_said(tmp_path: Path) -> None:
    done = regie("show", "utrecht/zaaksysteem", cwd=portfolio(tmp_path, {"access": initiative()}))
    assert (done.returncode, done.stdout) == (2, "")
    assert "nog geen enkele applicatie" in done.stderr


def test_a_landscape_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    root = portfolio(tmp_path, {**FILES, "landscape/rotterdam.yaml": "as_of: 2026-09-01\napplications: 1\n"})
    done = regie("show", "utrecht/oud", cwd=root)
    assert (done.returncode, "landscape/rotterdam.yaml" in done.stderr) == (0, True)
    assert "Oudzaak" in done.stdout


@pytest.mark.parametrize(
    "line",
    [
        "utrecht/zaaksysteem Utrecht Zaak | wijs in gebruik 2025-12-31",
        "utrecht/oud Utrecht Oudzaak niet meer in gebruik",
        "amsterdam/zaken Amsterdam Dossierplus wordt uitgefaseerd",
    ],
)
def test_an_initiative_names_what_it_retires_and_where(root: Path, line: str) -> None:
    assert line in lines(shown(root, "retires"))


def test_an_initiative_names_what_it_adds_and_where(root: Path) -> None:
    text = lines(shown(root, "adds"))
    assert "Briefmaker Brieven Utrecht € 9.000 Q2 2027" in text


def test_programs_get_what_an_initiative_retires_and_adds(root: Path) -> None:
    known = json.loads(shown(root, "elsewhere", "adds", "--format", "json"))["initiatives"]
    assert [each["derived"]["retires"] for each in known] == [[], ["amsterdam/zaken"]]
    assert [each["derived"]["adds"] for each in known] == [[["utrecht"]], []]


def test_who_asks_for_an_unknown_one_reads_what_that_member_has(root: Path) -> None:
    done = regie("show", "utrecht/belsysteem", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "utrecht/zaaksysteem" in done.stderr
    assert "amsterdam/" not in done.stderr
