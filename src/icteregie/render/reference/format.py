"""The reference page of the file format: for each record a table of its keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from icteregie.escape.markdown import markdown
from icteregie.loading.decoding import MOST_BYTES
from icteregie.loading.events import MOST_DEPTH, MOST_NODES
from icteregie.messages.catalogue import fill, read
from icteregie.portfolio import schema_walk
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.partnership import Language
from icteregie.render.reference.types import Place, places, words
from icteregie.render.schema import default_told


@dataclass(frozen=True, slots=True)
class _Page:
    """The page in one language."""

    language: Language

    def say(self, section: str, name: str, **values: str | int) -> str:
        """Give one of the page's own sentences."""
        return fill(self.language, read(self.language, "format")[section][name], values)


def render(language: Language) -> str:
    """Write the page as Markdown, with a newline at the end."""
    page = _Page(language)
    blocks = [f"# {read(language, 'format')['title']}", *_intro(page)]
    for kind, owner in record_types().items():
        blocks.append(f"## {page.say('section', kind)}")
        for place in places(owner):
            blocks += _record(page, place)
    return "\n\n".join(blocks) + "\n"


def _intro(page: _Page) -> Iterator[str]:
    yield page.say("intro", "made")
    yield page.say("intro", "files")
    yield page.say("intro", "writing")
    yield "\n".join(f"- {rule}" for rule in read(page.language, "format")["intro"]["rules"])
    yield page.say("intro", "limits", kilobytes=MOST_BYTES // 1024, nodes=MOST_NODES, depth=MOST_DEPTH)


def _record(page: _Page, place: Place) -> Iterator[str]:
    """Write the section of one record; the outermost has no heading of its own."""
    if place.way:
        yield f"### {place.name}"
    if place.way != place.name:
        yield page.say("section", "place", way=place.way)
    fields = read(page.language, "fields")
    yield markdown(fields["records"][place.record.__name__])
    head = [page.say("column", name) for name in ("key", "type", "required", "default", "description")]
    rows = [_row(page, place.record, key) for key in schema_walk.keys(place.record).values()]
    yield "\n".join(_line(cells) for cells in (head, ["---"] * len(head), *rows))


def _row(page: _Page, owner: type, key: schema_walk.Key) -> list[str]:
    default = default_told(schema_walk.default(owner, key.field))
    return [
        f"`{key.name}`",
        words(key.kind, page.language),
        page.say("column", "yes") if key.required else "",
        "" if default is None else f"`{default}`",
        markdown(read(page.language, "fields")[owner.__name__][key.name]),
    ]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
