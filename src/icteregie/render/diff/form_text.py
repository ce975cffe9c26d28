"""What a change means, as plain text."""

from collections.abc import Iterator

from icteregie.render import table_text
from icteregie.render.diff.lead import compared, lead
from icteregie.render.diff.sections import sections
from icteregie.render.diff.story import Section, Told
from icteregie.render.escape.terminal import terminal


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
