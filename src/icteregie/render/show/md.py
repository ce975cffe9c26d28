"""A sheet in Markdown, for a comment or a document."""

from collections.abc import Iterator

from icteregie.escape.markdown import markdown
from icteregie.render.show.builder import Sheet
from icteregie.render.tables import md as table_md


def render(sheets: list[Sheet]) -> str:
    """Write every sheet under a heading of the second level."""
    return "\n".join("\n".join(_lines(sheet)) + "\n" for sheet in sheets)


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from (f"## {markdown(sheet.title)}", "", f"{markdown(sheet.id)} · {markdown(sheet.file)}")
    for section in sheet.sections:
        yield from ("", f"### {section.heading}")
        if section.facts:
            yield ""
        for fact in section.facts:
            yield f"- **{markdown(fact.label)}**: {markdown(fact.text)}".rstrip()
        for table in section.tables:
            yield ""
            yield from table_md.render(table).splitlines()
