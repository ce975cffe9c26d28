"""What a change means, as plain text."""

from collections.abc import Iterator

from icteregie.escape.terminal import terminal
from icteregie.render.diff.builder import Section, Told
from icteregie.render.diff.sections import sections
from icteregie.render.diff.summary import compared, lead
from icteregie.render.tables import text as table_text


def render(told: Told) -> str:
    """Write everything; nothing is cut off."""
    blocks = ["\n".join((lead(told), *compared(told)))]
    blocks += ["\n".join(_section(section)) for section in sections(told)]
    return "\n\n".join("\n".join(terminal(line) for line in block.split("\n")) for block in blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield section.heading
    yield "-" * table_text.width(section.heading)
    yield from section.intro
    if section.table:
        yield table_text.render(section.table).rstrip("\n")
    yield from (f"  - {' '.join(item.split())}" for item in section.items)
