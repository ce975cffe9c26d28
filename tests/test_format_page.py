"""The reference page of the file format is made from the types, and says what they say."""

import re

import pytest

from icteregie.portfolio import schema_walk
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.partnership import Language, Partnership
from icteregie.render.reference.format import render
from icteregie.render.reference.types import places
from tests.desk import ROOT

PAGES: dict[Language, str] = {"en": "format.md", "nl": "format.nl.md"}


@pytest.mark.parametrize("language", PAGES)
def test_the_page_in_the_repository_is_what_the_types_say(language: Language) -> None:
    kept = (ROOT / "docs" / PAGES[language]).read_text("utf-8")
    assert kept == render(language), "make it anew: python tools/generate.py"


@pytest.mark.parametrize("language", PAGES)
def test_every_link_goes_to_a_section_of_the_page(language: Language) -> None:
    text = render(language)
    sections = re.findall(r"^### (\S+)$", text, re.MULTILINE)
    assert sorted(sections) == sorted(set(sections))
    assert set(re.findall(r"\(#([^)]+)\)", text)) <= set(sections)


def test_every_record_has_a_section() -> None:
    for owner in (Initiative, Partnership):
        assert {place.record for place in places(owner)} == set(schema_walk.records(owner))


@pytest.mark.parametrize(
    ("key", "kind", "required", "default"),
    [
        ("`title`", "one line of text", "yes", ""),
        ("`effort`", "for each id: for each quarter, month or day: whole number", "", ""),
        ("`participants`", "`all`, or a list of ids", "yes", ""),
        ("`depends_on`", "list of: id, or [depends_on](#depends_on)", "", ""),
        ("`large_one_off`", "amount in whole euros", "", "`250000`"),
        (
            "`nature`",
            "`renewal` (vernieuwing), `maintenance` (onderhoud), `legacy` (aanpak verouderde techniek)",
            "",
            "",
        ),
        ("`role`", "`advises` (adviseert), `decides` (besluit)", "yes", ""),
        ("`language`", "`nl` (Nederlands), `en` (Engels)", "", "`nl`"),
        ("`value`", "score from 1 to 5, or one per member", "", ""),
    ],
)
def test_a_row_says_what_a_key_takes(key: str, kind: str, required: str, default: str) -> None:
    assert f"\n| {key} | {kind} | {required} | {default} | " in render("en")


def test_a_record_inside_others_says_where_it_stands() -> None:
    text = render("nl")
    assert "### budget\n\nStaat op `agendas.<year>.budget`." in text
    assert "### risk\n\nStaat op `score.risk`." in text
    assert "### conflicts_with\n\nStaat op `conflicts_with[]`." in text


def test_no_row_breaks_its_table() -> None:
    for language in PAGES:
        rows = [line for line in render(language).splitlines() if line.startswith("|")]
        assert [row for row in rows if len(re.findall(r"(?<!\\)\|", row)) != 6] == []
