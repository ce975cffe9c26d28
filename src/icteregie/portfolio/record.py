"""How every type of the file format is made: frozen, slotted, no unknown keys.

Pydantic's dataclasses validate as its models do, and take a fifth of the memory.
"""

from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

# The core schemas are built at first use: a command that reads no portfolio pays nothing.
CONFIG = ConfigDict(extra="forbid", defer_build=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def record(cls: type[T]) -> type[T]:
    """Turn a class of annotated fields into a frozen type that validates a mapping."""
    make: Callable[..., Any] = dataclass(frozen=True, slots=True, kw_only=True, config=CONFIG)
    made: type[T] = make(cls)
    return made
