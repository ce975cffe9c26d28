"""``regie agenda --check FILE.docx`` names the paragraphs that no longer match the files."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests import desk

docx = pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
from docx.oxml import OxmlElement  # noqa: E402 - only where it is
from docx.oxml.ns import qn  # noqa: E402

WORDS = ("--lang", "en", "--today", "2026-09-24")


ANOTHER_YEAR = """\
agendas:
  2026:
    first_estimate: 2025-04-24
    intake_closes: 2025-07-01
    dossier_closes: 2025-08-28
    advice: 2025-09-25
    decision: 2025-10-09
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a portfolio with an amount, a year before, and hours of a team."""
    costs = "{as_of: 2026-05-01, margin: 10%, one_off: {2027: 450000}, recurring: {2027: 30000}}"
    files = {"access": desk.initiative(costs=costs, effort="{platform: {2027-Q1: 300}}")}
    partnership = desk.PARTNERSHIP.replace("agendas:\n", ANOTHER_YEAR)
    return desk.portfolio(tmp_path_factory.mktemp("files"), files, partnership)


def written(root: Path, path: Path, *words: str) -> Path:
    done = desk.regie("agenda", "-C", root, "-o", path, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return path


@pytest.fixture(scope="module")
def made(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(root, tmp_path_factory.mktemp("papers") / "agenda.docx", *WORDS)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the paper of the example, which has all that a paper can have."""
    return written(desk.EXAMPLE, tmp_path_factory.mktemp("whole") / "agenda.docx", *WORDS)


def check(path: Path, root: Path) -> tuple[int, str]:
    done = desk.regie("agenda", "-C", root, "--check", "-o", path, *WORDS)
    return done.returncode, done.stderr


def test_a_paper_as_it_was_made_matches(whole: Path) -> None:
    assert check(whole, desk.EXAMPLE) == (0, f"{whole} is up to date.\n")


def test_a_paragraph_that_was_edited_is_named_with_what_it_is_now(
    made: Path, root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "edited.docx"
    shutil.copy(made, path)
    document = docx.Document(io.BytesIO(path.read_bytes()))
    *_, paragraph = (each for each in document.paragraphs if each.text == "8. Capacity")
    paragraph.runs[0].text = "8. Hours"
    document.save(str(path))
    code, said = check(path, root)
    assert (code, said.splitlines()[0]) == (1, "«8. Hours» is now: «8. Capacity»")
    assert said.splitlines()[1].startswith(f"{path}: one paragraph no longer matches the files.")


@pytest.mark.parametrize(
    ("language", "first", "count"),
    [
        ("nl", "«€ 9» is nu: «€ 164.423»", "2 alinea's"),
        ("en", "«€ 9» is now: «€ 164,423»", "2 paragraphs"),
    ],
)
def test_an_edited_amount_and_sentence_are_named(
    root: Path, tmp_path: Path, language: str, first: str, count: str
) -> None:
    path = tmp_path / "lid.docx"
    words = ("--lang", language, "--today", "2026-09-24", "--year", "2027")
    written(root, path, *words)
    document = docx.Document(str(path))
    amount = next(
        paragraph
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        if paragraph.text in ("€\u00a0164.423", "€\u00a0164,423")
    )
    amount.runs[0].text = "€ 9"
    sentence = document.paragraphs[2]
    sentence.runs[0].text = "Anders"
    document.save(str(path))
    done = desk.regie("agenda", "-C", root, *words, "--check", "-o", path)
    assert done.returncode == 1
    said = done.stderr.replace("\u00a0", " ")
    assert first in said
    assert "«Anders" in said
    assert count in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_paper_of_another_year_differs(root: Path, tmp_path: Path, language: str) -> None:
    path = tmp_path / "agenda.docx"
    written(root, path, "--lang", language, "--year", "2026")
    done = desk.regie("agenda", "-C", root, "--lang", language, "--year", "2027", "--check", "-o", path)
    assert done.returncode == 1
    assert "2026" in done.stderr.splitlines()[0]
    assert "2027" in done.stderr.splitlines()[0]


def test_what_is_no_word_file_is_said(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK no zip")
    code, said = check(path, root)
    assert code == 2
    assert "x.docx" in said


def test_a_file_that_is_not_there_is_said(root: Path, tmp_path: Path) -> None:
    code, said = check(tmp_path / "none.docx", root)
    assert code == 2
    assert "none.docx" in said


def edited(made: Path, folder: Path) -> tuple[Any, Path]:
    """Open a copy; the caller changes it and saves it."""
    path = folder / "edited.docx"
    shutil.copy(made, path)
    return docx.Document(str(path)), path


def heading(document: Any, text: str) -> Any:
    *_, paragraph = (each for each in document.paragraphs if each.text == text)
    return paragraph


def lines(path: Path, root: Path) -> list[str]:
    code, said = check(path, root)
    assert code == 1
    return said.splitlines()[:-1]


def test_a_paragraph_that_was_deleted_is_named(made: Path, root: Path, tmp_path: Path) -> None:
    document, path = edited(made, tmp_path)
    paragraph = heading(document, "8. Capacity")._p
    paragraph.getparent().remove(paragraph)
    document.save(str(path))
    assert lines(path, root) == ["«8. Capacity» is missing in the paper."]


def test_a_paragraph_that_was_added_is_named(made: Path, root: Path, tmp_path: Path) -> None:
    document, path = edited(made, tmp_path)
    heading(document, "8. Capacity").insert_paragraph_before("We leave this out.")
    document.save(str(path))
    assert lines(path, root) == ["«We leave this out.» is no longer in the files like this."]


def test_a_deleted_row_of_a_table_is_named_cell_by_cell(made: Path, root: Path, tmp_path: Path) -> None:
    document, path = edited(made, tmp_path)
    row = next(row for each in document.tables for row in each.rows if row.cells[0].text == "Team Platform")
    texts = [cell.text for cell in row.cells]
    row._tr.getparent().remove(row._tr)
    document.save(str(path))
    assert lines(path, root) == [f"«{text}» is missing in the paper." for text in texts]


def tracked(name: str, tag: str, text: str) -> Any:
    """Make the element of a change that Word tracks."""
    run = OxmlElement("w:r")
    words = OxmlElement(tag)
    words.text = text
    run.append(words)
    change = OxmlElement(name)
    change.set(qn("w:id"), "900")
    change.set(qn("w:author"), "Secretaris")
    change.append(run)
    return change


@pytest.mark.parametrize("state", ["tracked", "accepted"])
def test_a_tracked_change_counts_as_it_would_be_accepted(
    made: Path, root: Path, tmp_path: Path, state: str
) -> None:
    document, path = edited(made, tmp_path)
    paragraph = heading(document, "8. Capacity")
    paragraph.runs[0].text = "8. "
    deleted = tracked("w:del", "w:delText", "Capacity")
    added = tracked("w:ins", "w:t", "Hours")
    last = paragraph.runs[0]._r
    if state == "accepted":
        last.addnext(added[0])
    else:
        last.addnext(added)
        last.addnext(deleted)
    document.save(str(path))
    assert lines(path, root) == ["«8. Hours» is now: «8. Capacity»"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_file_that_libreoffice_saved_again_gives_no_false_alarm(whole: Path, tmp_path: Path) -> None:
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless"]
    again = [*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path), str(whole)]
    subprocess.run(again, capture_output=True, check=True, timeout=300)
    path = tmp_path / whole.name
    assert path.read_bytes() != whole.read_bytes()
    assert check(path, desk.EXAMPLE) == (0, f"{path} is up to date.\n")
