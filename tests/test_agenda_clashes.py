"""What the chapter on coherence tells of clashes: by what they ask, and not what page one told already."""

from pathlib import Path

import pytest

from tests import desk
from tests.test_agenda import agenda, paragraphs, view

SOLO = {
    "twee-a": desk.initiative(title="Twee A", participants="[utrecht]", components="[letters]"),
    "twee-b": desk.initiative(
        title="Twee B",
        participants="[rotterdam]",
        components="[letters]",
        period="{start: 2028-Q1, end: 2028-Q2}",
    ),
}
FILES = {
    "keuze-a": desk.initiative(title="Keuze A", alternative_to="[keuze-b]"),
    "keuze-b": desk.initiative(title="Keuze B"),
    "uren": desk.initiative(title="Uren", effort="{platform: {2027-Q1: 2401}}"),
    "tegelijk-a": desk.initiative(title="Tegelijk A", components="[identity]"),
    "tegelijk-b": desk.initiative(title="Tegelijk B", components="[identity]"),
    "proef": desk.initiative(
        title="Proef",
        steering="experimental",
        experiment="{learning_goal: a, time_box: 2027-Q1, budget_cap: 5, stop_when: b, decides: directors}",
        period="{start: 2027-01, end: 2027-03}",
    ),
    "bouwt": desk.initiative(title="Bouwt", depends_on="[proef]", period="{start: 2027-09, end: 2027-12}"),
    **SOLO,
}
HEADINGS = {"nl": "### 6.4 Conflicten en knelpunten", "en": "### 6.4 Conflicts and bottlenecks"}
GROUPS = {
    "nl": ["Vraagt overleg tussen de betrokkenen.", "Ter info."],
    "en": ["These need consultation between the members concerned.", "For information."],
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return desk.portfolio(tmp_path, FILES)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_clashes_are_grouped_by_what_they_ask(root: Path, language: str) -> None:
    said = paragraphs(agenda(root, "--lang", language), HEADINGS[language])
    lines = [line for line in said.splitlines() if line.startswith(("**", "- "))]
    groups = [line.strip("*") for line in lines if line.startswith("**")]
    assert groups == GROUPS[language]
    for line, word in zip(lines[1::2], ("Tegelijk", "Bouwt"), strict=True):
        assert word in line


def test_what_page_one_puts_to_directors_is_not_told_again(root: Path) -> None:
    document = agenda(root)
    asked, said = paragraphs(document, "## Gevraagd besluit"), paragraphs(document, HEADINGS["nl"])
    for title in ("Keuze A", "Keuze B", "Twee A", "Twee B", "Platform"):
        assert (title in asked, title in said) == (True, False)
    assert "staan op de eerste bladzijde" in said


def test_every_clash_of_the_example_says_whom_it_is_about() -> None:
    for clash in view(desk.EXAMPLE).clashes:
        assert clash.weight in {"decide", "discuss", "know"}
        assert clash.ids or clash.finding.rule in {"over-budget", "over-capacity"}
    # The one shortage of hours of the example stands on page one.
    assert view(desk.EXAMPLE).clashes_of("decide") == ()


def test_without_clashes_that_is_said(tmp_path: Path) -> None:
    said = paragraphs(agenda(desk.portfolio(tmp_path, {"een": desk.initiative()})), HEADINGS["nl"])
    assert said.strip() == "Er zijn geen conflicten of knelpunten gevonden."
