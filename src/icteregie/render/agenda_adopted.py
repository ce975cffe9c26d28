"""What was decided about an agenda as one Markdown document, in Dutch or in English."""

from collections.abc import Callable
from typing import Any

from icteregie.escape.markdown import markdown
from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Moment
from icteregie.render.agenda import tidied
from icteregie.render.agenda_filters import document_formats, document_lookups
from icteregie.render.member_words import member_words
from icteregie.render.templates import extended
from icteregie.reports.agenda.adopted import AdoptedReport


def render(report: AdoptedReport, language: Language) -> str:
    """Fill in the template; the same report gives the same bytes."""
    template = extended(language, filters(report, language, markdown), {}).get_template(TEMPLATE)
    return tidied(template.render(values(report, language, new_page=lambda _: "")))


TEMPLATE = "agenda_adopted.md.j2"


def filters(
    report: AdoptedReport, language: Language, write: Callable[[str], str]
) -> dict[str, Callable[..., Any]]:
    """Give the filters of the template; ``write`` escapes a text."""
    return {
        **document_formats(language, write),
        **document_lookups(report.basis.portfolio, language, write),
        "value": lambda value: _value(value, language),
    }


def values(report: AdoptedReport, language: Language, new_page: Callable[[str], str]) -> dict[str, Any]:
    """Give what the template is filled in with; ``new_page`` is called where a new page begins."""
    members = member_words(report.partnership, language)
    return {"report": report, "members": members, "new_page": new_page}


def _value(value: int | tuple[Moment, ...], language: Language) -> str:
    """Write an amount, or the start and the end of a period; without these there is nothing to write."""
    if isinstance(value, int):
        return formats.euros(value, language)
    return " – ".join(formats.moment(moment, language) for moment in value) or "–"
