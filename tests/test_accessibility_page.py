"""The evidence about accessibility: each test that it names exists, and its versions are those in use."""

import re

import pytest

from icteregie import __version__
from tests.desk import ROOT
from tests.test_site_browser import RUN

PAGES = {"nl": ROOT / "docs/accessibility.nl.md", "en": ROOT / "docs/accessibility.md"}
BOTH = pytest.mark.parametrize("language", PAGES)
NAMED = re.compile(r"`(tests/\w+\.py)::(test_\w+)`")


def missing(text: str) -> list[tuple[str, str]]:
    """Give the tests that a text names and that aren't there."""
    return [
        (file, name)
        for file, name in NAMED.findall(text)
        if not (path := ROOT / file).is_file() or f"\ndef {name}(" not in path.read_text("utf-8")
    ]


@BOTH
def test_each_test_that_is_named_exists(language: str) -> None:
    text = PAGES[language].read_text("utf-8")
    assert NAMED.findall(text) != []
    assert missing(text) == []


def test_a_test_that_does_not_exist_is_seen() -> None:
    assert missing("`tests/test_site.py::test_of_nothing`") == [("tests/test_site.py", "test_of_nothing")]


@BOTH
def test_the_rules_of_axe_are_those_that_run(language: str) -> None:
    told = PAGES[language].read_text("utf-8").partition("axe-core")[2].partition("target-size")[0]
    (asked,) = re.findall(r"runOnly: \[(.*?)\]", RUN)
    assert re.findall(r"`([a-z0-9-]+)`", told) == re.findall(r'"([^"]+)"', asked)


@BOTH
def test_the_versions_are_those_in_use(language: str) -> None:
    text = PAGES[language].read_text("utf-8")
    (axe,) = re.findall(r"^axe=(\S+)$", (ROOT / "tools/browser").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"axe-core (\d[\d.]*\d)", text)) == {axe}
    assert re.findall(r"(?:version|versie) (\d+\.\d+\.\d+)\)", text) == [__version__]


def test_both_languages_say_the_same_of_the_same_criteria() -> None:
    dutch, english = (
        (NAMED.findall(text), re.findall(r"^\| (\d[\d., ]*) \|", text, re.MULTILINE), text.count("\n- "))
        for text in (path.read_text("utf-8") for path in PAGES.values())
    )
    assert dutch == english
