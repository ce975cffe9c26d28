"""The rules explained: a list of all, or the page of one, as text or as Markdown."""

import textwrap
from collections.abc import Callable, Iterator, Mapping

from icteregie.messages.catalogue import sentence, term
from icteregie.portfolio.partnership import Language, RuleSetting
from icteregie.rules.catalogue import RULES, SETTABLE
from icteregie.rules.pages import Example, page, without_marks
from icteregie.rules.rule import Rule

WIDTH = 88


def families() -> dict[str, list[Rule]]:
    """Group the rules by family, in the order of the catalogue."""
    found: dict[str, list[Rule]] = {}
    for rule in RULES:
        found.setdefault(rule.family, []).append(rule)
    return found


def listed_text(settings: Mapping[str, RuleSetting], say: Language) -> str:
    """Write every rule with its level and its page in a line, by family."""
    lines: list[str] = []
    for family, rules in families().items():
        lines += [term(say, "family", family), ""]
        for rule in rules:
            lines += [f"  {rule.name} ({level(rule, settings, say)})"]
            lines += _wrapped(page(rule).summary(say), 4)
        lines += [""]
    return "\n".join(lines[:-1]) + "\n"


def listed_markdown(settings: Mapping[str, RuleSetting], say: Language) -> str:
    """Write every rule as a row of a table, a table for each family."""
    head = [_word(say, f"column.{name}") for name in ("rule", "level", "what")]
    lines: list[str] = []
    for family, rules in families().items():
        rows = [[rule.name, level(rule, settings, say), page(rule).summary(say)] for rule in rules]
        lines += [f"## {term(say, 'family', family)}", "", *table(head, rows), ""]
    return "\n".join(lines[:-1]) + "\n"


def explained_text(rule: Rule, settings: Mapping[str, RuleSetting], say: Language) -> str:
    """Write the page of one rule."""
    found = page(rule)
    lines = [rule.name, *_wrapped(weight(rule, settings, say), 0), ""]
    for section in found.sections[say]:
        lines += [section.heading, *_wrapped(section.text, 2), ""]
    if not found.wrong.files:
        return "\n".join([*lines, _word(say, "no-example")]) + "\n"
    lines += _example(_word(say, "wrong"), found.wrong, _indented)
    lines += [_word(say, "told"), *_indented(found.wrong.output[say], 2), ""]
    return "\n".join([*lines, *_example(_word(say, "right"), found.right, _indented)][:-1]) + "\n"


def explained_markdown(rule: Rule, settings: Mapping[str, RuleSetting], say: Language) -> str:
    """Write the page of one rule as Markdown."""
    found = page(rule)
    lines = [f"# {rule.name}", "", weight(rule, settings, say), ""]
    for section in found.sections[say]:
        lines += [f"## {section.heading}", "", section.text, ""]
    if not found.wrong.files:
        return "\n".join([*lines, _word(say, "no-example")]) + "\n"
    lines += _example(f"## {_word(say, 'wrong')}", found.wrong, _fenced)
    lines += [_word(say, "told"), "", *_fenced(found.wrong.output[say]), ""]
    return "\n".join([*lines, *_example(f"## {_word(say, 'right')}", found.right, _fenced)][:-1]) + "\n"


def level(rule: Rule, settings: Mapping[str, RuleSetting], say: Language) -> str:
    """Give the word for what a rule weighs in this portfolio."""
    chosen = _setting(rule, settings).level or rule.severity
    return _word(say, "off") if chosen == "off" else term(say, "severity", chosen)


def weight(rule: Rule, settings: Mapping[str, RuleSetting], say: Language) -> str:
    """Say to which family a rule belongs and what it weighs in this portfolio."""
    values = {"family": term(say, "family", rule.family), "level": level(rule, settings, say)}
    if rule not in SETTABLE:
        return _word(say, "weight-fixed", **values)
    if since := _setting(rule, settings).since:
        return _word(say, "weight-since", **values, since=str(since))
    return _word(say, "weight", **values)


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Write a Markdown table."""
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]


def _setting(rule: Rule, settings: Mapping[str, RuleSetting]) -> RuleSetting:
    return settings.get(rule.name, RuleSetting()) if rule in SETTABLE else RuleSetting()


def _word(say: Language, name: str, **values: str) -> str:
    return sentence(say, f"commands/explain/{name}", **values)


def _example(head: str, example: Example, show: Callable[[str], Iterator[str]]) -> list[str]:
    lines = [head, ""]
    for name, text in example.files.items():
        lines += [f"{name}:", "", *show(without_marks(text)), ""]
    return lines


def _indented(text: str, by: int = 4) -> Iterator[str]:
    yield from textwrap.indent(text.rstrip("\n"), " " * by).split("\n")


def _fenced(text: str) -> Iterator[str]:
    yield from ("```", *text.rstrip("\n").split("\n"), "```")


def _wrapped(text: str, by: int) -> list[str]:
    space = " " * by
    return textwrap.wrap(text, WIDTH, initial_indent=space, subsequent_indent=space, break_on_hyphens=False)
