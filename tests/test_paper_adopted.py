"""The paper of an adopted agenda says in its title and on each page that it was adopted, and by whom."""

import io
from pathlib import Path

import pytest

from tests import desk
from tests.papers import reader

docx = pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
TODAY = ("--today", "2026-09-24")
TITLES = {"nl": "Ontwikkelagenda 2026: vastgesteld", "en": "Development agenda 2026: adopted"}


def made(folder: Path, form: str, language: str) -> bytes:
    path = folder / f"adopted.{form}"
    words = ("agenda", "-C", desk.EXAMPLE, "--year", "2026", "--adopted", "--lang", language)
    done = desk.regie(*words, *TODAY, "-o", path)
    assert (done.returncode, done.stderr) == (0, "")
    return path.read_bytes()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_word_file_has_the_state_in_title_properties_and_footers(tmp_path: Path, language: str) -> None:
    document = docx.Document(io.BytesIO(made(tmp_path, "docx", language)))
    footers = ["".join(each.text for each in part.footer.paragraphs) for part in document.sections]
    assert document.paragraphs[0].text == TITLES[language]
    assert document.core_properties.content_status == TITLES[language].rpartition(" ")[2]
    assert all(TITLES[language] in each for each in footers), footers


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_pdf_has_the_state_in_its_title_and_at_the_foot_of_each_page(tmp_path: Path, language: str) -> None:
    pdf = reader(made(tmp_path, "pdf", language))
    feet = [" ".join(page.extract_text().split()).rpartition("Coöperatie")[2] for page in pdf.pages]
    assert pdf.metadata.title == TITLES[language]
    assert all(TITLES[language] in each for each in feet), feet


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_adopted_paper_is_compared_with_what_was_adopted(tmp_path: Path, language: str) -> None:
    made(tmp_path, "docx", language)
    words = ("agenda", "-C", desk.EXAMPLE, "--year", "2026", "--adopted", "--lang", language)
    done = desk.regie(*words, *TODAY, "--check", "-o", tmp_path / "adopted.docx")
    assert done.returncode == 0, done.stderr
