"""The pack of a meeting as a paper."""

from icteregie.portfolio.partnership import Language
from icteregie.render.meeting.document import document
from icteregie.render.paper.from_document import from_document
from icteregie.render.paper.paper import Paper
from icteregie.reports.meeting import MeetingReport


def paper(report: MeetingReport, language: Language) -> Paper:
    """Make the paper of an annotated agenda."""
    name = report.basis.portfolio.partnership.name
    return from_document(document(report, language), Paper("", language, name, "", report.basis.day))
