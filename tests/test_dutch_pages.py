"""The Dutch pages say what the English ones and the code say."""

import re

import pytest

from icteregie.portfolio.thresholds import Thresholds
from tests.desk import ROOT

ENGLISH = (ROOT / "docs/definitions.md").read_text("utf-8")
DUTCH = (ROOT / "docs/begrippen.nl.md").read_text("utf-8")
FORMAT = (ROOT / "docs/format.nl.md").read_text("utf-8")


def anchor(heading: str) -> str:
    """Make the anchor that GitHub and GitLab give a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def rows(page: str, heading: str) -> list[list[str]]:
    """List the cells of the first table below a heading, without its head."""
    below = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line.strip("|").split("|") for line in below.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines[2:]]


def test_every_term_leads_to_a_heading_of_the_english_page() -> None:
    anchors = {anchor(heading) for heading in re.findall(r"^## (.*)$", ENGLISH, re.MULTILINE)}
    sections = DUTCH.split("\n## ")[1:]
    linked = [re.findall(r"\]\(definitions\.md#([^)]+)\)", section) for section in sections]
    assert [
        section.partition("\n")[0] for section, found in zip(sections, linked, strict=True) if not found
    ] == []
    assert {each for found in linked for each in found} - anchors == set()


def test_every_key_that_it_names_is_a_key_of_the_format() -> None:
    named = set(re.findall(r"`([a-z_-]+)`", DUTCH))
    known = set(re.findall(r"`([a-z_-]+)`", FORMAT))
    assert {"intake_closes", "dossier_closes", "route"} <= named
    assert named - known == set()


def test_the_ten_standings_are_those_of_the_english_page() -> None:
    words = {"yes": "ja", "no": "nee"}
    english = [
        (re.findall(r"\((.*)\)", name)[0], words[counts])
        for name, _, counts in rows(ENGLISH, "Where it stands (stand)")
    ]
    assert [(name, counts) for name, _, counts in rows(DUTCH, "Stand")] == english
    assert len(english) == 10


def test_the_keys_of_a_complete_dossier_are_those_of_the_english_page() -> None:
    def keys(page: str, heading: str) -> list[list[str]]:
        return [re.findall(r"`(\w+)`", cells[1]) for cells in rows(page, heading)]

    assert keys(DUTCH, "Gevraagd, ontvangen en compleet") == keys(ENGLISH, "Complete (compleet)")


@pytest.mark.parametrize("page", [DUTCH, ENGLISH])
def test_the_lead_times_are_the_defaults(page: str) -> None:
    heading = "Aanlooptijd" if page is DUTCH else "Lead time (aanlooptijd)"
    usual = Thresholds()
    days = [int(re.sub(r"\D", "", cells[2])) for cells in rows(page, heading)]
    assert days == [usual.lead_time_experiment, usual.lead_time_small, usual.lead_time_large]
    amounts = [
        int(re.sub(r"\D", "", found)) for found in re.findall(r"€ ([\d.,]+\d)", rows(page, heading)[2][1])
    ]
    assert amounts == [usual.large_one_off, usual.large_recurring]
