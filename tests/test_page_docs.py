"""The pages about the page: their options, colours, pairs and refusals are those of the command."""

import re
from pathlib import Path

import pytest

from icteregie.cli.commands import COMMANDS
from icteregie.render.site import theme
from tests import desk

PAGES = {"nl": desk.ROOT / "docs/page.nl.md", "en": desk.ROOT / "docs/page.md"}
OWN = {"nl": "eigen.css", "en": "own.css"}
BOTH = pytest.mark.parametrize("language", PAGES)


def rows(language: str, heads: str) -> list[list[str]]:
    """Give the cells of the table with this first head, below its line of dashes."""
    text = PAGES[language].read_text("utf-8")
    ((body,),) = (re.findall(rf"^\| (?:{heads}) \|.*\n\| ---.*\n((?:\|.*\n)+)", text, re.MULTILINE),)
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in body.splitlines()]


def names(cell: str) -> list[str]:
    return re.findall(r"`(-[^`]*)`", cell)


@BOTH
def test_the_options_are_those_of_the_command(language: str) -> None:
    (command,) = [each for each in COMMANDS if each.name == "site"]
    options = {flag for each in command.parameters for flag in each.flags}
    assert {word for row in rows(language, "Optie|Option") for word in names(row[0])} == options


@BOTH
def test_the_colours_are_those_of_the_page(language: str) -> None:
    shown = {row[0]: (row[1], row[2]) for row in rows(language, r"Kleur \| Licht|Colour \| Light")}
    built_in = theme.built_in()
    assert shown == {
        f"`--{name}`": (f"`{built_in.light[name]}`", f"`{built_in.dark[name]}`") for name in built_in.light
    }


@BOTH
def test_the_names_of_the_design_system_are_those_that_are_known(language: str) -> None:
    shown = {names(row[0])[0]: names(row[1])[0] for row in rows(language, "NL Design System")}
    assert shown == {f"--{alias}": f"--{name}" for alias, name in theme.ALIASES.items()}


@BOTH
def test_the_pairs_are_those_that_are_calculated(language: str) -> None:
    shown = {
        (names(row[0])[0], second, float(row[2].replace(",", ".")))
        for row in rows(language, r"Kleur \| Op|Colour \| On")
        for second in names(row[1])
    }
    assert shown == {(f"--{first}", f"--{second}", least) for first, second, least in theme.PAIRS}


def themed(folder: Path, language: str, text: str) -> tuple[int, str]:
    root = desk.portfolio(folder / "portfolio", {"access": desk.initiative()})
    (folder / OWN[language]).write_text(text, "utf-8")
    done = desk.regie("site", "-C", root, "--theme", OWN[language], "--lang", language, cwd=folder)
    return done.returncode, done.stderr


@BOTH
def test_the_theme_that_is_shown_as_right_is_taken(tmp_path: Path, language: str) -> None:
    (text,) = re.findall(r"```css\n(.*?)```", PAGES[language].read_text("utf-8"), re.DOTALL)
    assert themed(tmp_path, language, text)[0] == 0


@BOTH
@pytest.mark.parametrize("row", range(4))
def test_a_wrong_theme_gives_what_the_page_says(tmp_path: Path, language: str, row: int) -> None:
    text, message = rows(language, f"In `{OWN[language]}`")[row]
    code, told = themed(tmp_path, language, text.strip("`"))
    assert (code, " ".join(told.split())) == (2, message)
