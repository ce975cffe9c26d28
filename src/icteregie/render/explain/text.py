"""The rules explained as plain text."""

import textwrap
from collections.abc import Iterator, Mapping

from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language, RuleSetting
from icteregie.render.explain.levels import description, families, level, message
from icteregie.rules.pages import Example, page, without_marks
from icteregie.rules.rule import Rule

WIDTH = 88


def render(rule: Rule | None, settings: Mapping[str, RuleSetting], language: Language) -> str:
    """Write the page of one rule, or without one the list of all."""
    return _page(rule, settings, language) if rule else _list(settings, language)


def _list(settings: Mapping[str, RuleSetting], language: Language) -> str:
    """Write every rule with its level and its page in a line, by family."""
    lines: list[str] = []
    for family, rules in families().items():
        lines += [term(language, "family", family), ""]
        for rule in rules:
            lines += [f"  {rule.name} ({level(rule, settings, language)})"]
            lines += _wrapped(page(rule).summary(language), 4)
        lines += [""]
    return "\n".join(lines[:-1]) + "\n"


def _page(rule: Rule, settings: Mapping[str, RuleSetting], language: Language) -> str:
    written = page(rule)
    lines = [rule.name, *_wrapped(description(rule, settings, language), 0), ""]
    for section in written.sections[language]:
        lines += [section.heading, *_wrapped(section.text, 2), ""]
    if not written.wrong.files:
        return "\n".join([*lines, message(language, "no-example")]) + "\n"
    lines += _example(message(language, "wrong"), written.wrong, language)
    lines += [message(language, "told"), *_indented(written.wrong.output[language], 2), ""]
    return "\n".join([*lines, *_example(message(language, "right"), written.right, language)][:-1]) + "\n"


def _example(heading: str, example: Example, language: Language) -> list[str]:
    lines = [heading, ""]
    for name, text in example.in_language(language).files.items():
        lines += [f"{name}:", "", *_indented(without_marks(text)), ""]
    return lines


def _indented(text: str, by: int = 4) -> Iterator[str]:
    yield from textwrap.indent(text.rstrip("\n"), " " * by).split("\n")


def _wrapped(text: str, by: int) -> list[str]:
    space = " " * by
    return textwrap.wrap(text, WIDTH, initial_indent=space, subsequent_indent=space, break_on_hyphens=False)
