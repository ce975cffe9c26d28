"""What the registries of formats have in common.

A registry is a mapping of formats to loaders. A loader has its import inside, so that a command
loads only the format that is asked for, and gives the function that renders.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from icteregie.portfolio.partnership import Language

if TYPE_CHECKING:
    from icteregie.render.document import Document

Renderer = TypeVar("Renderer", bound=Callable[..., str])
Report = TypeVar("Report")
Loader: TypeAlias = Callable[[], Renderer]
DocumentLoader: TypeAlias = "Callable[[], Callable[[Report, Language], Document]]"
"""Gives the function that makes the document of a report, with its import inside."""


def as_text(load: "DocumentLoader[Report]") -> Loader[Callable[[Report, Language], str]]:
    """Write the document of a report as plain text."""

    def loader() -> Callable[[Report, Language], str]:
        from icteregie.render.writers.text import write

        document = load()
        return lambda report, language: write(document(report, language))

    return loader


def as_markdown(load: "DocumentLoader[Report]") -> Loader[Callable[[Report, Language], str]]:
    """Write the document of a report as Markdown."""

    def loader() -> Callable[[Report, Language], str]:
        from icteregie.render.writers.md import write

        document = load()
        return lambda report, language: write(document(report, language))

    return loader
