"""A sheet as plain text: the same bytes whatever the screen."""

import textwrap
from collections.abc import Iterator

from icteregie.escape.terminal import terminal
from icteregie.render.show.builder import Fact, Section, Sheet
from icteregie.render.tables import text as table_text
from icteregie.render.tables.text import width

LINE = 100
"""Running text is broken at so many characters."""


def render(sheets: list[Sheet]) -> str:
    """Write every sheet, with a rule of equals signs under its title."""
    return "\n".join("\n".join(_lines(sheet)) + "\n" for sheet in sheets)


def _lines(sheet: Sheet) -> Iterator[str]:
    title = terminal(sheet.title)
    yield from (title, "=" * max(3, width(title)), f"{sheet.id} · {terminal(sheet.file)}")
    for section in sheet.sections:
        yield from ("", section.heading, "-" * width(section.heading))
        yield from _facts(section)
        for number, table in enumerate(section.tables):
            if number or section.facts:
                yield ""
            yield from table_text.render(table).splitlines()


def _facts(section: Section) -> Iterator[str]:
    labels = max((width(terminal(fact.label)) for fact in section.facts), default=0) + 2
    for fact in section.facts:
        yield from _fact(fact, min(labels, 48))


def _fact(fact: Fact, indent: int) -> Iterator[str]:
    label = terminal(fact.label)
    lines = textwrap.wrap(terminal(" ".join(fact.text.split())), LINE - indent, break_on_hyphens=False)
    first, *rest = lines or [""]
    yield (label + " " * max(2, indent - width(label)) + first).rstrip()
    yield from (" " * indent + line for line in rest)
