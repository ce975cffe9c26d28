"""``KEY=VALUE`` as it is typed, turned into an edit."""

import re

from icteregie.diagnostics.suggestions import guesses
from icteregie.diagnostics.types import Keys
from icteregie.editing.edits import Append, Delete, Edit, SetValue
from icteregie.loading import reader
from icteregie.loading.events import Tree
from icteregie.portfolio.initiative import Initiative
from icteregie.portfolio.kinds import key_fields
from icteregie.portfolio.schema_walk import keys as keys_of
from icteregie.portfolio.schema_walk import record_at
from icteregie.workspace.notices import ProblemError

_ASSIGNMENT = re.compile(r"([^=+]+)(\+?)=(.*)", re.DOTALL)


def edit_of(typed: str, tree: Tree) -> Edit:
    """Read one change: ``key=value`` sets, ``key+=value`` adds to a list, ``key=`` takes the key away.

    Raises ProblemError when it is none of these, or names a key that an initiative doesn't have.
    """
    match = _ASSIGNMENT.fullmatch(typed)
    if match is None:
        raise ProblemError("not-an-assignment", written=typed)
    keys = _keys(match[1].strip(), tree)
    if match[2]:
        return Append(keys, _value(match[3]))
    return SetValue(keys, _value(match[3])) if match[3].strip() else Delete(keys)


def _keys(typed: str, tree: Tree) -> Keys:
    """Follow the way to a value; what stands in a list is known by its position, from 1."""
    keys: Keys = ()
    here: Tree | None = tree
    for name in typed.split("."):
        record = record_at(Initiative, keys)
        known = tuple(key for key in keys_of(record)) if record is not None else ()
        if isinstance(here, list) and name.isdecimal() and int(name):
            keys, here = (*keys, int(name) - 1), here[int(name) - 1] if int(name) <= len(here) else None
            continue
        if not name or (known and name not in known) or name in key_fields(Initiative):
            _refuse(typed, name, known)
        keys = (*keys, name)
        here = here.get(name) if isinstance(here, dict) else None
    return keys


def _refuse(typed: str, name: str, known: tuple[str, ...]) -> None:
    guess = guesses(name, known) if name else ""
    if guess:
        raise ProblemError("no-such-key-guess", written=typed, guess=guess)
    raise ProblemError("no-such-key", written=typed)


def _value(typed: str) -> Tree:
    """Read a list or a group as YAML has it; anything else is a text as it stands."""
    text = typed.strip()
    if not text.startswith(("[", "{")):
        return text
    tree, faults = reader.read(f"value: {text}\n".encode())
    if faults or not isinstance(tree, dict):
        raise ProblemError("not-a-value", written=text)
    return tree["value"]
