"""One word for one thing: sentences and rule pages don't use the words that were replaced."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from icteregie.portfolio.partnership import Language
from tests import desk
from tests.test_catalogues import CATALOGUES, sentences

REPLACED: dict[Language, dict[str, str]] = {
    "nl": {
        "hoofdtak": "hoofdbranch",
        "ondiepe": "onvolledige kloon",
        "historie": "geschiedenis",
        "soloplan": "afzonderlijk plan",
        "kluwen": "kringverwijzingen",
        "rekenblad": "spreadsheet",
        "dag die is ingevuld": "opgegeven indiendatum",
        "sluiting van de dossiers": "dossierdatum",
        "rustig": "tijdig",
        "alsjeblieft": "",
        "hetzelfde component": "dezelfde component",
        "waar je nu bent": "de huidige map",
        "mag vaker": "mag meer dan één keer",
        "legt zichzelf uit": "uitleg per commando",
        "de oude id": "het oude id",
        "geschreven als een keuze": "zelfde schrijfwijze",
        "uiteengingen": "splitsing",
        "zonder grens": "onbeperkt",
        "het vakgebied": "het domein",
    },
    "en": {
        "reckon": "calculate",
        "calmly": "on time",
        "was typed": "declared date",
        "takes away": "retires, removes",
        "solo plan": "separate plan",
        "tangle": "circular dependencies",
        "one of both": "one of the two",
        "whoever": "anyone who",
        "mistake in regie": "internal error",
        "where you are": "the current folder",
        "may be given more often": "can be repeated",
        "explains itself": "for help on a command",
        "written as a choice": "same syntax",
        "they parted": "merge base",
        "without limit": "unlimited",
    },
}
PAGES = sorted((desk.ROOT / "src" / "icteregie" / "rules").rglob("*.md"))


def shown(language: Language) -> Iterator[tuple[str, str]]:
    """Give what is read in a language, each with where it is."""
    for name in CATALOGUES:
        for way, text in sentences(name, language).items():
            yield f"{name}: {'.'.join(way)}", text
    for page in PAGES:
        yield page.name, prose(page, language)


def prose(page: Path, language: Language) -> str:
    """Leave out of a page what its example shows: files, and the findings in both languages."""
    dutch, _, english = page.read_text("utf-8").partition("\n## English")
    text = dutch if language == "nl" else english
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def found(texts: Iterator[tuple[str, str]], replaced: dict[str, str]) -> list[tuple[str, str]]:
    return [(where, word) for where, text in texts for word in replaced if word in text.lower()]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_uses_a_replaced_word(language: Language) -> None:
    assert found(shown(language), REPLACED[language]) == []


def test_a_replaced_word_is_found() -> None:
    planted = iter([("findings: x", "Dit is een ondiepe kloon.")])
    assert found(planted, REPLACED["nl"]) == [("findings: x", "ondiepe")]
