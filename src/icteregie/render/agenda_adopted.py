"""What was decided about an agenda as one Markdown document, in Dutch or in English."""

from icteregie.messages import formats
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.period import Moment
from icteregie.render.agenda import document_formats, document_lookups, tidied
from icteregie.render.member_words import member_words
from icteregie.render.templates import extended
from icteregie.reports.agenda.adopted import AdoptedReport


def render(report: AdoptedReport, language: Language) -> str:
    """Fill in the template; the same report gives the same bytes."""
    filters = {
        **document_formats(language),
        **document_lookups(report.basis.portfolio, language),
        "value": lambda value: _value(value, language),
    }
    template = extended(language, filters, {}).get_template("agenda_adopted.md.j2")
    members = member_words(report.partnership, language)
    return tidied(template.render(report=report, members=members))


def _value(value: int | tuple[Moment, ...], language: Language) -> str:
    """Write an amount, or the start and the end of a period; without these there is nothing to write."""
    if isinstance(value, int):
        return formats.euros(value, language)
    return " – ".join(formats.moment(moment, language) for moment in value) or "–"
