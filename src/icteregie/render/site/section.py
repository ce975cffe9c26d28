"""One part of the page: a heading that says what was found, and what fills in its template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from icteregie.render.site.html import Safe
from icteregie.render.site.words import Words
from icteregie.reports.site.view import SiteReport


@dataclass(frozen=True, slots=True)
class Section:
    """A part with the anchor that links lead to; its template is ``sections/<anchor>.html.j2``.

    ``heading`` is a sentence with the finding, ``short`` its word in the contents. What has no data has
    ``empty``: the sentence that stands in its place.
    """

    anchor: str
    short: str
    heading: Safe
    values: Mapping[str, Any]
    empty: Safe | None = None


Maker: TypeAlias = Callable[[SiteReport, Words], Section]
"""Makes one section of a report, in the words of one language."""
