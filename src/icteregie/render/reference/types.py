"""The types of the file format in words, and where each record stands in a file."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from types import NoneType
from typing import Any

from icteregie.messages.catalogue import fill, read
from icteregie.portfolio import estimate, justification, period, scalars, schema_walk
from icteregie.portfolio.initiative import Participants
from icteregie.portfolio.kinds import record_types
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.record import Shorthand

# The first type that fits gives the word: hours and numbers are the same to a reader.
_WORDS: tuple[tuple[object, str], ...] = (
    (scalars.Euros, "euros"),
    (estimate.OneOff, "one-off"),
    (scalars.Number, "number"),
    (scalars.Total, "number"),
    (scalars.Year, "year"),
    (scalars.Years, "years"),
    (scalars.Mark, "mark"),
    (justification.Marks, "marks"),
    (scalars.Weight, "weight"),
    (scalars.Factor, "weight"),
    (scalars.Part, "percentage"),
    (scalars.Percentage, "percentage"),
    (scalars.Day, "day"),
    (period.MomentField, "moment"),
    (period.QuarterField, "quarter"),
    (period.HorizonField, "horizon"),
    (period.LagField, "lag"),
    (period.DurationField, "duration"),
    (scalars.Line, "line"),
    (scalars.Prose, "prose"),
    (scalars.OnlyTrue, "yes"),
    (scalars.TrueOrFalse, "true-or-false"),
    (scalars.Id, "id"),
    (scalars.AmbitionId, "ambition"),
    (scalars.RetiredId, "retired"),
    (scalars.WebAddress, "web-address"),
    (scalars.GemmaId, "gemma"),
    (scalars.CbsCode, "cbs-code"),
    (Participants, "participants"),
    (str, "name"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: the path to it, such as ``agendas.<year>.budget``, and its key."""

    record: type
    path: str = ""
    name: str = ""


def places(owner: type) -> Iterator[Place]:
    """Walk through the records of a file, each once, every record right before those in it."""
    yield from _below(Place(owner), {})


def _below(place: Place, seen: dict[type, None]) -> Iterator[Place]:
    seen[place.record] = None
    yield place
    for key in schema_walk.keys(place.record).values():
        path = f"{place.path}.{key.name}" if place.path else key.name
        kind = schema_walk.bare(schema_walk.single(key.kind) or key.kind)
        while typing.get_origin(kind) in (dict, tuple):
            path += f".<{_key_word(kind)}>" if typing.get_origin(kind) is dict else "[]"
            kind = schema_walk.bare(schema_walk.below(kind, 0))
        if isinstance(kind, type) and is_dataclass(kind) and _is_record(kind) and kind not in seen:
            yield from _below(Place(kind, path, key.name), seen)


def _key_word(kind: object) -> str:
    return "year" if typing.get_args(kind)[0] == scalars.Year else "id"


def _is_record(kind: type) -> bool:
    return hasattr(kind, "__pydantic_fields__")


def words(kind: object, language: Language) -> str:
    """Say in words what a key takes, as Markdown; records become links to their section."""
    texts = read(language, "format")
    kind = _present(kind)
    for known, name in _WORDS:
        if kind == known:
            word: str = texts["type"][name]
            return word
    return _grouped(kind, language, texts)


def _grouped(kind: Any, language: Language, texts: dict[str, Any]) -> str:
    """Say what a list, a mapping, a choice or a record takes."""
    if (item := schema_walk.single(kind)) is not None:
        return fill(language, texts["group"]["one-or-more"], {"of": words(item, language)})
    bare = schema_walk.bare(kind)
    parts = typing.get_args(bare)
    if typing.get_origin(bare) is typing.Literal:
        return _choices(parts, schema_walk.terms(kind), language)
    if typing.get_origin(bare) is tuple:
        return fill(language, texts["group"]["list"], {"of": words(parts[0], language)})
    if typing.get_origin(bare) is dict:
        key, of = (words(part, language) for part in parts)
        return fill(language, texts["group"]["mapping"], {"key": key, "of": of})
    return _record(kind, typing.cast("type", bare), language, texts)


def _choices(choices: tuple[str, ...], terms: str, language: Language) -> str:
    """List the choices; for who reads English, the Dutch word that documents use goes along."""
    dutch: dict[str, str] = read("nl", "terms")[terms] if terms and language != "nl" else {}
    return ", ".join(f"`{choice}`{f' ({dutch[choice]})' if choice in dutch else ''}" for choice in choices)


def _record(kind: Any, record: type, language: Language, texts: dict[str, Any]) -> str:
    name = next(
        place.name for owner in record_types().values() for place in places(owner) if place.record is record
    )
    link = f"[{name}](#{name})"
    for short in getattr(kind, "__metadata__", ()):
        if isinstance(short, Shorthand):
            of = words(schema_walk.keys(record)[short.key].kind, language)
            return fill(language, texts["group"]["short"], {"short": of, "record": link})
    return link


def _present(kind: object) -> object:
    """Strip ``| None`` from a type, and keep what it is annotated with."""
    options = [option for option in typing.get_args(kind) if option is not NoneType]
    is_optional = NoneType in typing.get_args(kind) and len(options) == 1
    return options[0] if is_optional else kind
