"""Edits made in the bytes of a file, and proved: after each the file says what it should, and no more."""

from collections.abc import Iterable, Sequence

from icteregie.diagnostics.types import Keys
from icteregie.editing.edits import Edit, RefusedEditError, dotted
from icteregie.editing.expected import carried_out, expected
from icteregie.editing.marks import marks
from icteregie.editing.splices import Order, splice
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.kinds import USUAL_BOUNDS, Bounds
from icteregie.portfolio.schema_walk import keys as keys_of
from icteregie.portfolio.schema_walk import record_at

_BOM = b"\xef\xbb\xbf"
TOO_LARGE = frozenset({"too-large", "too-many-values"})
"""What the reader says of a file with more in it than its bounds."""


def order_of(owner: type) -> Order:
    """Give the order of the keys of a type of file, as its schema has them."""

    def order(path: Keys) -> tuple[str, ...]:
        record = record_at(owner, path)
        return tuple(keys_of(record)) if record is not None else ()

    return order


def no_order(_: Keys) -> tuple[str, ...]:
    """Know no order: a key comes where its sorted neighbours want it, or else last."""
    return ()


def apply(
    data: bytes, edits: Iterable[Edit], order: Order = no_order, bounds: Bounds = USUAL_BOUNDS
) -> bytes:
    """Make edits in the bytes of a file, one after another.

    Raises RefusedEditError when the file can't be read without a fault, and when after an edit it
    doesn't differ in exactly the intended values.
    """
    for edit in edits:
        data = _applied(data, edit, order, bounds)
    return data


def apply_together(
    data: bytes, edits: Sequence[Edit], order: Order = no_order, bounds: Bounds = USUAL_BOUNDS
) -> bytes:
    """Make many edits in the bytes of a file at once, where none of them needs what another one made.

    What comes at one position comes there in the order of the edits. Where that doesn't give what all of
    them say, they are made in two halves, one after the other. Raises RefusedEditError as ``apply`` does,
    and when the file would become larger than its bounds.
    """
    if len(edits) < 2:
        return apply(data, edits, order, bounds)
    wanted = _tree(data, bounds, edits[0])
    for edit in edits:
        wanted = carried_out(wanted, edit)
    changed = _spliced(data, edits, order, bounds)
    tree, faults = reader.read(changed, bounds)
    if any(fault.wording in TOO_LARGE for fault in faults):
        raise RefusedEditError("too-large")
    if not faults and tree == wanted:
        return changed
    half = len(edits) // 2
    return apply_together(apply_together(data, edits[:half], order, bounds), edits[half:], order, bounds)


def _spliced(data: bytes, edits: Sequence[Edit], order: Order, bounds: Bounds) -> bytes:
    marked = marks(data, bounds)
    text = marked.text
    splices = sorted((splice(marked, edit, order) for edit in edits), key=lambda each: each.start)
    for each in reversed(splices):
        text = each.into(text)
    return (_BOM if data.startswith(_BOM) else b"") + text.encode()


def _applied(data: bytes, edit: Edit, order: Order, bounds: Bounds) -> bytes:
    wanted = expected(_tree(data, bounds, edit), edit)
    marked = marks(data, bounds)
    text = splice(marked, edit, order).into(marked.text)
    changed = (_BOM if data.startswith(_BOM) else b"") + text.encode()
    tree, faults = reader.read(changed, bounds)
    if faults:
        raise RefusedEditError("value-refused", key=dotted(edit.keys))
    if tree != wanted:
        raise RefusedEditError("not-simple", key=dotted(edit.keys))
    return changed


def _tree(data: bytes, bounds: Bounds, edit: Edit) -> Tree:
    tree, faults = reader.read(data, bounds)
    if tree is None or faults:
        raise RefusedEditError("not-readable", key=dotted(edit.keys))
    return tree
