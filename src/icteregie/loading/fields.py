"""From a file's tree to its type: as far as it can be filled, whatever is refused."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from icteregie.loading.field_errors import FieldFault, faults_of, meant
from icteregie.portfolio import schema_walk

T = TypeVar("T")


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
    faults = faults_of(kind, refused)
    damage = frozenset(str(error["loc"][0]) for error in refused if error["loc"]) | meant(faults)
    return Filled(_partial(kind, tree, damage), faults, damage)


def _partial(kind: type[T], tree: dict[str, Any], damage: frozenset[str]) -> T:
    """Fill only the fields that can be read; the others stay without a value at all."""
    partial = object.__new__(kind)
    for name, key in schema_walk.keys(cast("Any", kind)).items():
        if name in damage:
            continue
        if name in tree:
            value = _adapter(kind, key.field, key.kind).validate_python(tree[name])
        else:
            value = schema_walk.default(kind, key.field)
        object.__setattr__(partial, key.field, value)
    for name in schema_walk.HIDDEN.get(cast("Any", kind), ()):
        if name in tree:
            object.__setattr__(partial, name, tree[name])
    return partial
