"""What the types refuse, as findings at their keys: which wording fits, and what was meant."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from icteregie.diagnostics.suggestions import MOST_LETTERS, Names
from icteregie.diagnostics.types import Keys, Value
from icteregie.portfolio import schema_walk
from icteregie.portfolio.input_hints import better

MOST_SHOWN = 60
"""Of what was written, a message shows at most this many characters."""

MOST_GUESSED = 1000
"""Of so many mistakes in one file it is guessed what was meant: guessing costs time, and 50 are shown."""

_BULLET = re.compile(r"[-*\u2022\u00b7\u2010-\u2015\u2043\u2212\u25aa\u25cf]\s*\S")

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


def faults_of(kind: type, refused: Iterable[Any]) -> tuple[FieldFault, ...]:
    """Make one finding of every mistake, also where a mistake is refused twice.

    A key that is only misspelt is not told as missing too, and of a key that is no key
    it is not told that it has no value.
    """
    refused = list(refused)
    split = {tuple(error["loc"]) for error in refused if error["type"] == "empty"}
    faults = [_fault(kind, error, split, may_guess=n < MOST_GUESSED) for n, error in enumerate(refused)]
    meant = {(*f.keys[:-1], f.values.get("guess")) for f in faults if f.rule == "unknown-key"}
    wrong_keys = {f.keys for f in faults if f.on_key and f.rule == "invalid-value"}

    def is_echo(fault: FieldFault) -> bool:
        if fault.rule == "missing-key":
            return (*fault.keys, fault.values["key"]) in meant
        return fault.wording == "empty" and fault.keys in wrong_keys

    return tuple(fault for fault in faults if not is_echo(fault))


def meant(faults: Iterable[FieldFault]) -> frozenset[str]:
    """Name the keys at the top that were meant by keys with a wrong name or in a wrong place.

    Their values are not there, and that they were left out would be a guess.
    """
    wrong = (fault for fault in faults if fault.rule == "unknown-key" and len(fault.keys) == 1)
    names = (fault.values.get("guess") or fault.values.get("parent") for fault in wrong)
    return frozenset(str(name) for name in names if name)


def _fault(kind: type, error: Any, empty: set[Keys], *, may_guess: bool) -> FieldFault:
    way: Keys = tuple(error["loc"])
    code, written = error["type"], error["input"]
    # Pydantic points at a key with an extra "[key]"; a file may hold a key of that name too.
    on_key = way[-1:] == ("[key]",) and way[-2:-1] == (written,)
    way = way[:-1] if on_key else way
    told: dict[str, Value] = {"key": _last_name(way), "written": _written(written)}
    if code == "missing":
        return FieldFault("missing-key", "", way[:-1], on_key=True, values=told)
    if code == "unexpected_keyword_argument":
        return _unknown_key(kind, way, may_guess=may_guess)
    if written == "" and not on_key:
        return FieldFault("invalid-value", "empty", way, values=told)
    if code == "literal_error" and not isinstance(written, str):
        return FieldFault("invalid-value", "one-value-expected", way, values=told)
    if code == "literal_error":
        return _not_a_choice(
            way, told, re.findall(r"'([^']*)'", error["ctx"]["expected"]), may_guess=may_guess
        )
    told |= {k: v for k, v in error.get("ctx", {}).items() if k != "code"}
    for inside in ("index", "at"):
        if inside in told:
            way = (*way, cast("int | str", told.pop(inside)))
    is_alone = way in empty  # «{2027: 450,000}» is a year with 450, and a key 000 without a value
    wording, instead = _wording(code, way, written, is_alone=is_alone)
    return FieldFault("invalid-value", wording, way, on_key, told | instead)


def _wording(code: str, way: Keys, written: object, *, is_alone: bool) -> tuple[str, dict[str, str]]:
    """Choose the wording for a refused value, by what was written in its place."""
    if is_alone and code == "not-a-year" and re.fullmatch(r"[0-9]{2,3}(?:\.[0-9]{2})?", str(written)):
        return "comma-splits", {}
    if code == "dict_type" and way[-1:] in (("one_off",), ("recurring",)) and isinstance(written, str):
        return "per-year-expected", {"written": written[:MOST_SHOWN]}
    if code in ("tuple_type", "all-or-a-list") and isinstance(written, str) and _BULLET.match(written):
        return "bullet", {}
    if isinstance(written, str):
        return better(_EXPECTED.get(code, code), written)
    return _EXPECTED.get(code, code), {}


def _unknown_key(kind: type, way: Keys, *, may_guess: bool) -> FieldFault:
    owner = schema_walk.record_at(kind, way[:-1])
    known = list(schema_walk.keys(owner)) if owner else []
    told: dict[str, Value] = {"key": str(way[-1])}
    if parent := _parent_of(kind, way):
        return FieldFault("unknown-key", "elsewhere", way, on_key=True, values=told | {"parent": parent})
    if may_guess and (guess := guesses(str(way[-1]), known)):
        return FieldFault("unknown-key", "guess", way, on_key=True, values=told | {"guess": guess})
    return FieldFault("unknown-key", "", way, on_key=True, values=told | {"known": tuple(known)})


def _parent_of(kind: type, way: Keys) -> str:
    """Name the group that a key at the top belongs in, when it was indented too little."""
    return schema_walk.parents(kind).get(str(way[0]), "") if len(way) == 1 else ""


def _not_a_choice(way: Keys, told: dict[str, Value], choices: list[str], *, may_guess: bool) -> FieldFault:
    told = told | {"choices": tuple(choices)}
    if may_guess and (guess := guesses(str(told["written"]), choices)):
        return FieldFault("invalid-value", "choice-guess", way, values=told | {"guess": guess})
    return FieldFault("invalid-value", "choice", way, values=told)


def guesses(written: str, known: Iterable[str]) -> str:
    """Give the known name that looks most like what was written, or ""."""
    names, by_folded = _folded_names(tuple(known))
    guess = names.nearest(_folded(written))
    return by_folded[guess] if guess else ""


@lru_cache(maxsize=64)
def _folded_names(known: tuple[str, ...]) -> tuple[Names, dict[str, str]]:
    """Keep the names of one mapping ready; they are few, so looking them up needs no bound."""
    by_folded = {_folded(name): name for name in known}
    return Names(by_folded, 0.7, work=sys.maxsize), by_folded


def _folded(name: str) -> str:
    return name[:MOST_LETTERS].casefold().replace("_", "-")


def _last_name(way: Keys) -> str:
    return next((key for key in reversed(way) if isinstance(key, str)), "")


def _written(value: object) -> str:
    return value[:MOST_SHOWN] if isinstance(value, str) else ""
