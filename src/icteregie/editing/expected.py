"""What a file must say after an edit, by its tree alone: the edit is made only if it then says so."""

import copy

from icteregie.diagnostics.types import Keys
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
from icteregie.loading.events import Tree


def expected(tree: Tree, edit: Edit) -> Tree:
    """Give the tree as an edit should leave it; the one given stays as it was."""
    return carried_out(copy.deepcopy(tree), edit)


def carried_out(changed: Tree, edit: Edit) -> Tree:
    """Carry an edit out in a tree itself."""
    if isinstance(edit, (SetValue, Rewrite)):
        return _set(changed, edit.keys, edit.value)
    if isinstance(edit, Append):
        there = value_at(changed, edit.keys)
        if there in (None, ""):
            return _set(changed, edit.keys, [edit.value])
        if not isinstance(there, list):
            raise RefusedEditError("not-a-list", key=dotted(edit.keys))
        there.insert(len(there) if edit.before is None else edit.before, edit.value)
        return changed
    if isinstance(edit, RenameKey):
        return _renamed(changed, edit)
    return _deleted(changed, edit)


def value_at(tree: Tree, keys: Keys) -> Tree | None:
    """Find what stands at the end of a way; None when nothing does."""
    for key in keys:
        is_key = isinstance(tree, dict) and key in tree
        is_place = isinstance(tree, list) and isinstance(key, int) and key < len(tree)
        if not (is_key or is_place):
            return None
        tree = tree[key]  # type: ignore[index]
    return tree


def _set(tree: Tree, keys: Keys, value: Tree) -> Tree:
    if not keys:
        return value
    key, rest = keys[0], keys[1:]
    if isinstance(tree, list) and isinstance(key, int) and key < len(tree):
        tree[key] = _set(tree[key], rest, value)
        return tree
    if tree == "":
        tree = {}
    if not isinstance(tree, dict) or not isinstance(key, str):
        raise RefusedEditError("not-a-group", key=str(key))
    tree[key] = _set(tree.get(key, ""), rest, value)
    return tree


def _renamed(tree: Tree, edit: RenameKey) -> Tree:
    parent = value_at(tree, edit.keys[:-1])
    if not isinstance(parent, dict) or edit.keys[-1] not in parent:
        raise RefusedEditError("no-such-key", key=dotted(edit.keys))
    if edit.name in parent:
        raise RefusedEditError("key-taken", key=edit.name)
    items = [(edit.name if key == edit.keys[-1] else key, value) for key, value in parent.items()]
    parent.clear()
    parent.update(items)
    return tree


def _deleted(tree: Tree, edit: Delete) -> Tree:
    parent = value_at(tree, edit.keys[:-1])
    if value_at(tree, edit.keys) is None or not isinstance(parent, (dict, list)):
        raise RefusedEditError("no-such-key", key=dotted(edit.keys))
    del parent[edit.keys[-1]]  # type: ignore[arg-type]
    return tree
