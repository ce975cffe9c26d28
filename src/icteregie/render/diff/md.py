"""What a change means, as Markdown for a comment on a pull request."""

from collections.abc import Iterator
from dataclasses import replace

from icteregie.escape.markdown import markdown
from icteregie.render.diff.builder import Section, Teller, Told
from icteregie.render.diff.sections import sections
from icteregie.render.diff.summary import compared, lead
from icteregie.render.tables import md as table_md
from icteregie.render.tables.table import Table

MARKER = "<!-- regie-diff -->"
"""Ends the first line, so that CI finds its own comment again. Before it, it would begin a block of HTML."""
MOST_CHARACTERS = 65_536
"""A comment on GitHub holds no more."""


def render(told: Told) -> str:
    """Write everything that fits; of what does not, whole rows are left out and counted."""
    listed = sections(told)
    whole = _written(told, listed)
    if _size(whole) <= MOST_CHARACTERS:
        return whole
    least, most = 0, max(section.size for section in listed)
    while most - least > 1:
        middle = (least + most) // 2
        fits = _size(_written(told, [_cut(section, middle) for section in listed], listed)) <= MOST_CHARACTERS
        least, most = (middle, most) if fits else (least, middle)
    return _written(told, [_cut(section, least) for section in listed], listed)


def _size(text: str) -> int:
    """Count as the strictest host does: a sign outside the basic plane counts twice."""
    return len(text.encode("utf-16-le")) // 2


def _cut(section: Section, most: int) -> Section:
    """Keep the first rows of a section; without rows there is no table either."""
    table = section.table
    kept = Table(table.columns, table.rows[:most]) if table and most else None
    return replace(section, table=kept, items=section.items[:most])


def _written(told: Told, shown: list[Section], whole: list[Section] | None = None) -> str:
    teller = Teller(told.language)
    blocks = [f"{markdown(lead(told))} {MARKER}", *map(markdown, compared(told))]
    whole = whole or shown
    missing = sum(section.size for section in whole) - sum(section.size for section in shown)
    if missing:
        blocks.append(f"**{markdown(teller.say('lead.stopped', count=missing))}**")
    for section, full in zip(shown, whole, strict=True):
        blocks += _section(section, full.size - section.size, teller)
    return "\n\n".join(blocks) + "\n"


def _section(section: Section, missing: int, teller: Teller) -> Iterator[str]:
    yield f"### {markdown(section.heading)}"
    yield from map(markdown, section.intro)
    if section.table:
        yield table_md.render(section.table).rstrip("\n")
    if section.items:
        yield "\n".join(f"- {markdown(item)}" for item in section.items)
    if missing:
        yield f"*{markdown(teller.say('intro.cut', count=missing))}*"
