"""Colours of one's own: only colours, known ones, and with contrast enough in both schemes."""

from pathlib import Path

import pytest

from icteregie.render.site.theme import Theme, contrast, read_theme
from tests import desk
from tests.page import read

DAY = ("--today", "2026-09-24", "--lang", "en")


def themed(tmp_path: Path, text: str) -> tuple[int, str, str]:
    root = desk.portfolio(tmp_path / "portfolio", {"access": desk.initiative()})
    (tmp_path / "own.css").write_text(text, "utf-8")
    done = desk.regie("site", "-C", root, "--theme", "own.css", *DAY, cwd=tmp_path)
    return done.returncode, done.stdout, done.stderr


def test_colours_of_both_schemes_are_set(tmp_path: Path) -> None:
    code, page, _ = themed(
        tmp_path,
        ":root { --link: #005A9C; /* blue */ --utrecht-document-color: #111; }\n"
        "@media (prefers-color-scheme: dark) { :root { --link: #9cf; } }\n",
    )
    (style,) = read(page).all("style")
    assert code == 0
    assert "screen and (prefers-color-scheme:light){:root{--link:#005a9c;--ink:#111;}}" in style.text
    assert "screen and (prefers-color-scheme:dark){:root{--link:#9cf;}}" in style.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("body { color: red }", "own.css, line 1: a theme only sets colours"),
        ("--link: #005a9c;", "own.css, line 1: a theme only sets colours"),
        (":root {\n  color: red;\n}", "own.css, line 2: a theme only sets colours"),
        (":root { --link: url(https://x.nl) }", "own.css, line 1: a theme only sets colours"),
        (":root { --link: url(x); }", "own.css, line 1: write --link as a colour with a number sign"),
        (":root { --link: red; }", "own.css, line 1: write --link as a colour with a number sign"),
        (":root {\n\n --linck: #000; }", "own.css, line 3: «--linck» is not a colour of the page"),
        ("</style><script>1</script>", "own.css, line 1: a theme only sets colours"),
        (
            ":root { --link: #999; }",
            "own.css: --link can't be read well on --bg in the light scheme: the contrast is 2.8 and must be",
        ),
        (
            "@media (prefers-color-scheme: dark) { :root { --ink: #333; } }",
            "own.css: --ink can't be read well on --bg in the dark scheme",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_line_or_the_pair(
    tmp_path: Path, text: str, message: str
) -> None:
    code, page, told = themed(tmp_path, text)
    assert (code, page) == (2, "")
    assert message in told


def test_a_contrast_just_too_little_is_not_shown_as_enough(tmp_path: Path) -> None:
    assert 4.45 < contrast("#777777", "#ffffff") < 4.5
    told = themed(tmp_path, ":root { --link: #777; }")[2]
    assert "the contrast is 4.4 and must be at least 4.5. Make --link or --bg darker or lighter." in told


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    root = desk.portfolio(tmp_path, {"access": desk.initiative()})
    done = desk.regie("site", "-C", root, "--theme", "none.css", *DAY, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("none.css can't be read (")


def test_the_colours_of_the_page_itself_have_contrast_enough() -> None:
    assert isinstance(read_theme(""), Theme)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", "21.0"), ("#fff", "#fff", "1.0"), ("#777777", "#ffffff", "4.5")],
)
def test_contrast_is_that_of_the_guidelines(first: str, second: str, ratio: str) -> None:
    assert f"{contrast(first, second):.1f}" == ratio
