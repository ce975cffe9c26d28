"""The page of each rule: what it says, why and what to do, in two languages, with examples.

A page is Markdown with a fixed structure. Its parts are told apart by their order, so that no
heading has to be known here: Dutch, English, a wrong example, a right one. The examples are written
with Dutch texts; ``example_texts.toml`` has the English ones.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from icteregie.portfolio.partnership import Language
from icteregie.rules.rule import Rule

MARK = re.compile(r"[ ]+# <--$", re.MULTILINE)
"""Marks a line of a wrong example at which the rule must be reported."""

_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SENTENCE = re.compile(r".+?[.](?=\s|$)", re.DOTALL)
_WHOLE_VALUE = r"""(?:(?<=[:,-][ ])|(?<=[\["]))(?:{})(?=["\]}},]|[ ]+[#][ ]<--$|$)"""


@dataclass(frozen=True, slots=True)
class Section:
    """One question that a page answers: its heading, and the answer as one paragraph."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A small portfolio by path, and what the rule reports of it; no files where text can't show it."""

    files: Mapping[str, str]
    output: Mapping[Language, str]

    def in_language(self, language: Language) -> "Example":
        """Give the same example with its texts in a language; ids and proper names stay."""
        files = {name: text_in_language(text, language) for name, text in self.files.items()}
        return Example(files, self.output)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page; ``sections`` are what, why, what to do and, for some rules, settings."""

    name: str
    sections: Mapping[Language, tuple[Section, ...]]
    wrong: Example
    right: Example

    def summary(self, language: Language) -> str:
        """Give the first sentence of the page."""
        description = self.sections[language][0].text
        sentence = _SENTENCE.match(description)
        return sentence[0] if sentence else description


def path_of(rule: Rule) -> str:
    """Give the path of a rule's page, next to the rule, from the folder of all rules."""
    return f"{rule.family}/{rule.name.replace('-', '_')}.md"


def page(rule: Rule) -> Page:
    """Read the page of a rule; each is read once."""
    return _page(path_of(rule))


@cache
def _page(path: str) -> Page:
    return parse(files(__package__).joinpath(path).read_text("utf-8"))


def parse(text: str) -> Page:
    """Take a page apart."""
    title, *parts = re.split(r"^## .*\n", text, flags=re.MULTILINE)
    *descriptions, wrong, right = parts
    sections = {language: _sections(part) for language, part in zip(_LANGUAGES, descriptions, strict=True)}
    return Page(title.removeprefix("#").strip(), sections, _example(wrong), _example(right))


def _sections(part: str) -> tuple[Section, ...]:
    sections = re.findall(r"^### (.*)\n([^#]*)", part, flags=re.MULTILINE)
    return tuple(Section(heading, " ".join(text.split())) for heading, text in sections)


def _example(part: str) -> Example:
    blocks = _BLOCK.findall(part)
    output = {language: text for language in _LANGUAGES for kind, name, text in blocks if name == language}
    return Example({name: text for kind, name, text in blocks if kind == "yaml"}, output)


@cache
def english_texts() -> Mapping[str, str]:
    """Read the English text for each Dutch text in the examples, as it is written on the pages."""
    return tomllib.loads(files(__package__).joinpath("example_texts.toml").read_text("utf-8"))


@cache
def _dutch_text() -> re.Pattern[str]:
    """Match a value that is one of the Dutch texts; the longest first, as some begin with another."""
    longest_first = sorted(english_texts(), key=len, reverse=True)
    return re.compile(_WHOLE_VALUE.format("|".join(map(re.escape, longest_first))), re.MULTILINE)


def text_in_language(text: str, language: Language) -> str:
    """Give an example's file with its texts in a language; a text without an English one stays."""
    if language == "nl":
        return text
    return _dutch_text().sub(lambda match: english_texts()[match[0]], text)


def without_marks(text: str) -> str:
    """Take the marks out of an example's file."""
    return MARK.sub("", text)


def marked_lines(text: str) -> list[int]:
    """List the lines of an example's file, from 1, at which the rule must be reported."""
    return [text.count("\n", 0, mark.start()) + 1 for mark in MARK.finditer(text)]
