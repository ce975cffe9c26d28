"""Reads what Chromium prints: its pages, and on which of them each tagged part stands."""

import re
import zlib
from functools import cached_property


class Printed:
    """A PDF as Chromium writes it: plain objects, compressed contents, and a tag for each element."""

    def __init__(self, data: bytes) -> None:
        found = re.finditer(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", data, re.DOTALL)
        self.objects = {int(match[1]): match[2] for match in found}

    @cached_property
    def pages(self) -> list[int]:
        """List the objects of the pages, in their order."""
        numbers = [n for n, text in self.objects.items() if text.startswith(b"<</Type /Page\n")]
        trees = [text for text in self.objects.values() if text.startswith(b"<</Type /Pages")]
        order = [int(each) for text in trees for each in _references(text)]
        return sorted(numbers, key=order.index)

    @cached_property
    def empty(self) -> list[int]:
        """Number the pages without a letter on them, from 1."""
        return [
            n for n, page in enumerate(self.pages, 1) if not re.search(rb"\bT[jJ]\b", self._content(page))
        ]

    def _content(self, page: int) -> bytes:
        (number,) = re.findall(rb"/Contents (\d+) 0 R", self.objects[page])
        head, _, stream = self.objects[int(number)].partition(b"stream\n")
        return zlib.decompressobj().decompress(stream) if b"/FlateDecode" in head else stream

    @cached_property
    def cut(self) -> list[set[int]]:
        """Give the pages of each row of a table, but for its head, that is on more than one."""
        rows = [each for each in self._walk(self._root) if self._tag(each) == "TR"]
        bodies = [row for row in rows if any(self._tag(each) == "TD" for each in self._walk(row))]
        return [pages for pages in map(self._pages_of, bodies) if len(pages) > 1]

    def parts(self, tag: str) -> list[set[int]]:
        """Give the pages, from 1, on which each element with a tag stands, in the order of the document."""
        return [self._pages_of(number) for number in self._walk(self._root) if self._tag(number) == tag]

    def before(self, tag: str, number: int) -> set[int]:
        """Give the pages of all that comes before the element that is this one of its tag, from 0."""
        pages: set[int] = set()
        for each in self._walk(self._root):
            if self._tag(each) == tag:
                if not number:
                    break
                number -= 1
            pages |= self._own(each)
        return pages

    @cached_property
    def _root(self) -> int:
        (tree,) = [text for text in self.objects.values() if text.startswith(b"<</Type /StructTreeRoot")]
        (root,) = re.findall(rb"/K \[?(\d+) 0 R", tree)
        return int(root)

    def _tag(self, number: int) -> str:
        found = re.match(rb"<</Type /StructElem\n/S /(\w+)", self.objects[number])
        return found[1].decode() if found else ""

    def _walk(self, number: int) -> list[int]:
        """List an element and all below it, in the order of the document."""
        found, waiting = [], [number]
        while waiting:
            each = waiting.pop()
            found.append(each)
            waiting += reversed([below for below in self._children(each) if self._tag(below)])
        return found

    def _children(self, number: int) -> list[int]:
        match = re.search(rb"\n/K (\[.*?\]|\d+ 0 R)", self.objects[number], re.DOTALL)
        text = re.sub(rb"<<.*?>>", b"", match[1], flags=re.DOTALL) if match else b""
        return [each for each in map(int, _references(text)) if each in self.objects]

    def _own(self, number: int) -> set[int]:
        found = re.findall(rb"/Pg (\d+) 0 R", self.objects[number])
        return {self.pages.index(int(each)) + 1 for each in found}

    def _pages_of(self, number: int) -> set[int]:
        return set().union(*(self._own(each) for each in self._walk(number)))


def _references(text: bytes) -> list[bytes]:
    return re.findall(rb"(\d+) 0 R", text)
