"""The list of unanswered deadlines as a document: by state, and then by what can be answered together.

It holds no day of today: while nothing changes, it is the same, so that an issue is edited only for news.
"""

from collections.abc import Iterator

from icteregie.messages.catalogue import sentence
from icteregie.portfolio.partnership import Language
from icteregie.portfolio.portfolio import Portfolio
from icteregie.render.deadlines.items import deadline_blocks
from icteregie.render.document import Block, Document, Paragraph
from icteregie.render.left_out import left_out
from icteregie.reports.deadlines import DeadlinesReport


def document(report: DeadlinesReport, language: Language, most: int | None = None) -> Document:
    """Make the list, or its first deadlines with the number of the others."""
    return Document(
        sentence(language, "deadlines/title"),
        report.basis.portfolio.partnership.name,
        left_out(report.basis.unreadable, language),
        closing=tuple(_blocks(report, language, most)),
    )


def _blocks(report: DeadlinesReport, language: Language, most: int | None) -> Iterator[Block]:
    portfolio, listed = report.basis.portfolio, report.deadlines[:most]
    yield from deadline_blocks(portfolio, listed, language)
    if not report.deadlines:
        yield Paragraph(sentence(language, f"deadlines/{nothing_name(report)}"))
    if more := len(report.deadlines) - len(listed):
        yield Paragraph(sentence(language, "deadlines/more", count=more))
    yield from not_judged(portfolio, report.not_judged, language)


def nothing_name(report: DeadlinesReport) -> str:
    """Name the sentence that there are none: of what can be read, where not everything can."""
    return "nothing-read" if report.basis.unreadable else "nothing"


def not_judged(portfolio: Portfolio, members: tuple[str, ...], language: Language) -> Iterator[Block]:
    """Say of which members nothing is known."""
    if members:
        names = tuple(map(portfolio.partnership.member_name, members))
        yield Paragraph(sentence(language, "deadlines/not-judged", members=names), "light")
