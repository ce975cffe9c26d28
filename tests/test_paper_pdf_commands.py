"""What commands write as PDF: the words and figures of their other formats, and nothing off the page."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import desk
from tests.papers import reader

TODAY = ("--today", "2026-09-24")
ON = ("-C", str(desk.EXAMPLE), *TODAY)
COMMANDS = (("agenda",), ("status",), ("meeting", "2026-10-08"), ("decisions",))
ENDS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "dt", "dd", "figcaption", "caption", "br", "ul", "ol"}

FOOT = re.compile(
    r"(?:CoöperatieDeVierSteden·|Geannoteerdeagenda|Annotatedagenda).{1,140}·(?:pagina|page)\d+(?:van|of)\d+$"
)


class Pieces(HTMLParser):
    """Collects what stands in each paragraph, point and cell."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.pieces = 0, [""]

    def handle_starttag(self, tag: str, _: object) -> None:
        self.hidden += tag in {"head", "nav", "footer", "figure", "svg"}
        if tag in ENDS:
            self.pieces.append("")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"head", "nav", "footer", "figure", "svg"}
        if tag in ENDS:
            self.pieces.append("")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces[-1] += data


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]", "", words)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Give the text of a PDF of the example, without white space and without the foot of its pages."""

    @cache
    def read(*words: str) -> str:
        path = tmp_path_factory.mktemp("papers") / "paper.pdf"
        done = desk.regie(*words, *ON, "-o", path)
        assert (done.returncode, done.stderr) == (0, "")
        return "".join(FOOT.sub("", squeezed(page)) for page in pages(path))

    return read


def pages(path: Path) -> Iterator[str]:
    """Read each page of a PDF: where poppler is, with it, in a tenth of the time."""
    if shutil.which("pdftotext") is None:
        yield from (page.extract_text() for page in reader(path.read_bytes()).pages)
        return
    command = ["pdftotext", "-raw", str(path), "-"]
    yield from (
        subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode().split("\f")
    )


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_pdf_has_the_words_and_figures_of_the_html(
    body: Callable[..., str], words: tuple[str, ...], language: str
) -> None:
    html = Pieces()
    html.feed(desk.regie(*words, *ON, "--lang", language, "--format", "html").stdout)
    pieces = [squeezed(piece).replace("✕", "×") for piece in html.pieces]
    shown = body(*words, "--lang", language)
    assert len(pieces) > 20
    assert [piece for piece in pieces if piece and piece not in shown] == []


def test_the_agenda_of_the_example_needs_no_codes(body: Callable[..., str]) -> None:
    assert "\\u" not in body("agenda", "--lang", "nl")


def test_without_typst_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("icteregie.render.paper.pdf")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "typst", None)
    path = tmp_path / "agenda.pdf"
    done = desk.regie("agenda", "-C", desk.EXAMPLE, "--lang", "en", *TODAY, "-o", path)
    assert (done.returncode, path.exists(), done.stderr.count("\n")) == (2, False, 1)
    assert all(
        each in done.stderr for each in ("pipx inject icteregie typst", "uv tool install", "pip install")
    )


def test_a_paper_in_html_loads_no_typst() -> None:
    words = ["agenda", "-C", str(desk.EXAMPLE), *TODAY, "--format", "html"]
    code = f"import sys; from icteregie.__main__ import main; sys.argv[1:] = {words}; main()"
    command = [sys.executable, "-X", "importtime", "-c", code]
    done = subprocess.run(command, capture_output=True, check=False, timeout=desk.HANGS_AFTER)
    assert (done.returncode, b"icteregie.render.paper" in done.stderr) == (0, True)
    assert b"typst" not in done.stderr
