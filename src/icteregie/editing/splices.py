"""Which stretch of a text an edit replaces, and with what; all around it stays."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from icteregie.diagnostics.types import Keys
from icteregie.editing import written
from icteregie.editing.edits import (
    Append,
    Delete,
    Edit,
    RefusedEditError,
    RenameKey,
    Rewrite,
    SetValue,
    dotted,
)
from icteregie.editing.marks import Marks
from icteregie.loading.events import Tree
from icteregie.portfolio.scalars import natural

Order: TypeAlias = Callable[[Keys], Sequence[str]]
"""Gives the keys of a group in the order in which they belong; () where there is none."""

_DASH = re.compile(r"([ \t]*)-([ \t]+)")


@dataclass(frozen=True, slots=True)
class Splice:
    """From one position to another, the end exclusive, and the text that comes there."""

    start: int
    end: int
    text: str

    def into(self, text: str) -> str:
        """Replace the stretch in a text."""
        return text[: self.start] + self.text + text[self.end :]


def splice(marks: Marks, edit: Edit, order: Order) -> Splice:
    """Find what an edit replaces. Raises RefusedEditError where that would take more than a splice."""
    if isinstance(edit, SetValue):
        return _set(marks, edit.keys, edit.value, order)
    if isinstance(edit, Rewrite):
        return _rewrite(marks, edit, order)
    if isinstance(edit, Append):
        return _append(marks, edit, order)
    if isinstance(edit, RenameKey):
        name = written.scalar(edit.name, in_flow=marks.is_in_flow(edit.keys))
        return Splice(marks.key_start(edit.keys), marks.key_end(edit.keys), name)
    return _delete(marks, edit)


def _set(marks: Marks, keys: Keys, value: Tree, order: Order) -> Splice:
    if keys in marks.spans:
        return _replace(marks, keys, value)
    known = keys
    while known not in marks.spans:
        known = known[:-1]
    for key in reversed(keys[len(known) + 1 :]):
        value = {str(key): value}
    if marks.spans[known].is_text:
        return _replace(marks, known, {str(keys[len(known)]): value})
    return _insert(marks, known, str(keys[len(known)]), value, order)


def _rewrite(marks: Marks, edit: Rewrite, order: Order) -> Splice:
    """Put a key with another value in the place of the key with all below it."""
    keys = edit.keys
    if keys not in marks.spans or marks.is_in_flow(keys) or marks.spans[keys].key is None:
        return _set(marks, keys, edit.value, order)
    start, end = marks.key_start(keys), marks.end(keys)
    indent = " " * (start - marks.line_start(start))
    return Splice(start, end, written.pair(str(keys[-1]), edit.value, indent, marks.line_break()))


def _replace(marks: Marks, keys: Keys, value: Tree) -> Splice:
    """Put a value in the place of another, in the way in which that one was written."""
    start, end = marks.start(keys), marks.end(keys)
    if marks.is_empty(keys):
        return _fill(marks, keys, value, end)
    if not marks.spans[keys].is_text and not marks.is_flow(keys):
        raise RefusedEditError("is-a-group", key=dotted(keys))
    if marks.is_block_text(keys) and isinstance(value, str):
        return Splice(start, end, _block_text(marks, keys, value, end))
    if isinstance(value, str) and "\n" not in value:
        old = marks.text[start]
        quote = old if marks.spans[keys].is_text and old in ("'", '"') else ""
        return Splice(start, end, written.scalar(value, in_flow=marks.is_in_flow(keys), quote=quote))
    if isinstance(value, str) and not marks.is_in_flow(keys):
        indent = _indent_of(marks, keys) + written.STEP
        return Splice(start, end, written.prose(value, indent, marks.line_break()))
    return Splice(start, end, written.flow(value))


def _fill(marks: Marks, keys: Keys, value: Tree, end: int) -> Splice:
    """Give a key that has no value yet a value behind its colon."""
    if marks.is_in_flow(keys) or marks.spans[keys].key is None:
        return Splice(end, end, f" {written.flow(value)}")
    return Splice(end, end, written.after_key(value, _indent_of(marks, keys), marks.line_break()))


def _block_text(marks: Marks, keys: Keys, value: str, end: int) -> str:
    """Write running text with the indentation of what stood there."""
    content = marks.text[marks.start(keys) : end].split("\n")[1:]
    rows = [row for row in content if row.strip()]
    indent = (
        rows[0][: len(rows[0]) - len(rows[0].lstrip())] if rows else _indent_of(marks, keys) + written.STEP
    )
    sign = "|-" if "\n" in value else f"{marks.text[marks.start(keys)]}-"
    return written.prose(value, indent, marks.line_break(), sign)


def _indent_of(marks: Marks, keys: Keys) -> str:
    """Give the spaces that its key stands behind, those of the dash of an item included."""
    position = marks.key_start(keys)
    return " " * (position - marks.line_start(position))


def _insert(marks: Marks, parent: Keys, key: str, value: Tree, order: Order) -> Splice:
    """Add a key to a group that is there, where it belongs among the others."""
    siblings = marks.below.get(parent, [])
    before = _predecessor([str(each[-1]) for each in siblings], key, order(parent))
    if marks.is_flow(parent):
        text = f"{written.scalar(key, in_flow=True)}: {written.flow(value)}"
        if not siblings:
            return Splice(marks.start(parent) + 1, marks.start(parent) + 1, text)
        return _between(marks, siblings, before, f", {text}", f"{text}, ")
    if not siblings:
        raise RefusedEditError("not-simple", key=dotted(parent))
    first = marks.key_start(siblings[0])
    indent = " " * (first - marks.line_start(first))
    line_break = marks.line_break()
    text = written.pair(key, value, indent, line_break)
    if before is None:
        return Splice(first, first, f"{text}{line_break}{indent}")
    at = marks.line_end(marks.end(siblings[before]))
    return Splice(at, at, f"{line_break}{indent}{text}")


def _between(marks: Marks, siblings: list[Keys], before: int | None, after: str, ahead: str) -> Splice:
    if before is None:
        at = marks.key_start(siblings[0])
        return Splice(at, at, ahead)
    at = marks.end(siblings[before])
    return Splice(at, at, after)


def _predecessor(siblings: list[str], key: str, order: Sequence[str]) -> int | None:
    """Find after which of its siblings a key belongs; None when before all of them."""
    if key in order:
        ahead = (name for name in reversed(order[: order.index(key)]) if name in siblings)
        nearest = next(ahead, None)
        return None if nearest is None else siblings.index(nearest)
    if siblings == sorted(siblings, key=natural):
        before = [place for place, name in enumerate(siblings) if natural(name) < natural(key)]
        return before[-1] if before else None
    return len(siblings) - 1


def _append(marks: Marks, edit: Append, order: Order) -> Splice:
    keys = edit.keys
    if keys not in marks.spans or marks.spans[keys].is_text:
        return _set(marks, keys, [edit.value], order)
    items = marks.below.get(keys, [])
    if edit.before is not None and edit.before < len(items):
        return _put_before(marks, items, edit.before, edit.value)
    if marks.is_flow(keys):
        text = written.flow(edit.value)
        if not items:
            return Splice(marks.start(keys) + 1, marks.start(keys) + 1, text)
        at = marks.end(items[-1])
        return Splice(at, at, f", {text}")
    dash = _dash(marks, items[-1])
    indent, line_break = dash[1], marks.line_break()
    at = marks.line_end(marks.end(items[-1]))
    text = written.item(edit.value, indent + " " * (len(dash[2]) - 1), line_break)
    return Splice(at, at, f"{line_break}{indent}-{dash[2]}{text}")


def _put_before(marks: Marks, items: list[Keys], place: int, value: Tree) -> Splice:
    """Put an item in a list that goes on after it; what is written above the next one stays above that."""
    if marks.is_flow(items[place][:-1]):
        at = marks.start(items[place])
        return Splice(at, at, f"{written.flow(value)}, ")
    dash, line_break = _dash(marks, items[place]), marks.line_break()
    text = written.item(value, dash[1] + " " * (len(dash[2]) - 1), line_break)
    if not place:
        at = marks.line_start(marks.start(items[0]))
        return Splice(at, at, f"{dash[1]}-{dash[2]}{text}{line_break}")
    at = marks.line_end(marks.end(items[place - 1]))
    return Splice(at, at, f"{line_break}{dash[1]}-{dash[2]}{text}")


def _dash(marks: Marks, keys: Keys) -> re.Match[str]:
    """Find the dash before an item, which must be the first thing on its line."""
    start = marks.start(keys)
    dash = _DASH.fullmatch(marks.text, marks.line_start(start), start)
    if dash is None:
        raise RefusedEditError("not-simple", key=dotted(keys[:-1]))
    return dash


def _delete(marks: Marks, edit: Delete) -> Splice:
    keys = edit.keys
    siblings = marks.below[keys[:-1]]
    place, start, end = siblings.index(keys), marks.key_start(keys), marks.end(keys)
    if marks.is_flow(keys[:-1]):
        return _delete_in_flow(marks, siblings, place, start, end)
    if len(siblings) == 1 and keys[:-1]:
        raise RefusedEditError("last-key", key=dotted(keys))
    line = marks.line_start(start)
    lead = marks.text[line:start]
    if marks.spans[keys].key is None:
        _dash(marks, keys)
    elif lead.strip():
        # The first key of an item stands behind its dash, where the next one then comes to stand.
        follower = marks.key_start(siblings[place + 1])
        if marks.text[end:follower].strip():
            raise RefusedEditError("not-simple", key=dotted(keys))
        return Splice(start, follower, "")
    following = marks.text.find("\n", end)
    if following < 0:
        return Splice(max(line - len(marks.line_break()), 0), len(marks.text), "")
    return Splice(line, following + 1, "")


def _delete_in_flow(marks: Marks, siblings: list[Keys], place: int, start: int, end: int) -> Splice:
    if place + 1 < len(siblings):
        follower = marks.key_start(siblings[place + 1])
        if marks.text[end:follower].strip() != ",":
            raise RefusedEditError("not-simple", key=dotted(siblings[place]))
        return Splice(start, follower, "")
    if place:
        return Splice(marks.end(siblings[place - 1]), end, "")
    return Splice(start, end, "")
