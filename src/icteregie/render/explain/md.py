"""The rules explained in Markdown. Their pages are Markdown already, so nothing is escaped."""

from collections.abc import Iterator, Mapping

from icteregie.messages.catalogue import term
from icteregie.portfolio.partnership import Language, RuleSetting
from icteregie.render.explain.levels import description, families, level, message
from icteregie.rules.pages import Example, page, without_marks
from icteregie.rules.rule import Rule


def render(rule: Rule | None, settings: Mapping[str, RuleSetting], language: Language) -> str:
    """Write the page of one rule, or without one the list of all."""
    return _page(rule, settings, language) if rule else _list(settings, language)


def _list(settings: Mapping[str, RuleSetting], language: Language) -> str:
    """Write every rule as a row of a table, a table for each family."""
    head = [message(language, f"column.{name}") for name in ("rule", "level", "what")]
    lines: list[str] = []
    for family, rules in families().items():
        rows = [_row(rule, settings, language) for rule in rules]
        lines += [f"## {term(language, 'family', family)}", "", *table(head, rows), ""]
    return "\n".join(lines[:-1]) + "\n"


def _row(rule: Rule, settings: Mapping[str, RuleSetting], language: Language) -> list[str]:
    return [rule.name, level(rule, settings, language), page(rule).summary(language)]


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Write a table of cells that are Markdown already."""
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]


def _page(rule: Rule, settings: Mapping[str, RuleSetting], language: Language) -> str:
    written = page(rule)
    lines = [f"# {rule.name}", "", description(rule, settings, language), ""]
    for section in written.sections[language]:
        lines += [f"## {section.heading}", "", section.text, ""]
    if not written.wrong.files:
        return "\n".join([*lines, message(language, "no-example")]) + "\n"
    lines += _example(f"## {message(language, 'wrong')}", written.wrong, language)
    lines += [message(language, "told"), "", *_fenced(written.wrong.output[language]), ""]
    return (
        "\n".join([*lines, *_example(f"## {message(language, 'right')}", written.right, language)][:-1])
        + "\n"
    )


def _example(heading: str, example: Example, language: Language) -> list[str]:
    lines = [heading, ""]
    for name, text in example.in_language(language).files.items():
        lines += [f"{name}:", "", *_fenced(without_marks(text)), ""]
    return lines


def _fenced(text: str) -> Iterator[str]:
    yield from ("```", *text.rstrip("\n").split("\n"), "```")
