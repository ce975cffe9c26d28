"""The message catalogues: every sentence for users, in Dutch and in English.

A sentence holds its values between braces, ``{on}`` or, with a format, ``{ready:date}``.
The formats are those of ``formats`` and the lists of terms in ``terms.toml``.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from icteregie.diagnostics.types import Diagnostic, Value
from icteregie.messages import formats
from icteregie.portfolio.config import Language

_FOLDER = Path(__file__).parent
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@cache
def read(language: Language, name: str) -> dict[str, Any]:
    """Read one catalogue, such as ``findings``."""
    return tomllib.loads((_FOLDER / language / f"{name}.toml").read_text("utf-8"))


def term(language: Language, kind: str, name: str) -> str:
    """Return the word for a value of the file format; the value itself when it has none."""
    word: str = read(language, "terms")[kind].get(name, name)
    return word


class Sentence(Formatter):
    """Fills in a sentence's values, each in its format."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write a value in a format, or as it is when there is none."""
        if not format_spec:
            return str(value)
        write = _FORMATS.get(format_spec)
        if write is not None:
            return write(value, self.language)
        if isinstance(value, tuple):
            return formats.row((term(self.language, format_spec, v) for v in value), self.language)
        return term(self.language, format_spec, str(value))


_FORMATS: dict[str, Callable[[Any, Language], str]] = {
    "euros": formats.euros,
    "number": formats.grouped,
    "decimal": lambda text, language: formats.decimal(Decimal(text), language),
    "date": formats.day,
    "names": formats.names,
    "row": formats.row,
    "quote": lambda words, _: formats.quote(words),
    "quoted": lambda words, language: formats.row(map(formats.quote, words), language),
    "amounts": formats.amounts,
    "list": lambda words, _: ", ".join(words),
    "path": lambda words, _: " → ".join(words),
}


def fill(language: Language, sentence: str, values: Mapping[str, Value]) -> str:
    """Fill in a sentence. Braces in values are literal."""
    if "{" not in sentence and "}" not in sentence:
        return sentence
    return Sentence(language).vformat(sentence, (), values)


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of a finding, and the advice that goes with it."""

    text: str
    help: str


def word(diagnostic: Diagnostic, language: Language) -> Wording:
    """Word a finding. What its wording doesn't define comes from the rule's default."""
    diagnostic = _with_guess(diagnostic)
    plain = read(language, "findings")[diagnostic.rule]
    special = plain.get(diagnostic.wording, {}) if diagnostic.wording else {}
    text = special.get("text", plain["text"])
    if diagnostic.values.get("count") == 1:
        text = special.get("one", plain.get("one", text) if "text" not in special else text)
    advice = special.get("help", plain.get("help", ""))
    values = diagnostic.values
    if "arrival" in values:
        # A second sentence explains which date counts.
        text = f"{text} {read(language, 'vcs')['arrival'][values['arrival']]}"
    if "answer" in values:
        # A second sentence says what was proposed about it.
        text = f"{text} {read(language, 'deadlines')['answer'][values['answer']]}"
    return Wording(fill(language, text, values), fill(language, advice, values))


def _with_guess(diagnostic: Diagnostic) -> Diagnostic:
    """Suggest the choice whose word was written: «voorstel» is meant as proposal."""
    choices = diagnostic.values.get("choices")
    if not isinstance(choices, tuple):
        return diagnostic
    written = str(diagnostic.values.get("written", "")).casefold()
    for language in LANGUAGES:
        for words in read(language, "terms").values():
            for name, word in words.items():
                if word.casefold() == written and name in choices:
                    values = {**diagnostic.values, "guess": name}
                    return replace(diagnostic, wording="choice-guess", values=values)
    return diagnostic


def sentence(language: Language, name: str, /, **values: Value) -> str:
    """Return a sentence of the interface; with ``count`` 1 its singular, where it has one.

    ``summary.clean`` is in ``interface.toml``; ``commands/graph/cut`` is in the
    catalogue of that command.
    """
    return fill(language, unfilled(language, name, values), values) if values else _plain(language, name)


def unfilled(language: Language, name: str, values: Mapping[str, Value]) -> str:
    """Return a sentence with its values still between braces, for who writes them in a way of its own."""
    plural, singular = _forms(language, name)
    return singular if values.get("count") == 1 else plural


@cache
def _plain(language: Language, name: str) -> str:
    """Give a sentence without values, such as a heading, which is asked for again and again."""
    return fill(language, _forms(language, name)[0], {})


@cache
def _forms(language: Language, name: str) -> tuple[str, str]:
    """Look up a sentence, and its singular; the same where it has none."""
    catalogue, _, path = name.rpartition("/")
    entry: Any = read(language, catalogue or "interface")
    *sections, last = path.split(".")
    for section in sections:
        entry = entry[section]
    return entry[last], entry.get(f"{last}-one", entry[last])
