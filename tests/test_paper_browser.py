"""A paper as HTML in a real browser: it asks for nothing, axe finds nothing, and it prints."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import desk
from tests.chromium import Chromium, axe, chromium
from tests.drawing import missing
from tests.page_measures import AXE, EVERY_RULE, WIDE

PAPERS = {
    "agenda": ("--year", "2027"),
    "status": ("--year", "2026"),
    "meeting": ("2026-09-24",),
    "decisions": (),
}


@pytest.fixture(scope="module")
def running() -> Iterator[Chromium]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder, found = tmp_path_factory.mktemp("papers"), {}
    for name, options in PAPERS.items():
        for language in ("nl", "en"):
            path = folder / f"{name}.{language}.html"
            words = (name, "-C", desk.EXAMPLE, *options, "--today", "2026-09-24", "--lang", language)
            made = desk.regie(*words, "--format", "html", "-o", path)
            assert made.returncode == 0, made.stderr
            found[name, language] = path
    return found


def wrong(running: Chromium, path: Path, width: int = 1280, *, dark: bool = False) -> list[Any]:
    tab = running.tab()
    tab.open(path, width=width, dark=dark)
    told: list[Any] = [*tab.violations, *tab.console, *tab.requests[1:]]
    tab.value(axe())
    return [*told, *tab.value(AXE % EVERY_RULE)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", PAPERS)
def test_axe_finds_nothing(
    running: Chromium, papers: dict[tuple[str, str], Path], name: str, language: str
) -> None:
    assert wrong(running, papers[name, language]) == []


def test_axe_finds_what_is_planted(
    running: Chromium, papers: dict[tuple[str, str], Path], tmp_path: Path
) -> None:
    path = tmp_path / "paper.html"
    text = papers["status", "nl"].read_text("utf-8")
    path.write_text(text.replace("<h1", '<img src="data:,"><h1', 1), "utf-8")
    assert any("image-alt" in str(each) for each in wrong(running, path))


@pytest.mark.parametrize("name", PAPERS)
def test_a_small_screen_doesn_t_scroll_sideways(
    running: Chromium, papers: dict[tuple[str, str], Path], name: str
) -> None:
    tab = running.tab()
    tab.open(papers[name, "nl"], width=390)
    assert tab.value(WIDE) == []


@pytest.mark.parametrize("name", PAPERS)
def test_no_page_in_print_is_empty(
    running: Chromium, papers: dict[tuple[str, str], Path], tmp_path: Path, name: str
) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        missing("pdftotext is not here; it is in poppler-utils")
    tab = running.tab()
    tab.open(papers[name, "nl"])
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(tab.pdf())
    text = subprocess.run([program, "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    assert [number for number, page in enumerate(pages, 1) if len(re.findall(r"\w+", page)) < 3] == []
