"""The page of each rule: what it says, why and what to do, in two languages, with examples.

A page is Markdown with a fixed structure. Its parts are told apart by their order, so that no
heading has to be known here: Dutch, English, a wrong example, a right one.
"""

import re
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


def without_marks(text: str) -> str:
    """Take the marks out of an example's file."""
    return MARK.sub("", text)


def marked_lines(text: str) -> list[int]:
    """List the lines of an example's file, from 1, at which the rule must be reported."""
    return [text.count("\n", 0, mark.start()) + 1 for mark in MARK.finditer(text)]
