"""``regie agenda --check FILE.docx`` names the paragraphs that no longer match the files."""

import io
import shutil
from pathlib import Path

import pytest

from tests import desk

docx = pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
WORDS = ("--lang", "en", "--today", "2026-09-24")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "agenda.docx"
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "-o", path, *WORDS)
    assert (done.returncode, done.stderr) == (0, "")
    return path


def check(path: Path) -> tuple[int, str]:
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--check", "-o", path, *WORDS)
    return done.returncode, done.stderr


def test_a_paper_as_it_was_made_matches(made: Path) -> None:
    assert check(made) == (0, f"{made} is up to date.\n")


def test_a_paragraph_that_was_edited_is_named_with_what_it_is_now(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "edited.docx"
    shutil.copy(made, path)
    document = docx.Document(io.BytesIO(path.read_bytes()))
    *_, paragraph = (each for each in document.paragraphs if each.text == "8. Capacity")
    paragraph.runs[0].text = "8. Hours"
    document.save(str(path))
    code, said = check(path)
    assert (code, said.splitlines()[0]) == (1, "«8. Hours» is now: «8. Capacity»")
    assert said.splitlines()[1].startswith(f"{path}: one paragraph no longer matches the files.")


@pytest.mark.parametrize(
    ("language", "first", "count"),
    [
        ("nl", "«€ 9» is nu: «€ 119.135»", "2 alinea's"),
        ("en", "«€ 9» is now: «€ 119,135»", "2 paragraphs"),
    ],
)
def test_an_edited_amount_and_sentence_are_named(
    tmp_path: Path, language: str, first: str, count: str
) -> None:
    path = tmp_path / "lid.docx"
    words = ("agenda", "-C", desk.EXAMPLE, "--lang", language, "--today", "2026-09-24")
    assert desk.regie(*words, "--year", "2027", "-o", path).returncode == 0
    document = docx.Document(str(path))
    amount = next(
        paragraph
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        if paragraph.text in ("€\u00a0119.135", "€\u00a0119,135")
    )
    amount.runs[0].text = "€ 9"
    sentence = document.paragraphs[2]
    sentence.runs[0].text = "Anders"
    document.save(str(path))
    done = desk.regie(*words, "--year", "2027", "--check", "-o", path)
    assert done.returncode == 1
    said = done.stderr.replace("\u00a0", " ")
    assert first in said
    assert "«Anders" in said
    assert count in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_paper_of_another_year_differs(tmp_path: Path, language: str) -> None:
    path = tmp_path / "agenda.docx"
    words = ("agenda", "-C", desk.EXAMPLE, "--lang", language)
    assert desk.regie(*words, "--year", "2026", "-o", path).returncode == 0
    done = desk.regie(*words, "--year", "2027", "--check", "-o", path)
    assert done.returncode == 1
    assert "2026" in done.stderr.splitlines()[0]
    assert "2027" in done.stderr.splitlines()[0]


def test_what_is_no_word_file_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK no zip")
    code, said = check(path)
    assert code == 2
    assert "x.docx" in said


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    code, said = check(tmp_path / "none.docx")
    assert code == 2
    assert "none.docx" in said
