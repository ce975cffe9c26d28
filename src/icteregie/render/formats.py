"""What the registries of formats have in common.

A registry is a mapping of formats to loaders. A loader has its import inside, so that a command
loads only the format that is asked for, and gives the function that renders.
"""

from collections.abc import Callable
from typing import TypeAlias, TypeVar

Renderer = TypeVar("Renderer", bound=Callable[..., str])
Loader: TypeAlias = Callable[[], Renderer]
