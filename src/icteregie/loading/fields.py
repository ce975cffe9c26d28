"""From a file's tree to its type: as far as it can be filled, whatever is refused."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from icteregie.diagnostics.types import Finding
from icteregie.portfolio.kinds import key_fields

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filled(Generic[T]):
    """A record as far as it could be filled, what was refused, and which keys could not be read."""

    record: T
    findings: tuple[Finding, ...] = ()
    unreadable: frozenset[str] = frozenset()


_ADAPTERS: dict[tuple[type, str], TypeAdapter[Any]] = {}


def _adapter(owner: type, field_name: str = "", kind: Any = None) -> TypeAdapter[Any]:
    """Give the validator of a record, or of one field of it; it is built at first use."""
    if (owner, field_name) not in _ADAPTERS:
        _ADAPTERS[owner, field_name] = TypeAdapter(kind if field_name else owner)
    return _ADAPTERS[owner, field_name]


def fill(record_type: type[T], tree: dict[str, Any], file: str = "") -> Filled[T]:
    """Fill a record from the tree of a file; a refused key leaves the others in place."""
    try:
        return Filled(_adapter(record_type).validate_python(tree))
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False)
    # Only a file with a mistake in it pays for what words mistakes.
    from icteregie.loading.field_errors import findings_of, meant  # noqa: PLC0415

    findings = findings_of(record_type, errors, file, tree)
    unreadable = frozenset(str(error["loc"][0]) for error in errors if error["loc"]) | meant(findings)
    partial = _partial(record_type, tree, unreadable)
    if all(error["loc"] for error in errors):
        findings += _contradictions(record_type, partial, unreadable, file, tree)
    return Filled(partial, findings, unreadable)


def _contradictions(
    record_type: type, partial: object, unreadable: frozenset[str], file: str, tree: dict[str, Any]
) -> tuple[Finding, ...]:
    """Report what the readable keys say against each other; pydantic asks it of whole records only."""
    contradiction = getattr(partial, "contradiction", None)
    wrong = contradiction(unreadable) if contradiction else None
    if wrong is None:
        return ()
    from icteregie.loading.field_errors import findings_of  # noqa: PLC0415

    error = {"loc": (), "type": wrong.type, "input": tree, "ctx": wrong.context}
    return findings_of(record_type, [error], file, tree)


def _of_path(record_type: type, name: str, key: str) -> object:
    """Read what the path of a file says as the type of its field."""
    from typing import get_type_hints  # noqa: PLC0415

    return _adapter(
        record_type, name, get_type_hints(record_type, include_extras=True)[name]
    ).validate_python(key)


def _partial(record_type: type[T], tree: dict[str, Any], unreadable: frozenset[str]) -> T:
    """Fill only the fields that can be read; the others stay without a value at all."""
    from icteregie.portfolio import schema_walk  # noqa: PLC0415

    partial = object.__new__(record_type)
    for name, key in schema_walk.keys(cast("Any", record_type)).items():
        if name in unreadable:
            continue
        if name in tree:
            value = _adapter(record_type, key.field, key.kind).validate_python(tree[name])
        else:
            value = schema_walk.default(record_type, key.field)
        object.__setattr__(partial, key.field, value)
    for name in key_fields(cast("Any", record_type)):
        if name in tree:
            object.__setattr__(partial, name, _of_path(record_type, name, tree[name]))
    return partial
