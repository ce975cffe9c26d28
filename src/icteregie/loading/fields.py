"""From a file's tree to its type: what pydantic refuses becomes findings at their keys."""

import difflib
import re
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from icteregie.diagnostics import Keys, Value
from icteregie.portfolio import outline

T = TypeVar("T")

_EXPECTED = {
    "dataclass_type": "mapping-expected",
    "dataclass_exact_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "tuple_type": "list-expected",
    "string_type": "one-value-expected",
}


@dataclass(frozen=True, slots=True)
class FieldFault:
    """A value that its field refuses: rule, wording, the way to it, and the values told."""

    rule: str
    wording: str
    keys: Keys
    on_key: bool = False
    values: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled(Generic[T]):
    """A record as far as it could be filled, what was refused, and which fields are absent."""

    record: T
    faults: tuple[FieldFault, ...] = ()
    damage: frozenset[str] = frozenset()


_ADAPTERS: dict[tuple[type, str], TypeAdapter[Any]] = {}


def _adapter(owner: type, field_name: str = "", kind: Any = None) -> TypeAdapter[Any]:
    """Give the validator of a record, or of one field of it; it is built at first use."""
    if (owner, field_name) not in _ADAPTERS:
        _ADAPTERS[owner, field_name] = TypeAdapter(kind if field_name else owner)
    return _ADAPTERS[owner, field_name]


def fill(kind: type[T], tree: dict[str, Any]) -> Filled[T]:
    """Fill a record from a tree; a refused key leaves the others in place."""
    try:
        return Filled(_adapter(kind).validate_python(tree))
    except ValidationError as wrong:
        refused = wrong.errors(include_url=False)
    faults = tuple(_fault(kind, error) for error in refused)
    damage = frozenset(str(error["loc"][0]) for error in refused if error["loc"])
    return Filled(_partial(kind, tree, damage), faults, damage)


def _partial(kind: type[T], tree: dict[str, Any], damage: frozenset[str]) -> T:
    """Fill only the fields that can be read; the others stay without a value at all."""
    partial = object.__new__(kind)
    for name, key in outline.keys(cast("Any", kind)).items():
        if name in damage:
            continue
        if name in tree:
            value = _adapter(kind, key.field, key.kind).validate_python(tree[name])
        else:
            value = outline.default(kind, key.field)
        object.__setattr__(partial, key.field, value)
    for name in outline.HIDDEN.get(cast("Any", kind), ()):
        if name in tree:
            object.__setattr__(partial, name, tree[name])
    return partial


def _fault(kind: type, error: Any) -> FieldFault:
    way: Keys = tuple(error["loc"])
    code, written = error["type"], error["input"]
    # Pydantic points at a key with an extra "[key]"; a file may hold a key of that name too.
    on_key = way[-1:] == ("[key]",) and way[-2:-1] == (written,)
    way = way[:-1] if on_key else way
    told: dict[str, Value] = {"key": _last_name(way), "written": _written(written)}
    if code == "missing":
        return FieldFault("missing-key", "", way[:-1], on_key=True, values=told)
    if code == "unexpected_keyword_argument":
        return _unknown_key(kind, way)
    if written == "" and not on_key:
        return FieldFault("invalid-value", "empty", way, values=told)
    if code == "literal_error" and not isinstance(written, str):
        return FieldFault("invalid-value", "one-value-expected", way, values=told)
    if code == "literal_error":
        return _not_a_choice(way, told, re.findall(r"'([^']*)'", error["ctx"]["expected"]))
    told |= {k: v for k, v in error.get("ctx", {}).items() if k != "code"}
    if "index" in told:
        way = (*way, cast("int", told.pop("index")))
    return FieldFault("invalid-value", _EXPECTED.get(code, code), way, on_key, told)


def _unknown_key(kind: type, way: Keys) -> FieldFault:
    owner = outline.record_at(kind, way[:-1])
    known = list(outline.keys(owner)) if owner else []
    told: dict[str, Value] = {"key": str(way[-1])}
    if guess := guesses(str(way[-1]), known):
        return FieldFault("unknown-key", "guess", way, on_key=True, values=told | {"guess": guess})
    return FieldFault("unknown-key", "", way, on_key=True, values=told | {"known": tuple(known)})


def _not_a_choice(way: Keys, told: dict[str, Value], choices: list[str]) -> FieldFault:
    told = told | {"choices": tuple(choices)}
    if guess := guesses(str(told["written"]), choices):
        return FieldFault("invalid-value", "choice-guess", way, values=told | {"guess": guess})
    return FieldFault("invalid-value", "choice", way, values=told)


def guesses(written: str, known: list[str]) -> str:
    """Give the known name that looks most like what was written, or ""."""
    folded = written.casefold().replace("_", "-")
    by_folded = {name.casefold().replace("_", "-"): name for name in known}
    close = difflib.get_close_matches(folded[:80], by_folded, n=1, cutoff=0.7)
    return by_folded[close[0]] if close else ""


def _last_name(way: Keys) -> str:
    return next((key for key in reversed(way) if isinstance(key, str)), "")


def _written(value: object) -> str:
    return value[:60] if isinstance(value, str) else ""
