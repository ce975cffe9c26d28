"""Who can read the page: what the command prints of it, and what the page says about itself."""

from pathlib import Path

import pytest

from icteregie import __version__
from tests import desk
from tests.page import read

DAY = ("--today", "2026-09-24")
READERS = {
    ("nl", ()): (
        "ook standpunten van leden en bevindingen; noindex beschermt niets",
        "of maak het met --public",
    ),
    ("en", ()): (
        "also positions of members and findings; noindex protects nothing",
        "or make it with --public",
    ),
    ("nl", ("--public",)): (
        "noindex beschermt niets",
        "bevindingen, uiterste datums zonder antwoord en dossiers.",
    ),
    ("en", ("--public",)): (
        "noindex protects nothing",
        "findings, deadlines without an answer and dossiers.",
    ),
    ("nl", ("--public", "--dossiers")): (
        "leest alles wat erin staat, ook de dossiers",
        "bevindingen en uiterste datums zonder antwoord.",
    ),
    ("en", ("--public", "--dossiers")): (
        "reads all that is in it, also the dossiers",
        "findings and deadlines without an answer.",
    ),
}


@pytest.mark.parametrize(("language", "words"), READERS)
def test_it_is_printed_who_can_read_what_was_written(
    tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    target = ("-o", tmp_path / "page.html", "--lang", language)
    done = desk.regie("site", "-C", desk.EXAMPLE, *DAY, *words, *target)
    assert [each in done.stderr for each in READERS[language, words]] == [True, True]
    assert ("--public" in done.stderr) == (words == ())


@pytest.mark.parametrize(
    ("words", "edition"),
    [
        ((), "This edition is for the participants: it has positions of members"),
        (("--public",), "This edition is for everyone. Left out: positions of members"),
        (("--public", "--dossiers"), "This edition is for everyone, with dossiers."),
    ],
)
def test_about_the_page_says_what_was_read_when_and_what_was_left_out(
    tmp_path: Path, words: tuple[str, ...], edition: str
) -> None:
    files = {"access": desk.initiative(), "initiatives/access.md": "# Visie\n\nEen zin.\n"}
    root = desk.portfolio(tmp_path, files)
    page = desk.regie("site", "-C", root, *DAY, "--lang", "en", *words).stdout
    lines = [each.words for each in read(page).by_id("about").all("p")]
    assert f"as of 24 September 2026, with regie {__version__}." in lines[0]
    assert "initiatives (1), lists of decisions (0)" in lines[2]
    assert lines[2].endswith("and dossiers (1).")
    assert edition in lines[5]
