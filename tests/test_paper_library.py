"""A paper without its library, in a process that can't import it: one line with what to type, and no file."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import desk

LIBRARIES = {"docx": ("docx", "python-docx"), "pdf": ("typst", "typst")}
SAID = {
    "nl": (
        "Voor --format {format} is {package} nodig, en dat is hier niet geïnstalleerd. Installeer het erbij: "
        "pipx inject icteregie {package}, uv tool install icteregie --with {package}, of "
        "pip install {package} in de omgeving van regie.\n"
    ),
    "en": (
        "--format {format} needs {package}, which is not installed here. Add it with: "
        "pipx inject icteregie {package}, uv tool install icteregie --with {package}, or "
        "pip install {package} in the environment of regie.\n"
    ),
}


def without(module: str, *words: str | Path) -> tuple[int, str]:
    """Run a command in a process of its own where a module can't be imported."""
    arguments = [str(word) for word in words]
    code = f"import sys; sys.modules[{module!r}] = None; sys.argv[1:] = {arguments}; "
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", f"{code}from icteregie.__main__ import main; main()"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=desk.HANGS_AFTER,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_line_says_what_to_type_for_pipx_uv_and_pip(tmp_path: Path, form: str, language: str) -> None:
    module, package = LIBRARIES[form]
    path = tmp_path / f"decisions.{form}"
    done = without(module, "decisions", "-C", desk.EXAMPLE, "--lang", language, "-o", path)
    assert done == (2, SAID[language].format(format=form, package=package))
    assert not path.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_check_of_a_word_file_says_it_too(tmp_path: Path, language: str) -> None:
    root = desk.portfolio(tmp_path / "files", {"access": desk.initiative()})
    path = tmp_path / "agenda.docx"
    path.write_bytes(b"")
    words = ("agenda", "-C", root, "--year", "2027", "--lang", language, "--check", "-o", path)
    assert without("docx", *words) == (2, SAID[language].format(format="docx", package="python-docx"))


def test_a_word_file_without_typst_has_words_for_its_drawings(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx (the extra docx) isn't here")
    path = tmp_path / "agenda.docx"
    words = ("agenda", "-C", desk.EXAMPLE, "--year", "2027", "--lang", "nl", "-o", path)
    assert without("typst", *words)[0] == 0
    made = docx.Document(str(path))
    assert len(made.inline_shapes) == 0
    assert [each.text for each in made.paragraphs if "tekening" in each.text.lower()]
