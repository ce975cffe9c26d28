"""The reference page of the file format: for each record a table of its keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from icteregie.diagnostics.ceilings import MOST_LEVELS
from icteregie.escape.markdown import markdown
from icteregie.messages.catalogue import fill, read
from icteregie.portfolio import schema_walk
from icteregie.portfolio.kinds import LANDSCAPE, PARTNERSHIP, USUAL_BOUNDS, record_types
from icteregie.portfolio.partnership import Language
from icteregie.render.reference.types import Place, places, words
from icteregie.render.schema import plain_default


@dataclass(frozen=True, slots=True)
class _Page:
    """The page in one language."""

    language: Language

    def text(self, section: str, name: str, **values: str | int) -> str:
        """Give one of the page's own sentences."""
        return fill(self.language, read(self.language, "format")[section][name], values)


def render(language: Language) -> str:
    """Write the page as Markdown, with a newline at the end."""
    page = _Page(language)
    blocks = [f"# {read(language, 'format')['title']}", *_intro(page)]
    for kind, owner in record_types().items():
        blocks.append(f"## {page.text('section', kind)}")
        for place in places(owner):
            blocks += _record(page, place)
    return "\n\n".join(blocks) + "\n"


def _intro(page: _Page) -> Iterator[str]:
    yield page.text("intro", "made")
    yield page.text("intro", "files")
    yield page.text("intro", "writing")
    yield "\n".join(f"- {rule}" for rule in read(page.language, "format")["intro"]["rules"])
    usual, larger = USUAL_BOUNDS, PARTNERSHIP.bounds
    yield page.text(
        "intro",
        "limits",
        kilobytes=usual.kilobytes,
        nodes=usual.values,
        depth=MOST_LEVELS,
        larger_kilobytes=larger.kilobytes,
        larger_nodes=larger.values,
        landscape_kilobytes=LANDSCAPE.bounds.kilobytes,
        landscape_nodes=LANDSCAPE.bounds.values,
    )


def _record(page: _Page, place: Place) -> Iterator[str]:
    """Write the section of one record; the outermost has no heading of its own."""
    if place.path:
        yield f"### {place.name}"
    if place.path != place.name:
        yield page.text("section", "place", way=place.path)
    fields = read(page.language, "fields")
    yield markdown(fields["records"][place.record.__name__])
    head = [page.text("column", name) for name in ("key", "type", "required", "default", "description")]
    rows = [_row(page, place.record, key) for key in schema_walk.keys(place.record).values()]
    yield "\n".join(_line(cells) for cells in (head, ["---"] * len(head), *rows))


def _row(page: _Page, owner: type, key: schema_walk.Key) -> list[str]:
    default = plain_default(schema_walk.default(owner, key.field), key.kind)
    return [
        f"`{key.name}`",
        words(key.kind, page.language),
        page.text("column", "yes") if key.required else "",
        "" if default is None else f"`{default}`",
        markdown(read(page.language, "fields")[owner.__name__][key.name]),
    ]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
