"""Reads a page back with Python's own parser: its elements, their texts, and what each stands in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"meta", "input", "br", "rect", "line", "path", "circle", "polyline"}
"""Elements without an end: those of HTML, and those that the page closes in one tag."""


@dataclass(eq=False)
class Element:
    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def words(self) -> str:
        """The text as a reader sees it: white space is one space."""
        return " ".join(self.text.split())

    @property
    def spaced(self) -> str:
        """The text with a space between elements, as they are set apart on the page."""
        return " ".join(each if isinstance(each, str) else each.spaced for each in self.children)

    @property
    def every(self) -> list["Element"]:
        found: list[Element] = []
        waiting = [self]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting += [each for each in reversed(element.children) if isinstance(each, Element)]
        return found

    def all(self, tag: str, **wanted: str) -> list["Element"]:
        return [each for each in self.every if each.tag == tag and wanted.items() <= each.attributes.items()]

    def with_class(self, name: str) -> list["Element"]:
        return [each for each in self.every if name in each.attributes.get("class", "").split()]

    def by_id(self, name: str) -> "Element":
        (only,) = [each for each in self.every if each.attributes.get("id") == name]
        return only


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.current = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        element = Element(tag, {name: value or "" for name, value in attrs}, self.current)
        self.current.children.append(element)
        if tag not in EMPTY:
            self.current = element

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        assert self.current.tag == tag, f"</{tag}> closes <{self.current.tag}>"
        assert self.current.parent is not None
        self.current = self.current.parent

    def handle_data(self, data: str) -> None:
        self.current.children.append(data)


def read(text: str) -> Element:
    """Read a page; every element must be closed in its place."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.current is reader.root
    return reader.root
