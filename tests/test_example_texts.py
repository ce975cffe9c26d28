"""The examples on the rule pages have no Dutch texts in English; only ids and proper names are the same.

``rules/example_texts.toml`` has the English text for each Dutch one. A page whose text has none fails here.
"""

import re
from collections.abc import Iterator

import pytest
import yaml

from icteregie.rules.catalogue import RULES
from icteregie.rules.pages import english_texts, page, text_in_language, without_marks
from icteregie.rules.rule import Rule
from tests import desk

TABLE = "src/icteregie/rules/example_texts.toml"
NAMES = frozenset(["Amsterdam", "CISO", "CISO Utrecht", "Den Haag", "Rotterdam", "Team Platform", "Utrecht"])
NAMES |= {"Kofax KCM", "Poortwacht", "Voorbeeldbrief", "Zaakwijs"}
"""Proper names, the same in both languages."""

OF_ONE_WORD = frozenset(["title", "summary", "label", "absent"])
"""Keys of texts, for a text of one word in lower case is written like an id."""

_CODE = re.compile(r"[a-z0-9.,%-]+(?:/[a-z0-9-]+)?|\d{4}-Q\d|GM\d+|\d+ (?:day|month|week|year)s?")


def texts(example: str) -> list[str]:
    """List the values in a file that are texts for people, as they are written there."""
    found = _values(without_marks(example))
    return [value for key, value in found if not _CODE.fullmatch(value) or key in OF_ONE_WORD]


def _values(example: str) -> list[tuple[str, str]]:
    try:
        return list(_below(yaml.compose(example, yaml.SafeLoader), "", example))
    except yaml.YAMLError:  # what the example is about: each line for itself
        pairs = (line.partition(": ")[::2] for line in example.splitlines())
        return [(key.strip(), value) for key, value in pairs if value]


def _below(node: yaml.Node | None, key: str, example: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, _as_written(node, example)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _below(item, key, example)
    elif isinstance(node, yaml.MappingNode):
        for name, item in node.value:
            own = key if key in OF_ONE_WORD else name.value
            yield from _below(item, own, example)


def _as_written(node: yaml.ScalarNode, example: str) -> str:
    """Give a value without its quotation marks, and with what YAML takes for a comment behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    value, (rest, *_) = example[start:end], example[end:].split("\n")
    return (value + rest if rest.startswith(" #") else value).strip("\"'")


def untranslated(example: str) -> list[str]:
    """List what is to be added to the table for an example, as lines of it."""
    pairs = zip(texts(example), texts(text_in_language(example, "en")), strict=True)
    return [
        f'"{dutch}" = "…"' if "'" in dutch else f"'{dutch}' = '…'"
        for dutch, english in pairs
        if dutch not in NAMES and dutch != "PLACEHOLDER" and english_texts().get(dutch) != english
    ]


def files(rule: Rule) -> list[str]:
    return [text for example in (page(rule).wrong, page(rule).right) for text in example.files.values()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_text_in_an_example_has_an_english_one(rule: Rule) -> None:
    missing = sorted({line for text in files(rule) for line in untranslated(text)})
    assert missing == [], (
        f"Add to {TABLE}, with the English text on the right (or to NAMES here, if it is a proper name):\n"
        + "\n".join(missing)
    )


def test_every_text_of_the_usual_partnership_has_an_english_one() -> None:
    assert untranslated(desk.PARTNERSHIP) + untranslated(desk.initiative()) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_example_in_english_has_a_dutch_text(rule: Rule) -> None:
    shown = {text for example in files(rule) for text in texts(text_in_language(example, "en"))}
    assert shown & set(english_texts()) == set()


def test_every_text_of_the_table_is_in_an_example() -> None:
    examples = [*(text for rule in RULES for text in files(rule)), desk.PARTNERSHIP, desk.initiative()]
    unused = set(english_texts()) - {text for example in examples for text in texts(example)}
    assert unused == set(), f"Remove from {TABLE} what no page has any more."


@pytest.mark.parametrize(
    ("example", "missing"),
    [
        ("title: Een plan zonder vertaling\n", ["'Een plan zonder vertaling' = '…'"]),
        ("title: Brieven, en nog wat\n", ["'Brieven, en nog wat' = '…'"]),
        ("absent: {utrecht: vakantie}\n", ["'vakantie' = '…'"]),
        ("steps: [{name: Toets, end: 2027-Q2}]  # <--\n", ["'Toets' = '…'"]),
        ("title: Een deel: van meer\n", ["'Een deel: van meer' = '…'"]),
        ("title: Brieven\nabsent: {utrecht: ziek}\nsubmitter: utrecht\n", []),
    ],
)
def test_a_text_without_an_english_one_is_named(example: str, missing: list[str]) -> None:
    assert untranslated(example) == missing


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("title: Brieven  # <--\n", "title: Letters  # <--\n"),
        ('title: "Brieven"\n', 'title: "Letters"\n'),
        ("absent: {utrecht: ziek, den-haag: ziek}\n", "absent: {utrecht: ill, den-haag: ill}\n"),
        ("what: [ziek, gelijk]\n", "what: [ill, equal]\n"),
        ("title: Brieven in eenvoudige taal\n", "title: Letters in plain language\n"),
        ("title: Oude Brieven\nid: ziek-zijn\nziek: 1\n", "title: Oude Brieven\nid: ziek-zijn\nziek: 1\n"),
    ],
)
def test_only_whole_values_change(dutch: str, english: str) -> None:
    assert text_in_language(dutch, "en") == english
    assert text_in_language(dutch, "nl") == dutch
