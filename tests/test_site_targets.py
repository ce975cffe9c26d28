"""Where the page is written: what can't hold it is refused, and what isn't a page of ours stays."""

import os
from pathlib import Path

import pytest

from tests import desk

DAY = ("--today", "2026-09-24")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return desk.portfolio(tmp_path / "portfolio", {"access": desk.initiative()})


def site(root: Path, target: str, *words: str) -> tuple[int, str]:
    done = desk.regie("site", "-C", root, "--lang", "en", *DAY, "-o", target, *words, cwd=root.parent)
    return done.returncode, done.stderr


@pytest.mark.parametrize("target", ["mine.html", "web"])
def test_a_file_of_somebody_else_is_not_written_over(root: Path, target: str) -> None:
    own = root.parent / ("mine.html" if target == "mine.html" else "web/index.html")
    own.parent.mkdir(exist_ok=True)
    own.write_text("<!doctype html><title>Ours</title>", "utf-8")
    code, told = site(root, target)
    assert (code, own.read_text("utf-8")) == (2, "<!doctype html><title>Ours</title>")
    assert f"{own.relative_to(root.parent)} is there already, and regie site didn't write it." in told


def test_nothing_is_written_where_only_the_second_file_is_somebody_elses(root: Path) -> None:
    (root.parent / "web").mkdir()
    (root.parent / "web/nl.html").write_text("Ours", "utf-8")
    assert site(root, "web")[0] == 2
    assert os.listdir(root.parent / "web") == ["nl.html"]


def test_an_earlier_page_and_an_empty_file_are_written_over(root: Path) -> None:
    (root.parent / "page.html").write_text("", "utf-8")
    assert site(root, "page.html")[0] == 0
    assert site(root, "page.html", "--public")[0] == 0
    assert "for everyone" in (root.parent / "page.html").read_text("utf-8")


@pytest.mark.parametrize("target", ["page.pdf", "afile", "PAGE.DOCX"])
def test_what_can_not_hold_a_page_is_refused(root: Path, target: str) -> None:
    (root.parent / "afile").write_text("", "utf-8")
    code, told = site(root, target)
    assert code == 2
    assert f"{target} can't hold it. Name a folder for both languages, or a file that ends in .html" in told
    assert sorted(os.listdir(root.parent)) == ["afile", "portfolio"]


def test_a_folder_with_a_dot_in_its_name_is_a_folder(root: Path) -> None:
    assert site(root, "site.v2")[0] == 0
    assert sorted(os.listdir(root.parent / "site.v2")) == ["index.html", "nl.html"]


def test_a_folder_in_the_place_of_a_file_is_named_in_words(root: Path) -> None:
    (root.parent / "web/index.html").mkdir(parents=True)
    assert site(root, "web") == (2, "Can't write web/index.html: it is a folder.\n")


def test_a_theme_that_is_a_folder_is_refused_in_words(root: Path) -> None:
    (root.parent / "own.css").mkdir()
    assert site(root, "page.html", "--theme", "own.css") == (2, "own.css can't be read (it is a folder).\n")


def test_a_file_has_one_language(root: Path) -> None:
    code, told = site(root, "page.html", "--lang", "nl")
    assert (code, (root.parent / "page.html").exists()) == (2, False)
    assert told.startswith("--lang ")
