"""Versions of one file, read one after the other: what they have in common is parsed once."""

import re

from icteregie.loading import decoding, reader
from icteregie.loading.events import Tree
from icteregie.loading.faults import Fault

_NEXT = re.compile(r"\n(?=[^\s#-])")
"""Where the next line begins with anything else than white space, a comment or an item of a list.

What is left behind of an unfinished merge is a section too, and of no key.
"""
_KEY = re.compile(r"([a-z_]+):(?=[ \r\n]|$)")
_REMARKS = re.compile(r"(?: *(?:#.*)?\r?\n)*")


class SectionReader:
    """Reads files as ``reader.read`` does, and each section with the same text once.

    A section is a key at the top with all lines up to the next one. One that is right by itself
    says the same wherever it stands: nothing that it opens is still open at its end. A file with
    any other section is read as a whole. Sections are kept as long as this object is: use one
    for the versions of one file.
    """

    def __init__(self) -> None:
        self._pairs: dict[str, tuple[str, Tree] | None] = {}

    def read(self, data: bytes) -> tuple[Tree | None, list[Fault]]:
        """Read the bytes of one file. The tree is None when nothing of it can be trusted."""
        tree = self._joined(data)
        return (tree, []) if tree else reader.read(data)

    def _joined(self, data: bytes) -> dict[str, Tree] | None:
        """Join the values of all sections; None unless each is right and has a key of its own."""
        try:
            text = decoding.decode(data)
        except decoding.NotTextError:
            return None
        first, *sections = _NEXT.split(f"\n{text}")
        sections[:-1] = [f"{section}\n" for section in sections[:-1]]
        if _REMARKS.fullmatch(f"{first}\n") is None or _is_suspect(first) or reader.may_be_too_many(text):
            return None
        unknown = [section for section in sections if section not in self._pairs]
        if unknown:
            self._parse(unknown)
        pairs = [pair for section in sections if (pair := self._pairs[section])]
        tree = dict(pairs)
        return tree if len(tree) == len(sections) else None

    def _parse(self, sections: list[str]) -> None:
        """Parse sections in one go; one by one when that goes wrong.

        Only where a section starts can the parser find a key at the top. So when it finds
        the key of each, none of them starts inside another.
        """
        text = "".join(sections)
        keys = [match[1] for section in sections if (match := _KEY.match(section))]
        if len(keys) == len(sections) and not _is_suspect(text):
            tree, faults = reader.tree_of(text)
            if not faults and isinstance(tree, dict) and [*tree] == keys:
                self._pairs |= zip(sections, tree.items(), strict=True)
                return
        if len(sections) == 1:
            self._pairs[text] = None
            return
        for section in sections:
            self._parse([section])


def _is_suspect(text: str) -> bool:
    return decoding.is_suspect(text.encode("utf-8", "surrogatepass"))
