"""The drawings in an agenda: split by domain where one is too large, and red bars explained."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import desk
from tests.test_agenda import agenda, paragraphs


def chains(count: int) -> Mapping[str, str]:
    """Write pairs of which the second, of income, waits for the first, of access; one pair has no domain."""
    domains = ("access", "income")
    return {
        f"i-{number}": desk.initiative(
            title=f"Initiatief {number}",
            domain=domains[number % 2] if number > 1 else None,
            depends_on=f"[i-{number - number % 2}]" if number % 2 else None,
            period="{start: 2027-Q3, end: 2027-Q4}" if number % 2 else "{start: 2027-Q1, end: 2027-Q1}",
        )
        for number in range(count)
    }


def drawn(root: Path, language: str = "nl") -> str:
    headings = {"nl": "### 6.1 Afhankelijkheden", "en": "### 6.1 Dependencies"}
    return paragraphs(agenda(root, "--lang", language), headings[language])


def test_forty_fit_in_one_drawing(tmp_path: Path) -> None:
    said = drawn(desk.portfolio(tmp_path, chains(40)))
    assert said.count("```mermaid") == 1
    assert said.count(":::plain") == 40
    assert said.endswith("```\n\n")


@pytest.mark.parametrize(
    ("language", "domains", "why"),
    [
        (
            "nl",
            ["Toegang", "Inkomen", "Zonder domein"],
            "Meer dan 40 initiatieven passen niet in één tekening.",
        ),
        (
            "en",
            ["Toegang", "Inkomen", "Without a domain"],
            "More than 40 initiatives don't fit in one diagram.",
        ),
    ],
)
def test_more_are_drawn_by_domain(tmp_path: Path, language: str, domains: list[str], why: str) -> None:
    said = drawn(desk.portfolio(tmp_path, chains(42)), language)
    assert [line.strip("*") for line in said.splitlines() if line.startswith("**")] == domains
    access, income, none = said.split("```mermaid")[1:]
    # The 20 pairs lie across both domains: each drawing has both ends of every line.
    assert [part.count(" --> ") for part in (access, income, none)] == [20, 20, 1]
    assert [part.count(":::plain") for part in (access, income, none)] == [40, 40, 2]
    assert why in none


def test_a_domain_that_is_too_large_says_how_much_of_it_is_drawn(tmp_path: Path) -> None:
    files = {name: text.replace("domain: income", "domain: access") for name, text in chains(46).items()}
    said = drawn(desk.portfolio(tmp_path, files))
    assert "Deze tekening toont 40 van de 44 initiatieven" in said


@pytest.mark.parametrize(
    ("language", "legend"),
    [("nl", "Rood: de kritieke keten van paragraaf 6.3."), ("en", "Red: the critical chain of section 6.3.")],
)
def test_red_bars_are_explained_where_there_are_any(tmp_path: Path, language: str, legend: str) -> None:
    root = desk.portfolio(tmp_path, chains(2))
    document = agenda(root, "--lang", language)
    assert (" :crit, " in document, legend in document) == (True, True)
    alone = agenda(desk.portfolio(tmp_path / "alone", {"een": desk.initiative()}), "--lang", language)
    assert (" :crit, " in alone, legend in alone) == (False, False)
