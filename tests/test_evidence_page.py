"""The page about evidence follows the table."""

import pytest

from icteregie.messages.catalogue import LANGUAGES
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.pieces import EVIDENCE, SECURITY
from icteregie.render.reference.evidence_page import render
from tests.desk import ROOT


@pytest.mark.parametrize(("language", "name"), [("en", "evidence.md"), ("nl", "evidence.nl.md")])
def test_the_page_is_the_one_that_is_generated(language: Language, name: str) -> None:
    assert (ROOT / "docs" / name).read_text("utf-8") == render(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_every_heading_is_on_it(language: Language) -> None:
    text = render(language)
    for piece in (*EVIDENCE["supporting"], *EVIDENCE["business-critical"], SECURITY):
        assert all(f"`{key}`" in text for key in piece.keys)
        assert all(heading in text for heading in getattr(piece.headings, language, ()))
