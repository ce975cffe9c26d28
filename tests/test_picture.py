"""The picture of the page in the READMEs: made by ``make picture``, stale once the page looks different.

A picture carries a fingerprint of what can be seen on it: the first screen of the example's page, with its
style. So no browser is needed to know that it is stale, and what is below that screen can change freely.
"""

import base64
import hashlib
import os
import re
import shutil
from pathlib import Path

import pytest

from tests import png
from tests.chromium import chromium
from tests.desk import EXAMPLE, ROOT, regie

README = {"nl": ROOT / "README.nl.md", "en": ROOT / "README.md"}
PICTURES = {language: ROOT / f"docs/pictures/page.{language}.png" for language in README}
SIZE = (1280, 900)
BOTH = pytest.mark.parametrize("language", PICTURES)
UPDATE = "REGIE_UPDATE_PICTURE"


def page(language: str, folder: Path) -> Path:
    """Make the page of the example, on a fixed day and away from the history of this repository."""
    shutil.copytree(EXAMPLE, folder / "portfolio")
    path = folder / "page.html"
    made = ("--year", "2027", "--today", "2026-09-24", "--lang", language, "-o", path)
    assert regie("site", "-C", folder / "portfolio", *made).returncode == 0
    return path


def seen(html: str) -> str:
    """Give what the first screen shows: its head, contents and first part, with the style of them."""
    first = html[html.index("<header") : html.index("</section>")]
    there = set(" ".join(re.findall(r' class="([^"]*)"', first)).split())
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    return "\n".join((first, *(line for line in style.splitlines() if _concerns(line, there))))


def _concerns(line: str, there: set[str]) -> bool:
    """Whether a line of the style names no class at all, or one that is there."""
    named = set(re.findall(r"\.([a-z][\w-]*)", line))
    return bool(line) and (not named or bool(named & there))


def fingerprint(html: str) -> str:
    return hashlib.sha256(seen(html).encode()).hexdigest()


def write(picture: Path, path: Path) -> None:
    """Write the first screen of a page as a picture, or skip the test where there is no browser."""
    with chromium() as browser:
        tab = browser.tab()
        tab.open(path, width=SIZE[0], height=SIZE[1])
        shot = base64.b64decode(tab.send("Page.captureScreenshot", format="png")["data"])
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(png.smaller(shot, Source=fingerprint(path.read_text("utf-8"))))


@BOTH
def test_the_picture_shows_the_page_as_it_is(language: str, tmp_path: Path) -> None:
    picture, path = PICTURES[language], page(language, tmp_path)
    if os.environ.get(UPDATE):
        write(picture, path)
    shown = png.words(picture.read_bytes())["Source"]
    assert shown == fingerprint(path.read_text("utf-8")), (
        f"{picture.name} shows an earlier page: make picture"
    )


@BOTH
def test_the_picture_is_one_screen_and_small(language: str) -> None:
    data = PICTURES[language].read_bytes()
    assert png.size(data) == SIZE
    assert len(data) < 150_000


@BOTH
def test_the_readme_shows_the_picture_with_words_for_whoever_does_not_see_it(language: str) -> None:
    path = PICTURES[language].relative_to(ROOT).as_posix()
    ((words, shown),) = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", README[language].read_text("utf-8"))
    assert shown == path
    assert len(words) > 60


def test_another_first_screen_is_another_fingerprint(tmp_path: Path) -> None:
    html = page("en", tmp_path).read_text("utf-8")
    assert fingerprint(html.replace("25 initiatives", "26 initiatives", 1)) != fingerprint(html)
    assert fingerprint(html.replace("--ink:", "--ink: #00f; --old:", 1)) != fingerprint(html)
    assert fingerprint(html.replace(".figure ", ".figure{color:red}.figure ", 1)) != fingerprint(html)
    assert fingerprint(html.replace("</style>", "\n.matter{color:red}</style>")) == fingerprint(html)
    assert fingerprint(html.replace('id="about"', 'id="elsewhere"')) == fingerprint(html)
