"""The page of each rule: what it says, why and what to do, in two languages, with examples.

A page is Markdown of a fixed form. Its parts are told apart by their order, so that no
heading has to be known here: Dutch, English, a wrong example, a right one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from icteregie.portfolio.partnership import Language
from icteregie.rules.catalogue import RULES

MARK = re.compile(r"[ ]+# <--$", re.MULTILINE)
"""Marks a line of a wrong example at which the rule must be reported."""

_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SENTENCE = re.compile(r".+?[.](?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """One question that a page answers: its heading, and the answer as one paragraph."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A small portfolio by path, and what is told about it; no files where text can't show it."""

    files: Mapping[str, str]
    told: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page; ``sections`` are what, why, what to do and, for some rules, settings."""

    name: str
    sections: Mapping[Language, tuple[Section, ...]]
    wrong: Example
    right: Example

    def in_a_line(self, language: Language) -> str:
        """Give the first sentence of the page."""
        what = self.sections[language][0].text
        found = _SENTENCE.match(what)
        return found[0] if found else what


def file_of(name: str) -> str:
    """Give the path of a rule's page, next to the rule, from the folder of all rules."""
    return f"{families()[name]}/{name.replace('-', '_')}.md"


@cache
def families() -> Mapping[str, str]:
    """Give the family of every rule, which is the folder that it lies in."""
    return {rule.name: rule.family for rule in RULES}


@cache
def page(name: str) -> Page:
    """Read the page of a rule that exists."""
    return parse(files(__package__).joinpath(file_of(name)).read_text("utf-8"))


def parse(text: str) -> Page:
    """Take a page apart."""
    title, *parts = re.split(r"^## .*\n", text, flags=re.MULTILINE)
    *words, wrong, right = parts
    sections = {language: _sections(part) for language, part in zip(_LANGUAGES, words, strict=True)}
    return Page(title.removeprefix("#").strip(), sections, _example(wrong), _example(right))


def _sections(part: str) -> tuple[Section, ...]:
    found = re.findall(r"^### (.*)\n([^#]*)", part, flags=re.MULTILINE)
    return tuple(Section(heading, " ".join(text.split())) for heading, text in found)


def _example(part: str) -> Example:
    blocks = _BLOCK.findall(part)
    told = {language: text for language in _LANGUAGES for kind, name, text in blocks if name == language}
    return Example({name: text for kind, name, text in blocks if kind == "yaml"}, told)


def clean(text: str) -> str:
    """Take the marks out of an example's file."""
    return MARK.sub("", text)


def marked(text: str) -> list[int]:
    """List the lines of an example's file, from 1, at which the rule must be reported."""
    return [text.count("\n", 0, found.start()) + 1 for found in MARK.finditer(text)]
