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
AGENDA: dict[Language, dict[str, str]] = {
    "nl": {
        "wat op wat wacht": "afhankelijkheden",
        "waar het botst": "conflicten en knelpunten",
        "botsing": "conflict",
        "de wet vraagt": "wettelijke verplichtingen",
        "ruimt op": "faseert uit",
        "| onderdelen |": "componenten",
        "| weging |": "prioriteit en score",
        "| stand |": "status, stand van zaken",
        "| **samen** |": "totaal",
        "| sleutel |": "verdeelsleutel",
        "marge": "bandbreedte",
        "voor mensen": "opleiding en verandering",
        "wacht op |": "hangt af van",
        "uitweg": "optie",
        "nog te vinden": "nog te dekken",
        "buiten onze hand": "geen invloed",
        "zonder antwoord": "nog niet op een agenda",
        "tegenover": "vergelijking met",
        "wie waarover gaat": "regie en levering per domein",
        "naar verhouding": "naar rato",
        "de stad": "het woord van regie.yaml",
        "elke stad": "het woord van regie.yaml",
        "gemeente": "het woord van regie.yaml",
    },
    "en": {
        "waits for": "depends on",
        "what the law asks": "statutory requirements",
        "clash": "conflict",
        "clears away": "retires",
        "| weight |": "priority and score",
        "| **together** |": "total",
        "| key |": "allocation key",
        "for people": "training and change",
        "way out": "option",
        "ways out": "option",
        "running |": "ongoing",
        "(running)": "ongoing",
        "reckon": "calculate",
        "foreseen |": "forecast",
        "| room |": "headroom",
        "run-up": "lead time",
        "out of our hands": "no influence",
        "cover of": "funding",
        "find cover": "funding",
        "drawing": "diagram",
        "tied to nothing": "no dependencies",
        "dearest": "most expensive",
        "asked": "requested",
        "in time": "on time",
        " city": "the word of regie.yaml",
        "municipalit": "the word of regie.yaml",
    },
}
JINJA = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
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


def printed(language: Language) -> Iterator[tuple[str, str]]:
    """Give what the agenda prints besides its data: the text of its templates, and its sentences."""
    for path in sorted((desk.ROOT / "templates" / language).glob("agenda*.md.j2")):
        yield path.name, JINJA.sub("", path.read_text("utf-8"))
    for way, text in sentences("commands/agenda", language).items():
        if len(way) > 1:
            yield f"commands/agenda: {'.'.join(way)}", text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_agenda_uses_no_replaced_word(language: Language) -> None:
    assert found(printed(language), AGENDA[language]) == []


def test_a_replaced_word_in_an_agenda_is_found() -> None:
    planted = iter([("agenda.md.j2", "### 6.4 Waar het botst")])
    assert found(planted, AGENDA["nl"]) == [("agenda.md.j2", "waar het botst")]


def test_a_replaced_word_is_found() -> None:
    planted = iter([("findings: x", "Dit is een ondiepe kloon.")])
    assert found(planted, REPLACED["nl"]) == [("findings: x", "ondiepe")]
