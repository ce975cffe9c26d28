"""What to write in the place of a value that is refused; each advice has been read back by the type itself.

Advice that would be refused as well only leads to the next error. So what a message offers to type
is first read as the file would be; what can't be read is not offered.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icteregie.diagnostics.types import Keys, Value
from icteregie.loading import better_values
from icteregie.portfolio import input_hints as hints
from icteregie.portfolio import schema_walk

MOST_PARTS = 20
"""Of what stands in one text and is meant as a list, so many parts are looked at."""
MOST_OF_A_PART = 200

_EXPECTED = {
    "dataclass_type": "mapping-expected",
    "dataclass_exact_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "tuple_type": "list-expected",
    "string_type": "one-value-expected",
}
_BULLET = re.compile(r"[-*\u2022\u00b7\u2010-\u2015\u2043\u2212\u25aa\u25cf]\s*\S")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w./@%+~-]|:(?=\S)| (?=[\w(]))*")
"""What can stand in a list between brackets without quotation marks."""
_INSTEAD_OF = {
    "decimal-comma": "not-a-number",
    "loose-quarter": "not-a-moment",
    "only-a-year": "not-a-moment",
    "percent-sign-missing": "not-a-percentage",
    "quarter-instead": "not-a-quarter",
    "thousands-separator": "not-a-number",
}
"""Wordings that offer something to type, and what is said where that can't be read either."""
_CAN_WAIT = frozenset({"mapping-expected", "list-expected", *better_values.IMPROVED}) - {"all-or-a-list"}

Advice = tuple[str, dict[str, Value]]


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that its type refuses, with ``code``, and the ``year`` that its file asks a place for."""

    record_type: type
    path: Keys
    code: str
    written: object
    context: Mapping[str, Value]
    on_key: bool
    year: str

    def reads(self, value: object) -> bool:
        """Say whether the type takes this in the place of what was written."""
        return self.on_key or schema_walk.reads(self.record_type, self.path, value)

    @property
    def can_be_left_out(self) -> bool:
        """Whether what was written can go without leaving a hole: an item, or an optional key."""
        owner = schema_walk.record_at(self.record_type, self.path[:-1])
        key = schema_walk.keys(owner).get(str(self.path[-1])) if owner and self.path else None
        return not self.on_key and not (key and key.required)


def plain(code: str) -> str:
    """Name the wording of a code, without looking at what was written."""
    return _EXPECTED.get(code, code)


def advise(refused: Refused) -> Advice:
    """Choose the wording for a refused value, and what can be written instead if anything can."""
    wording = plain(refused.code)
    if not isinstance(refused.written, str):
        return wording, {}
    for adviser in (_for_later, _bullet, _per_year, _group, _listed, _single):
        if advice := adviser(refused, wording, hints.unquoted(refused.written.strip())):
            return advice
    return _checked(refused, wording)


def _for_later(refused: Refused, wording: str, text: str) -> Advice | None:
    if wording in _CAN_WAIT and hints.is_for_later(text) and refused.can_be_left_out:
        return "not-known-yet", {}
    return None


def _bullet(refused: Refused, _wording: str, _text: str) -> Advice | None:
    is_list = refused.code in ("tuple_type", "all-or-a-list")
    return ("bullet", {}) if is_list and _BULLET.match(str(refused.written)) else None


def _per_year(refused: Refused, wording: str, text: str) -> Advice | None:
    """Advise on an amount without a year, where amounts stand by year."""
    if wording != "mapping-expected" or refused.path[-1:] not in (("one_off",), ("recurring",)):
        return None
    amount = hints.written_amount(text.replace("_", ""))
    year = refused.year if refused.reads({refused.year: amount}) else "2027"
    can_be = amount and refused.reads({year: amount})
    return ("per-year-expected", {"instead": f"{{{year}: {amount}}}"}) if can_be else None


def _group(refused: Refused, wording: str, text: str) -> Advice | None:
    """Advise on a text where a group is meant."""
    owner = schema_walk.record_at(refused.record_type, refused.path)
    if wording != "mapping-expected" or owner is None:
        return None
    names = [key.name for key in schema_walk.keys(owner).values() if key.required]
    if "end" in names and (instead := hints.written_period(text)):
        pairs = dict(part.split(": ") for part in instead.strip("{}").split(", "))
        if refused.reads(pairs):
            return "group-instead", {"instead": instead}
    names = names or [*schema_walk.keys(owner)][:2]
    return "group-expected", {"example": "{" + ", ".join(f"{name}: …" for name in names) + "}"}


def _listed(refused: Refused, wording: str, text: str) -> Advice | None:
    """Advise on a text where a list is meant."""
    if refused.code not in ("tuple_type", "all-or-a-list"):
        return None
    if wording == "all-or-a-list" and hints.is_everyone(text):
        return "all-meant", {"instead": "all"}
    names = hints.names_in(text)[:MOST_PARTS]
    owner = schema_walk.record_at(refused.record_type, (*refused.path, 0))
    if owner is not None and not refused.reads(["a"]):
        required = [key.name for key in schema_walk.keys(owner).values() if key.required]
        return "list-of-groups-expected", {"example": ", ".join(f"{name}: …" for name in required)}
    spaced = names if wording == "all-or-a-list" else [text, *re.split(r"\s*[,;]\s*", text)]
    address = [f"https://{text}"] if _is_bare(text) else []
    for items in (names, address, [hints.written_id(name) for name in names], spaced):
        if items and _can_be_typed(items) and refused.reads(list(items)):
            return _with_parts(wording, names, f"[{', '.join(items)}]")
    return _with_parts(wording, names, "")


def _with_parts(wording: str, names: Iterable[str], instead: str) -> Advice:
    """Name what to write, and the parts of a text, of which who knows the portfolio can make more."""
    plain = "list-instead" if wording == "list-expected" else wording
    unknown = "all-or-a-list-plain" if wording == "all-or-a-list" else wording
    parts: dict[str, Value] = {"parts": tuple(name[:MOST_OF_A_PART] for name in names)}
    return (plain, {**parts, "instead": instead}) if instead else (unknown, parts)


def _can_be_typed(items: Iterable[str]) -> bool:
    return all(_PLAIN.fullmatch(item) for item in items)


def _is_bare(text: str) -> bool:
    """Say whether this is an address without what comes before it."""
    return ":" not in text and re.match(r"[\w-]+\.[\w-]", text) is not None


def _single(refused: Refused, wording: str, text: str) -> Advice | None:
    """One value, written otherwise."""
    address = f"https://{text}"
    if wording == "not-a-web-address" and _is_bare(text) and refused.reads(address):
        return "address-instead", {"instead": address}
    better, instead = better_values.better(wording, str(refused.written))
    if better == "several-ids":
        return better, {"parts": tuple(name[:MOST_OF_A_PART] for name in hints.names_in(text)[:MOST_PARTS])}
    if better != wording and (not instead or refused.reads(instead.get("instead", ""))):
        more: dict[str, Value] = {"parts": (text[:MOST_OF_A_PART],)} if _is_name(wording, text) else {}
        return better, {**instead, **more}
    if text != str(refused.written).strip() and refused.reads(text):
        return "word-quotes", {"instead": text}
    return (wording, {"parts": (text[:MOST_OF_A_PART],)}) if _is_name(wording, text) else None


def _is_name(wording: str, text: str) -> bool:
    """Say whether this should have been one name of a list; member/application is of another list."""
    return wording == "not-an-id" or (wording == "not-retirable" and "/" not in text)


def _checked(refused: Refused, wording: str) -> Advice:
    """Keep a wording of the reader that offers something, or take a plainer one if that can't be read."""
    offered = refused.context.get("instead", refused.context.get("first", ""))
    if wording in _INSTEAD_OF and not refused.reads(str(offered)):
        return _INSTEAD_OF[wording], {}
    return wording, {}
