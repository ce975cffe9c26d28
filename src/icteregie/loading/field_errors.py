"""What is wrong with a value or a key, in the words of the file format: the errors of pydantic, read."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from icteregie.diagnostics.suggestions import guesses
from icteregie.diagnostics.types import Address, Finding, Keys, Value
from icteregie.loading import advice
from icteregie.loading.split_amounts import whole_amounts
from icteregie.portfolio import schema_walk
from icteregie.portfolio.key_names import other_name

MOST_SHOWN = 60
"""Of what was written, a message shows at most this many characters."""

MOST_GUESSED = 1000
"""Of so many mistakes in one file it is guessed what was meant: guessing costs time, and 50 are shown."""

_CENTS = re.compile(r"[0-9]{2,3}(?:\.[0-9]{2})?")


def findings_of(
    record_type: type, errors: Iterable[Any], file: str, present: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Make one finding of every mistake, also where a mistake is refused twice.

    A key that is only misspelt is not reported as missing too, and of a key that is no key
    it is not reported that it has no value. ``present`` is the tree of the file, or the keys at its top.
    """
    amounts, errors = whole_amounts(present, errors, file)
    without_value = {tuple(error["loc"]) for error in errors if error["type"] == "empty"}
    findings = [
        _missing(file, error["loc"])
        if error["type"] == "missing"
        else _FieldError(
            record_type, file, error, without_value, present, may_guess=number < MOST_GUESSED
        ).finding()
        for number, error in enumerate(errors)
    ]
    guessed = {(*f.at.keys[:-1], f.values.get("guess")) for f in findings if f.rule == "unknown-key"}
    wrong_keys = {f.at.keys for f in findings if f.at.on_key and f.rule == "invalid-value"}

    def is_echo(finding: Finding) -> bool:
        if finding.rule == "missing-key":
            return (*finding.at.keys, finding.values["key"]) in guessed
        return finding.wording == "empty" and finding.at.keys in wrong_keys

    return (*amounts, *_listed_once(finding for finding in findings if not is_echo(finding)))


def _listed_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """List the known keys of a group once, and not under each key that is none of them."""
    listed: set[Value] = set()
    for finding in findings:
        known = finding.values.get("known", ()) if finding.rule == "unknown-key" else ()
        if known and known in listed:
            yield replace(finding, wording="again", values={"key": finding.values["key"]})
        else:
            listed.add(known)
            yield finding


def meant(findings: Iterable[Finding]) -> frozenset[str]:
    """Name the keys at the top that were meant by keys with a wrong name or in a wrong place.

    Their values are not there, and that they were left out would be a guess.
    """
    unknown = (finding for finding in findings if finding.rule == "unknown-key" and len(finding.at.keys) == 1)
    names = (finding.values.get("guess") or finding.values.get("parent") for finding in unknown)
    return frozenset(str(name) for name in names if name)


@dataclass(frozen=True, slots=True)
class _FieldError:
    """One error of pydantic about a file, to be put in the words of this format.

    ``without_value`` are the paths of all values that the file leaves empty.
    """

    record_type: type
    file: str
    error: Any
    without_value: set[Keys]
    present: Collection[str]
    may_guess: bool

    def finding(self) -> Finding:
        """Choose the rule, the wording and the values for the error."""
        path: Keys = tuple(self.error["loc"])
        code, written = self.error["type"], self.error["input"]
        # Pydantic points at a key with an extra "[key]"; a file may hold a key of that name too.
        on_key = path[-1:] == ("[key]",) and path[-2:-1] == (written,)
        path = path[:-1] if on_key else path
        values: dict[str, Value] = {"key": _last_name(path), "written": _shortened(written)}
        if code == "unexpected_keyword_argument":
            return self._unknown_key(path)
        if written == "" and not on_key:
            wording = "empty-item" if isinstance(path[-1], int) else "empty"
            return self._finding("invalid-value", wording, path, values)
        if code == "literal_error":
            return self._not_a_choice(path, values, is_text=isinstance(written, str))
        return self._refused(path, values, on_key=on_key)

    def _finding(
        self, rule: str, wording: str, path: Keys, values: Mapping[str, Value], *, on_key: bool = False
    ) -> Finding:
        return Finding(Address(self.file, path, on_key), values, wording, rule=rule)

    def _refused(self, path: Keys, values: dict[str, Value], *, on_key: bool) -> Finding:
        """Report a value that its reader refuses, at the item inside it that the reader names."""
        code, written = self.error["type"], self.error["input"]
        values |= {k: v for k, v in self.error.get("ctx", {}).items() if k != "code"}
        for inside in ("index", "at"):
            if inside in values:
                path = (*path, cast("int | str", values.pop(inside)))
        if path in self.without_value and code == "not-a-year" and _CENTS.fullmatch(str(written)):
            return self._finding("invalid-value", "comma-splits", path, values, on_key=on_key)
        year = self.present.get("agenda", "") if isinstance(self.present, Mapping) else ""
        refused = advice.Refused(self.record_type, path, code, written, values, on_key, str(year))
        wording, more = advice.advise(refused) if self.may_guess else (advice.plain(code), {})
        return self._finding("invalid-value", wording, path, values | more, on_key=on_key)

    def _unknown_key(self, path: Keys) -> Finding:
        owner = schema_walk.record_at(self.record_type, path[:-1])
        known = list(schema_walk.keys(owner)) if owner else []
        name = str(path[-1])
        if parent := _parent_of(self.record_type, path):
            values: dict[str, Value] = {"key": name, "parent": parent}
            wording = "elsewhere" if parent in self.present else "elsewhere-alone"
            return self._finding("unknown-key", wording, path, values, on_key=True)
        if guess := other_name(name, known):
            return self._finding("unknown-key", "guess", path, {"key": name, "guess": guess}, on_key=True)
        if self.may_guess and (guess := guesses(name, known)):
            return self._finding("unknown-key", "guess", path, {"key": name, "guess": guess}, on_key=True)
        return self._finding("unknown-key", "", path, {"key": name, "known": tuple(known)}, on_key=True)

    def _not_a_choice(self, path: Keys, values: dict[str, Value], *, is_text: bool) -> Finding:
        if not is_text:
            return self._finding("invalid-value", "one-value-expected", path, values)
        choices = re.findall(r"'([^']*)'", self.error["ctx"]["expected"])
        values |= {"choices": tuple(choices)}
        if self.may_guess and (guess := guesses(str(values["written"]), choices)):
            return self._finding("invalid-value", "choice-guess", path, values | {"guess": guess})
        return self._finding("invalid-value", "choice", path, values)


def _missing(file: str, path: Keys) -> Finding:
    """Report a key that isn't there, at the group that it is missing from; a file can miss thousands."""
    values: dict[str, Value] = {"key": _last_name(path), "written": ""}
    return Finding(Address(file, path[:-1], on_key=True), values, rule="missing-key")


def _parent_of(record_type: type, path: Keys) -> str:
    """Name the group that a key at the top belongs in, when it was indented too little."""
    return schema_walk.parents(record_type).get(str(path[0]), "") if len(path) == 1 else ""


def _last_name(path: Keys) -> str:
    if path and isinstance(path[-1], str):
        return path[-1]
    return next((key for key in reversed(path) if isinstance(key, str)), "")


def _shortened(value: object) -> str:
    return value[:MOST_SHOWN] if isinstance(value, str) else ""
