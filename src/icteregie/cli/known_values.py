"""The values that options, arguments, selectors and keys can have in a portfolio, to offer to a shell."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, get_args

from icteregie.cli.offered_applications import applications, applications_of_member, suppliers
from icteregie.cli.parameters import Command, Parameter
from icteregie.portfolio.initiative import PARTNERSHIP, Initiative
from icteregie.portfolio.schema_walk import bare, below, keys, record_at
from icteregie.render.completion.scripts import Offer
from icteregie.workspace.known_names import KnownNames


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the portfolio, and the words that were typed before."""

    known: KnownNames
    words: Sequence[str] = ()


Source: TypeAlias = Callable[[Names, str], Iterable[Offer]]
"""Gives all that can stand for a value of which so much was typed; what doesn't begin so is dropped later."""


def values_of(command: Command | None, parameter: Parameter) -> Source | None:
    """Find what a parameter can hold; None where nobody can know."""
    if command is not None and command.name in ("init", "new") and parameter.is_argument:
        return _meetings if command.name == "new" else None
    if command is not None and parameter.is_argument and (source := BY_COMMAND.get(command.name)):
        return source
    return BY_WORD.get(parameter.metavar or "") or BY_FIELD.get(parameter.field)


def _group(key: str) -> Source:
    return lambda names, _: [Offer(name, about) for name, about in names.known.of(key).items()]


def _row_of(source: Source) -> Source:
    """Offer the next name of a row with commas."""

    def offered(names: Names, value: str) -> Iterator[Offer]:
        before, comma, last = value.rpartition(",")
        for offer in source(names, last):
            if offer.value not in before.split(","):
                yield Offer(f"{before}{comma}{offer.value}", offer.about, offer.is_open)

    return offered


def _ids(names: Names, value: str) -> Iterator[Offer]:
    for name in names.known.initiatives:
        if name.startswith(value):
            yield Offer(name, names.known.title(name))


def _years(names: Names, _: str) -> Iterable[Offer]:
    return [Offer(year) for year in names.known.of("agendas")]


_members = _group("members")


def _submitters(names: Names, value: str) -> Iterable[Offer]:
    return (*_members(names, value), Offer(PARTNERSHIP))


def _participants(names: Names, value: str) -> Iterable[Offer]:
    return (*(() if "," in value else (Offer("all"),)), *_row_of(_members)(names, value))


def _refs(names: Names, _: str) -> Iterable[Offer]:
    return [Offer(name) for name in names.known.refs]


def _revisions(names: Names, value: str) -> Iterator[Offer]:
    before, dots, _ = value.rpartition("..")
    yield from (Offer(f"{before}{dots}{name}") for name in (*names.known.refs, "HEAD"))


def _rules(_: Names, __: str) -> Iterable[Offer]:
    from icteregie.rules.catalogue import RULES  # noqa: PLC0415 - loading them all takes a while

    return [Offer(rule.name) for rule in RULES]


def _columns(names: Names, value: str) -> Iterable[Offer]:
    from icteregie.reports.list import FIELDS  # noqa: PLC0415 - only who lists pays for it

    minus = "-" if value.rpartition(",")[2].startswith("-") else ""
    return _row_of(lambda _, __: [Offer(f"{minus}{name}") for name in FIELDS])(names, value)


def _days(names: Names, _: str) -> Iterable[Offer]:
    return [Offer(day) for day in dict.fromkeys(name[:10] for name in names.known.decision_lists)]


def _decision_lists(names: Names, _: str) -> Iterable[Offer]:
    return [Offer(name) for name in names.known.decision_lists]


def _meetings(names: Names, _: str) -> Iterable[Offer]:
    return [Offer(name) for name in names.known.meetings] if "--decision" in names.words else ()


def _selectors(names: Names, value: str) -> Iterator[Offer]:
    """Offer an id or a method, and then its value, for the last term of a selector."""
    from icteregie.analysis.selection import CHANGED_METHOD  # noqa: PLC0415
    from icteregie.analysis.selection_methods import METHODS  # noqa: PLC0415

    before, comma, term = value.rpartition(",")
    bare_term = term.lstrip("0123456789+") if "+" in term else term
    start = f"{before}{comma}{term[: len(term) - len(bare_term)]}"
    method, colon, written = bare_term.partition(":")
    if colon:
        source = BY_METHOD.get(method)
        offers = source(names, written) if source else ()
        yield from (Offer(f"{start}{method}:{offer.value}", offer.about) for offer in offers)
        return
    yield from (Offer(f"{start}{offer.value}", offer.about) for offer in _ids(names, bare_term))
    yield from (Offer(f"{start}{name}:", is_open=True) for name in (*METHODS, CHANGED_METHOD))


def _choices_of(key: str) -> Source:
    return lambda _, __: [Offer(name) for name in _literals(key)]


def _literals(*steps: str) -> tuple[str, ...]:
    kind: object = Initiative
    for key in steps:
        kind = below(kind, key)
    return tuple(str(choice) for choice in get_args(bare(kind)) if isinstance(choice, str))


def _assignments(names: Names, value: str) -> Iterator[Offer]:
    """Offer a key of an initiative, and then its value."""
    key, equals, written = value.partition("=")
    if equals:
        plain = key.removesuffix("+")
        source = BY_KEY.get(plain)
        offers = source(names, written) if source else [Offer(v) for v in _of_key(plain)]
        yield from (Offer(f"{key}={offer.value}", offer.about, offer.is_open) for offer in offers)
        return
    *above, _ = key.split(".")
    record = record_at(Initiative, tuple(above))
    for name in keys(record) if record is not None else ():
        path = ".".join((*above, name))
        yield Offer(f"{path}=", is_open=True)
        if record_at(Initiative, (*above, name)) is not None:
            yield Offer(f"{path}.", is_open=True)


def _of_key(key: str) -> tuple[str, ...]:
    parts = key.split(".")
    record = record_at(Initiative, tuple(parts[:-1]))
    return _literals(*parts) if record is not None and parts[-1] in keys(record) else ()


def _tags(names: Names, _: str) -> Iterable[Offer]:
    return [Offer(tag) for tag in names.known.tags]


def _retired(names: Names, value: str) -> Iterable[Offer]:
    return (*_group("components")(names, value), *applications_of_member(names.known, value))


def _explained(names: Names, value: str) -> Iterator[Offer]:
    """Offer what ``why`` explains: an initiative, or an application once its member is begun."""
    yield from _ids(names, value)
    yield from applications_of_member(names.known, value)


def _shown(names: Names, value: str) -> Iterator[Offer]:
    """Offer what ``show`` shows: a selection of initiatives, or an application once its member is begun."""
    yield from _selectors(names, value)
    yield from applications_of_member(names.known, value)


BY_METHOD: Mapping[str, Source] = {
    "agenda": _years,
    "application": lambda names, value: applications(names.known, value),
    "changed": _refs,
    "component": _group("components"),
    "domain": _group("domains"),
    "late": _years,
    "member": _submitters,
    "on": _years,
    "part-of": _ids,
    "status": _choices_of("status"),
    "steering": _choices_of("steering"),
    "submitter": _submitters,
    "supplier": lambda names, _: suppliers(names.known),
    "tag": _tags,
    "team": _group("teams"),
}
"""What each method of a selector can be followed by; a test holds it to the methods that there are."""

BY_KEY: Mapping[str, Source] = {
    "agenda": _years,
    "alternative_to": _ids,
    "components": _group("components"),
    "cost_key": _group("cost_keys"),
    "depends_on": _ids,
    "domain": _group("domains"),
    "part_of": _ids,
    "participants": _participants,
    "retires": _retired,
    "submitter": _submitters,
    "tags": _tags,
}
"""Keys of an initiative whose values are names of the portfolio; those with choices need no row."""

BY_WORD: Mapping[str, Source] = {
    "COMPONENT": _group("components"),
    "DATE": _days,
    "DECISIONS": _decision_lists,
    "ID": _ids,
    "KEY=VALUE": _assignments,
    "MEMBER": _members,
    "MEMBER[=DATE]": _members,
    "OLD": _ids,
    "REF": _refs,
    "RULE": _rules,
    "SELECTOR": _selectors,
    "YEAR": _years,
    "YEAR|YEAR-YEAR": _years,
    "[BASE..HEAD]": _revisions,
}
"""By the word that stands for the value of a parameter in help."""

BY_FIELD: Mapping[str, Source] = {
    "agenda": _years,
    "body": _group("bodies"),
    "columns": _columns,
    "domain": _group("domains"),
    "key": _group("cost_keys"),
    "participants": _participants,
    "present": _row_of(_members),
    "rule": _rules,
    "sort": _columns,
    "submitter": _submitters,
    "supplier": lambda names, _: suppliers(names.known),
    "year": _years,
}
"""By the field of a parameter whose value has no word of its own."""

BY_COMMAND: Mapping[str, Source] = {"show": _shown, "why": _explained}
"""By command, where its argument can be more than the word for it says."""
